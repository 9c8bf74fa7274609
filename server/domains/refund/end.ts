import { touch } from '../../cache'
import type { Tx } from '../../db/database'
import { comeBackRefunded } from '../coupon/checkout'
import { unwindCommission } from '../fx/commission'
import { unwindGrowth } from '../level/growth'
import type { OrderRow } from '../order/rows'
import { STATUS } from '../order/status'
import { returnStock } from '../order/stock'
import { unwindScore } from '../score/spending'
import { tellShopper } from '../template/send'
import { REFUND } from './states'
import { type RefundedLine, type RefundRow, refundedLines, soldLines } from './store'

/** The request is done: its lines are free again, and an order of which nothing is left is closed. */
export async function endRefund(tx: Tx, order: OrderRow, refund: RefundRow, now: Date): Promise<void> {
  await tx
    .updateTable('refunds')
    .set({ status: REFUND.done, ended_at: now.getTime(), updated_at: now.getTime() })
    .where('merchant_id', '=', refund.merchant_id)
    .where('id', '=', refund.id)
    .where('status', '=', REFUND.agreed)
    .execute()
  await freeLines(tx, refund)
  if (refund.amount_fen > 0)
    await tellShopper(tx, order.merchant_id, { event: 'refunded', orderId: order.id, fact: `:${refund.id}` }, now)
  const lines = await soldLines(tx, order.merchant_id, { ...order, has_refund: 1 })
  const total = lines.reduce((sum, { amount_fen }) => sum + amount_fen, 0)
  const given = lines.reduce((sum, line) => sum + Math.floor((line.amount_fen * line.taken) / line.number), 0)
  await unwindScore(tx, order, { refundId: refund.id, given, total }, now)
  await unwindCommission(tx, order, { refundId: refund.id, lines }, now)
  await unwindGrowth(tx, order, { refundId: refund.id, given, total }, now)
  if (lines.some(({ number, taken }) => taken < number)) return
  await tx
    .updateTable('orders')
    .set({ status: STATUS.closed, closed_at: now.getTime(), updated_at: now.getTime() })
    .where('merchant_id', '=', order.merchant_id)
    .where('id', '=', order.id)
    .where('status', '>=', STATUS.paid)
    .execute()
  await comeBackRefunded(tx, order.merchant_id, order.id, now)
}

/** Another request may be made for them. */
export const freeLines = (tx: Tx, { merchant_id, id }: Pick<RefundRow, 'merchant_id' | 'id'>): Promise<unknown> =>
  tx
    .updateTable('refund_lines')
    .set({ open_line_id: null })
    .where('merchant_id', '=', merchant_id)
    .where('refund_id', '=', id)
    .execute()

/** Goods that are on the shelf again. Those of a supplier never were on ours once they are bought. */
export async function putBackStock(
  tx: Tx,
  refund: RefundRow,
  isBack: (line: RefundedLine) => boolean = () => true,
): Promise<void> {
  const refunded = await refundedLines(tx, refund.merchant_id, [refund.id])
  const lines = refunded.filter(line => !line.supply_type && isBack(line))
  if (lines.length === 0) return
  await returnStock(tx, refund.merchant_id, lines)
  touch(
    tx,
    refund.merchant_id,
    'catalogue',
    lines.map(({ goods_id }) => goods_id),
  )
}
