import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { moneyText, shortMoneyText } from '@/lib/money'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/goods'
import { DayStrip } from './DayStrip'
import { byDay, isOpen } from './openings'
import type { Booking } from './use-booking'

/** A schedule has this many days at most. */
const ALL = 400

/** A day, and its slots with what is left of each. */
export function Slots({ booking }: { booking: Booking }) {
  const { own, days, slot, pickDay, pickSlot } = booking
  const [day] = days
  const next = byDay(own).find(one => isOpen(one))?.day
  // biome-ignore lint/correctness/useExhaustiveDependencies: where no day is looked at, the next free one is
  useEffect(() => {
    if (next && (day === undefined || !own.some(one => one.day === day))) pickDay(next)
  }, [next, day])
  return (
    <>
      <DayStrip booking={booking} most={ALL} onPress={pickDay} />
      <View className="slots" {...{ role: 'radiogroup', 'aria-label': texts.booking.choose.slots }}>
        {own
          .filter(opening => opening.day === day)
          .map(opening => {
            const { name = '', price, stores } = opening
            const isFree = isOpen(opening)
            const left = isFree ? texts.booking.left(stores) : texts.booking.isFull
            return (
              <Pressable
                key={name}
                className={`slots__slot ${name === slot ? 'slots__slot--on' : ''} ${isFree ? '' : 'slots__slot--full'}`}
                role="radio"
                isOn={name === slot}
                isDisabled={!isFree}
                label={`${name} ${moneyText(price)} ${left}`}
                onPress={() => pickSlot(name)}
              >
                <Text className="slots__name">{name}</Text>
                <View className="slots__foot">
                  <Text>{shortMoneyText(price)}</Text>
                  <Text className="slots__left">{left}</Text>
                </View>
              </Pressable>
            )
          })}
      </View>
    </>
  )
}
