import { Text, View } from '@tarojs/components'
import { texts } from '@/texts/goods'
import { Calendar } from './Calendar'
import { Slots } from './Slots'
import type { Booking } from './use-booking'

/** Where days or a slot are chosen, within the sheet of all choices. */
export function BookingPart({ booking }: { booking: Booking }) {
  if (booking.own.length === 0) return <Text className="booking__none">{texts.booking.none}</Text>
  if (booking.by === 'days') return <Calendar booking={booking} />
  return (
    <View className="booking-part">
      <Text className="sku__name">{texts.booking.choose.slots}</Text>
      <Slots booking={booking} />
    </View>
  )
}
