import { Text, View } from '@tarojs/components'
import type { OrderDetail, OrderLine } from '@/api'
import { SumRow } from '@/components/SumRow'
import { amountMeaning } from '@/lib/order-state'
import { texts } from '@/texts/order'
import { BookedDays } from '../BookedDays'
import { Codes } from '../Codes'
import { LineRow } from '../LineRow'
import { PriceLines } from '../PriceLines'

/** What was bought, with the codes that came for it, and how the price came about. */
export function Goods({ order: { goods, goodsCoupons = [], orderInfo, priceParts } }: { order: OrderDetail }) {
  return (
    <>
      {goods.map(line => (
        <View key={line.id} className="order__card">
          <LineRow
            pic={line.pic}
            picColor={line.picColor}
            name={line.goodsName}
            choice={line.property}
            booked={line}
            price={line.amountSingle}
            number={line.number}
            goodsId={line.goodsId}
          />
          <BookedDays bookings={line.bookings} />
          <Told line={line} />
          <SupplyLine line={line} />
          <Codes codes={goodsCoupons.filter(({ orderGoodsId }) => orderGoodsId === line.id)} />
        </View>
      ))}
      <View className="order__card">
        <PriceLines parts={priceParts} />
        <SumRow name={texts.orders.amounts[amountMeaning(orderInfo)]} value={orderInfo.amountReal} isTotal />
      </View>
    </>
  )
}

/** What the shopper said at checkout, as the number that was topped up. */
const Told = ({ line: { fields = [] } }: { line: OrderLine }) => (
  <>
    {fields.map(({ key, label, value }) => (
      <Text key={key} className="order__told">
        {texts.order.told(label, value)}
      </Text>
    ))}
  </>
)

/** How far a supplier is with this line. */
function SupplyLine({ line: { supplyState = 0 } }: { line: OrderLine }) {
  const words = texts.order.supply[supplyState]
  return words ? <Text className="order__told">{words}</Text> : null
}
