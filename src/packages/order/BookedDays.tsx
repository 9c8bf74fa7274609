import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { BookedTime } from '@/api'
import { dayWithWeekday } from '@/lib/booked'
import { moneyText } from '@/lib/money'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/order'
import './booked-days.scss'

/** More would bury what comes below. */
const FEW = 7

/** What each day of a line costs; nothing where it is one day or slot, whose price stands in the line already. */
export function BookedDays({ bookings = [] }: { bookings: BookedTime[] | undefined }) {
  const [isWhole, setWhole] = useState(false)
  if (bookings.length < 2) return null
  const isLong = bookings.length > FEW && !isWhole
  return (
    <View className="booked-days">
      {bookings.slice(0, isLong ? FEW - 1 : undefined).map(({ day, price }) => (
        <View key={day} className="booked-days__day">
          <Text>{dayWithWeekday(day)}</Text>
          <Text>{moneyText(price)}</Text>
        </View>
      ))}
      {isLong && (
        <Pressable className="booked-days__all" onPress={() => setWhole(true)}>
          {texts.order.allDays(bookings.length)}
        </Pressable>
      )}
    </View>
  )
}
