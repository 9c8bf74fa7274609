/** A purchase that the supplier refused: nothing was sold. By setting its money goes back by itself. */
import { raiseAlarm } from '../../alarms'
import type { Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { enqueue, type Job } from '../../jobs/queue'
import type { Services } from '../../services'
import { giveUnasked } from '../refund/keeper'
import { settingOf } from '../site/settings'
import type { PurchaseRow } from './purchases'
import { callForRefund, isPaidElsewhere } from './upstream/money'

/** Setting: `refund` gives the money back at once; otherwise the order waits for the shop keeper. */
export const REJECTED_SETTING = 'supply_rejected'

const REASON = '供货商缺货，已为您退款'

export async function planRefund(
  tx: Tx,
  purchase: Pick<PurchaseRow, 'merchant_id' | 'id' | 'order_id'>,
  now: Date,
): Promise<void> {
  const { merchant_id: merchantId, id: purchaseId } = purchase
  if (await isPaidElsewhere(tx, purchase)) return callForRefund(tx, purchase, now)
  if ((await settingOf(tx, merchantId, REJECTED_SETTING)) !== 'refund') return
  const job = { merchantId, kind: 'refundRejected', key: `purchase:${purchaseId}`, payload: { purchaseId }, runAt: now }
  await enqueue(tx, job as typeof job & { kind: 'refundRejected' }, now)
}

export async function refundRejected(
  { merchantId, payload: { purchaseId } }: Job<'refundRejected'>,
  { transaction, clock, db }: Services,
): Promise<void> {
  const purchase = await db
    .selectFrom('supply_purchases')
    .select(['order_id', 'order_line_id', 'state'])
    .where('merchant_id', '=', merchantId)
    .where('id', '=', purchaseId)
    .executeTakeFirst()
  if (purchase?.state !== 'rejected') return
  const { order_id: orderId, order_line_id: lineId } = purchase
  try {
    await transaction(tx => giveUnasked(tx, { merchantId, orderId, lineId, reason: REASON }, clock.now()))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const text = `购买 #${purchaseId} 被供货商拒绝，自动退款没有成功（${error.message}），请人工处理。`
    await transaction(tx => raiseAlarm(tx, { merchantId, key: `purchase:${purchaseId}:refund`, text }, clock.now()))
  }
}
