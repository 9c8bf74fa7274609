import { CommandError } from '../context'
import { withSupplier } from './account'
import type { Desk } from './desk'
import { purchaseBy } from './purchases'

/** Reports an order as sent at the supplier. It is not known whether twice does harm, so only a person does it. */
export async function deliver(desk: Desk, [number = '']: string[]): Promise<void> {
  const { supplier_order_id: orderId, id } = await purchaseBy(desk, number)
  if (!orderId) throw new CommandError(`购买 #${id} 没有供货商订单号 / no order of the supplier`)
  await withSupplier(desk.shop, weilian => weilian.deliver(orderId))
  console.log(`已通知供货商发货 / reported as sent: #${id} ${orderId}`)
}
