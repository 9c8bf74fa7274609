import { Text, View } from '@tarojs/components'
import type { PricedLine } from '@/api'
import { BookedDays } from '../BookedDays'
import { LineRow } from '../LineRow'

/** What is being bought, at the prices the server has just counted. */
export function Lines({ priced, shopName }: { priced: PricedLine[]; shopName: string | undefined }) {
  return (
    <View className="checkout__card">
      {shopName && <Text className="checkout__shop">{shopName}</Text>}
      {priced.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order of the request is the order of the answer
        <View key={i}>
          <LineRow
            pic={line.pic}
            picColor={line.picColor}
            name={line.goodsName}
            choice={line.property}
            booked={line}
            price={line.price}
            number={line.number}
          />
          <BookedDays bookings={line.bookings} />
        </View>
      ))}
    </View>
  )
}
