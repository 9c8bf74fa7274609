import { Text, View } from '@tarojs/components'
import type { CardCode, OrderDetail, OrderLine } from '@/api'
import { Button } from '@/components/Button'
import { CodeCard } from '@/components/CodeCard'
import { copied } from '@/lib/copied'
import { discountOf } from '@/lib/money'
import { amountMeaning } from '@/lib/order-state'
import { texts } from '@/texts'
import { LineRow } from '../LineRow'
import { SumRow } from '../SumRow'

/** What was bought, with the codes that came for it, and how the price came about. */
export function Goods({ order: { goods, goodsCoupons = [], orderInfo } }: { order: OrderDetail }) {
  const { amount, amountLogistics, amountReal, isNeedLogistics } = orderInfo
  const discount = discountOf({ amount, amountLogistics, amountReal })
  return (
    <>
      {goods.map(line => (
        <View key={line.id} className="order__card">
          <LineRow
            pic={line.pic}
            picColor={line.picColor}
            name={line.goodsName}
            choice={line.property}
            price={line.amountSingle}
            number={line.number}
            goodsId={line.goodsId}
          />
          <Told line={line} />
          <Codes codes={goodsCoupons.filter(({ orderGoodsId }) => orderGoodsId === line.id)} />
        </View>
      ))}
      <View className="order__card">
        <SumRow name={texts.order.goods} value={amount} />
        {isNeedLogistics && <SumRow name={texts.order.freight} value={amountLogistics || texts.checkout.freeFreight} />}
        {discount > 0 && <SumRow name={texts.order.saved} value={-discount} />}
        <SumRow name={texts.orders.amounts[amountMeaning(orderInfo)]} value={amountReal} isTotal />
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

function Codes({ codes }: { codes: CardCode[] }) {
  if (codes.length === 0) return null
  const words = codes
    .filter(({ type }) => type === 0)
    .map(({ number, coupon }) => (number ? `${number} ${coupon}` : coupon))
  return (
    <View className="order__codes">
      {codes.map(code => (
        <CodeCard key={code.id} code={code} />
      ))}
      {words.length > 1 && (
        <View className="order__copy-all">
          <Button isWide onPress={() => copied(words.join('\n'))}>
            {texts.order.copyAll}
          </Button>
        </View>
      )}
    </View>
  )
}
