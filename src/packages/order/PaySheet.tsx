import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Order } from '@/api'
import { Button } from '@/components/Button'
import { PayMethods } from '@/components/PayMethods'
import { Price } from '@/components/Price'
import { Sheet } from '@/components/Sheet'
import type { PayMethod } from '@/lib/paying'
import { say } from '@/stores/saying'
import { texts } from '@/texts/order'
import { payFor } from './paying-for'
import { useBalance } from './use-balance'
import './pay-sheet.scss'

interface Props {
  order: Pick<Order, 'id' | 'amountReal'> | undefined
  onClose(): void
}

/**
 * How an order that is placed already gets paid. What says the outcome lies on top, also of an earlier outcome: of two pages
 * of one kind Taro takes the new one away when it takes the old one's place.
 */
export function PaySheet({ order, onClose }: Props) {
  const [method, setMethod] = useState<PayMethod>('wechat')
  const [isBusy, setBusy] = useState(false)
  const balance = useBalance()
  const pay = async () => {
    if (!order || isBusy) return
    setBusy(true)
    await payFor({ id: order.id, amount: order.amountReal }, method, false).then(onClose, say)
    setBusy(false)
  }
  return (
    <Sheet
      isOpen={order !== undefined}
      onClose={onClose}
      title={texts.payBy.title}
      foot={
        <Button isWide isBusy={isBusy} onPress={pay}>
          {texts.orders.actions.pay}
        </Button>
      }
    >
      {order && (
        <View className="pay-sheet">
          <Price value={order.amountReal} size="xl" />
          <PayMethods amount={order.amountReal} balance={balance} value={method} onChange={setMethod} />
        </View>
      )}
    </Sheet>
  )
}
