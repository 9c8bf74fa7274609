import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OrderDetail } from '@/api'
import { texts } from '@/texts'
import { Copyable } from './Parcel'

/** The order's own data, for whoever asks about it later. */
export function Facts({ order: { orderInfo } }: { order: OrderDetail }) {
  const { orderNumber, dateAdd, datePay, remark } = orderInfo
  return (
    <View className="order__card">
      <Fact name={texts.order.number}>
        <Copyable text={orderNumber} />
      </Fact>
      <Fact name={texts.order.placedAt}>{dateAdd}</Fact>
      {datePay && <Fact name={texts.order.paidOn}>{datePay}</Fact>}
      {remark && <Fact name={texts.order.remark}>{remark}</Fact>}
    </View>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <View className="order__fact">
    <Text className="order__fact-name">{name}</Text>
    <View className="order__fact-value">{children}</View>
  </View>
)
