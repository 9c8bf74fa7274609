import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OrderDetail } from '@/api'
import { Icon } from '@/components/Icon'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/order'
import { Copyable } from './Parcel'

/** The order's own data, for whoever asks about it later. */
export function Facts({ order: { orderInfo, kjid } }: { order: OrderDetail }) {
  const { id, orderNumber, dateAdd, datePay, remark, isPay, status, pingtuanOpenId } = orderInfo
  return (
    <View className="order__card">
      <Fact name={texts.order.number}>
        <Copyable text={orderNumber} />
      </Fact>
      <Fact name={texts.order.placedAt}>{dateAdd}</Fact>
      {datePay && <Fact name={texts.order.paidOn}>{datePay}</Fact>}
      {remark && <Fact name={texts.order.remark}>{remark}</Fact>}
      {pingtuanOpenId && (
        <More name={texts.order.group} to={pages.group(pingtuanOpenId)}>
          {texts.order.seeGroup}
        </More>
      )}
      {kjid && (
        <More name={texts.order.bargain} to={pages.bargain({ kjid })}>
          {texts.order.seeBargain}
        </More>
      )}
      {isPay && status !== -1 && (
        <More name={texts.invoice.entry} to={pages.invoice({ orderId: id })}>
          {texts.invoice.entryHint}
        </More>
      )}
    </View>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <View className="order__fact">
    <Text className="order__fact-name">{name}</Text>
    <View className="order__fact-value">{children}</View>
  </View>
)

/** What a page of its own tells. */
const More = ({ name, to, children }: { name: string; to: string; children: string }) => (
  <Pressable className="order__fact order__fact--more" role="link" to={to}>
    <Text className="order__fact-name">{name}</Text>
    <View className="order__fact-value">
      <Text>{children}</Text>
      <Icon name="right" size={14} />
    </View>
  </Pressable>
)
