import { Text, View } from '@tarojs/components'
import type { RefundApply } from '@/api'
import { Picture } from '@/components/Picture'
import { moneyText } from '@/lib/money'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/order'
import { LineRow } from '../LineRow'

/** What was asked for. */
export function Facts({ refund: { baseInfo, goodsList, pics } }: { refund: RefundApply }) {
  const { type, reason, remark, amount, orderId, outerOrderId, dateAdd } = baseInfo
  return (
    <>
      <View className="refunding__card">
        {goodsList.map(line => (
          <LineRow
            key={line.orderGoodsId}
            pic={line.pic}
            picColor={line.picColor}
            name={line.goodsName}
            choice={line.property}
            price={line.amount}
            number={line.number}
            goodsId={line.goodsId}
          />
        ))}
      </View>
      <View className="refunding__card">
        <Fact name={texts.refund.type} value={texts.refund.types[type] ?? ''} />
        <Fact name={texts.refund.reason} value={reason} />
        {amount > 0 && <Fact name={texts.refund.amount} value={moneyText(amount)} />}
        {remark && <Fact name={texts.refund.words} value={remark} />}
        {pics.length > 0 && (
          <View className="refunding__pics">
            {pics.map(({ pic }) => (
              <Picture key={pic} src={pic} size={64} radius={10} />
            ))}
          </View>
        )}
        <Fact name={texts.refund.time} value={dateAdd} />
        <Pressable className="refunding__fact" to={pages.order(orderId)}>
          <Text className="refunding__name">{texts.refund.order}</Text>
          <Text className="refunding__value refunding__value--link">{outerOrderId}</Text>
        </Pressable>
      </View>
    </>
  )
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <View className="refunding__fact">
    <Text className="refunding__name">{name}</Text>
    <Text className="refunding__value">{value}</Text>
  </View>
)
