import { ScrollView, Text, View } from '@tarojs/components'
import { dayWithWeekday, weekdayOf } from '@/lib/booked'
import { moneyText } from '@/lib/money'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/goods'
import { dayOf } from '../../../../../contract/time'
import { byDay, cellPrice, isOpen } from './openings'
import type { Booking } from './use-booking'

interface Props {
  booking: Booking
  onPress(day: string): void
  most?: number
}

/** Days in a row, to look along with the thumb. */
export function DayStrip({ booking: { own, days }, onPress, most = 14 }: Props) {
  const today = dayOf(new Date())
  return (
    <ScrollView className="day-strip" scrollX enhanced showScrollbar={false}>
      <View className="day-strip__row" {...{ role: 'group', 'aria-label': texts.booking.choose.days }}>
        {byDay(own)
          .slice(0, most)
          .map(opening => {
            const { day, price } = opening
            const isFree = isOpen(opening)
            const isOn = days.includes(day)
            const [, month, date] = day.split('-').map(Number)
            return (
              <Pressable
                key={day}
                className={`day-strip__day ${isOn ? 'day-strip__day--on' : ''} ${isFree ? '' : 'day-strip__day--full'}`}
                role="checkbox"
                isOn={isOn}
                isDisabled={!isFree}
                label={`${dayWithWeekday(day)} ${isFree ? moneyText(price) : texts.booking.isFull}`}
                onPress={() => onPress(day)}
              >
                <Text className="day-strip__name">{day === today ? texts.days.today : weekdayOf(day)}</Text>
                <Text className="day-strip__date">{`${month}/${date}`}</Text>
                <Text className="day-strip__price">{isFree ? cellPrice(price) : texts.booking.full}</Text>
              </Pressable>
            )
          })}
      </View>
    </ScrollView>
  )
}
