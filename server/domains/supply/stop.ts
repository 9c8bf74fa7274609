import type { Tx } from '../../db/database'
import { noteSupply } from './order-state'

/** Nothing more is bought for these lines: their money goes back. What was sent already cannot be stopped. */
export async function stopPlanned(tx: Tx, merchantId: number, lineIds: readonly number[], now: Date): Promise<void> {
  if (lineIds.length === 0) return
  const stopped = await tx
    .updateTable('supply_purchases')
    .set({ state: 'refunded', updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('order_line_id', 'in', [...lineIds])
    .where('state', 'in', ['planned', 'rejected'])
    .returning('order_id')
    .execute()
  for (const orderId of new Set(stopped.map(({ order_id }) => order_id))) await noteSupply(tx, merchantId, orderId, now)
}
