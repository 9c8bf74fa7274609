import type { Order } from '@/api'
import { PaySheet as Sheet } from '@/components/PaySheet'
import { payFor } from './paying-for'

interface Props {
  order: Pick<Order, 'id' | 'amountReal'> | undefined
  onClose(): void
}

/**
 * How an order that is placed already gets paid. What says the outcome lies on top, also of an earlier outcome: of two pages
 * of one kind Taro takes the new one away when it takes the old one's place.
 */
export const PaySheet = ({ order, onClose }: Props) => (
  <Sheet
    amount={order?.amountReal}
    onClose={onClose}
    onPay={async method => {
      if (order) await payFor({ id: order.id, amount: order.amountReal }, method, false)
    }}
  />
)
