import { View } from '@tarojs/components'
import type { PricedLine } from '@/api'
import type { CheckoutLine } from '@/lib/order-lines'
import { LineRow } from '../LineRow'

/** What is being bought, at the prices the server has just counted. */
export function Lines({ priced, lines }: { priced: PricedLine[]; lines: CheckoutLine[] }) {
  return (
    <View className="checkout__card">
      {priced.map((line, i) => (
        <LineRow
          // biome-ignore lint/suspicious/noArrayIndexKey: the order of the request is the order of the answer
          key={i}
          pic={line.pic}
          picColor={lines[i]?.picColor}
          name={line.goodsName}
          choice={line.property}
          price={line.price}
          number={line.number}
        />
      ))}
    </View>
  )
}
