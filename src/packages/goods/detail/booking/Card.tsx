import { Text, View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { Skeleton } from '@/components/Skeleton'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/goods'
import { DayStrip } from './DayStrip'
import type { Booking } from './use-booking'
import './index.scss'

interface Props {
  booking: Booking
  onOpen(): void
}

/** The next days on the goods page: one of them is the beginning of a booking. */
export function BookingCard({ booking, onOpen }: Props) {
  const { by, openings, text, days, pickDay } = booking
  return (
    <View className="product__card booking">
      <Pressable className="booking__head" onPress={onOpen}>
        <Text className="product__heading">{texts.booking.choose[by]}</Text>
        <Text className="booking__text">{text ? texts.goods.chosen(text) : texts.booking.all}</Text>
        <Icon name="right" size={16} className="booking__more" />
      </Pressable>
      {openings.data ? (
        openings.data.length ? (
          <DayStrip
            booking={booking}
            onPress={day => {
              if (!days.includes(day)) pickDay(day)
              onOpen()
            }}
          />
        ) : (
          <Text className="booking__none">{texts.booking.none}</Text>
        )
      ) : openings.error ? (
        <View className="booking__failed" {...{ role: 'alert' }}>
          <Text>{openings.error.message}</Text>
          <Button kind="plain" size="s" onPress={openings.reload}>
            {texts.retry}
          </Button>
        </View>
      ) : (
        <View className="booking__waiting">
          <Skeleton height={76} radius={12} />
        </View>
      )}
    </View>
  )
}
