/** What follows when orders are complete. */
import type { Tx } from '../../db/database'
import { settleCommission } from '../fx/commission'
import { growWith } from '../level/growth'
import { raiseLevel } from '../level/rise'
import { rewardOrders } from '../score/rewards'

/** Score, growth and the level that they bring, and what distributors have earned. An order that completes twice, as never happens, would bring all once. */
export async function completeOrders(
  tx: Tx,
  merchantId: number,
  orderIds: readonly number[],
  now: Date,
): Promise<void> {
  if (orderIds.length === 0) return
  await rewardOrders(tx, merchantId, orderIds, now)
  const orders = await tx
    .selectFrom('orders')
    .select(['merchant_id', 'id', 'user_id', 'order_number', 'real_fen', 'freight_fen', 'refunded_fen'])
    .where('merchant_id', '=', merchantId)
    .where('id', 'in', [...orderIds])
    .orderBy('id')
    .execute()
  for (const order of orders) {
    await growWith(tx, order, Math.max(0, order.real_fen - order.freight_fen - order.refunded_fen), now)
    await settleCommission(tx, order, now)
  }
  for (const userId of new Set(orders.map(({ user_id }) => user_id))) await raiseLevel(tx, merchantId, userId, now)
}
