/** The job that gives online money back. The gateway does each number once, so asking again is harmless. */
import type { Tx } from '../../db/database'
import { GatewayError } from '../../gateways/error'
import type { Job } from '../../jobs/queue'
import { book } from '../../ledger/ledger'
import type { Services } from '../../services'
import { lockOrder } from './apply'
import { endRefund } from './end'
import { toPayer } from './money'
import type { RefundRow } from './store'

export async function payRefund(
  { merchantId, payload: { refundId } }: Job<'payRefund'>,
  services: Services,
): Promise<void> {
  const { db, gateways } = services
  const found = await db
    .selectFrom('refunds')
    .innerJoin('payments', join =>
      join.onRef('payments.merchant_id', '=', 'refunds.merchant_id').onRef('payments.id', '=', 'refunds.payment_id'),
    )
    .selectAll('refunds')
    .select(['payments.out_trade_no', 'payments.amount_fen as total_fen'])
    .where('refunds.merchant_id', '=', merchantId)
    .where('refunds.id', '=', refundId)
    .executeTakeFirst()
  if (found?.money_state !== 'sending') return
  const asked = {
    outTradeNo: found.out_trade_no,
    outRefundNo: found.refund_no,
    amountFen: found.online_fen,
    totalFen: found.total_fen,
    reason: found.reason,
  }
  const { state } = await gateways.wechatpay.refund(asked).catch(refusedForGood)
  if (state === 'SUCCESS') return services.transaction(tx => bookOnline(tx, found, services.clock.now()))
  // Whoever throws here is asked again later, with longer and longer pauses.
  if (state === 'PROCESSING') throw new Error('the refund is still on its way')
  services.log.error({ refund: refundId, state }, 'a refund could not be given back: a person must look')
  await services.transaction(tx => holdUp(tx, found, services.clock.now()))
}

function refusedForGood(error: unknown): { state: 'CLOSED' } {
  if (error instanceof GatewayError && error.sent === 'yes' && !error.retry) return { state: 'CLOSED' }
  throw error
}

async function bookOnline(tx: Tx, refund: RefundRow, now: Date): Promise<void> {
  const order = await lockOrder(tx, refund.merchant_id, undefined, refund.order_id, now)
  if (!order || !(await moveMoney(tx, refund, 'sending', 'done', now))) return
  await book(tx, refund.merchant_id, now, [toPayer(order, refund)])
  await endRefund(tx, order, refund, now)
}

const holdUp = (tx: Tx, refund: RefundRow, now: Date) => moveMoney(tx, refund, 'sending', 'stuck', now)

/** A guarded step; answers whether the money stood where we thought. */
export async function moveMoney(
  tx: Tx,
  { merchant_id, id }: RefundRow,
  from: 'sending' | 'stuck',
  to: 'done' | 'stuck',
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('refunds')
    .set({ money_state: to, updated_at: now.getTime() })
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .where('money_state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
