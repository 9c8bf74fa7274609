/** The job that gives online money back. The gateway does each number once, so asking again is harmless. */
import type { Tx } from '../../db/database'
import { hurry, type Job } from '../../jobs/queue'
import { book, type PayProvider } from '../../ledger/ledger'
import type { Services } from '../../services'
import { payerOf } from '../pay/payer'
import { notifyUrlOf, providerOf } from '../pay/providers'
import { lockOrder } from './apply'
import { endRefund } from './end'
import { jobKeyOf, toPayer } from './money'
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
    .select(['payments.out_trade_no', 'payments.provider', 'payments.amount_fen as total_fen'])
    .where('refunds.merchant_id', '=', merchantId)
    .where('refunds.id', '=', refundId)
    .executeTakeFirst()
  if (found?.money_state !== 'sending') return
  const asked = {
    payer: payerOf(services, found),
    outTradeNo: found.out_trade_no,
    outRefundNo: found.refund_no,
    amountFen: found.online_fen,
    totalFen: found.total_fen,
    reason: found.reason,
    notifyUrl: notifyUrlOf(services.config, found.provider, merchantId),
  }
  const provider = found.provider as PayProvider
  const given = await providerOf(gateways, provider).giveBack(asked)
  if (given === 'done') return services.transaction(tx => bookOnline(tx, found, provider, services.clock.now()))
  // Whoever throws here is asked again later, with longer and longer pauses.
  if (given === 'underWay') throw new Error('the refund is still on its way')
  services.log.error({ refund: refundId }, 'a refund could not be given back: a person must look')
  await services.transaction(tx => holdUp(tx, found, services.clock.now()))
}

/** The provider tells that a refund has ended. How, it is asked: a message may come late, twice, or out of order. */
export async function refundTold(tx: Tx, merchantId: number, refundNo: string, now: Date): Promise<void> {
  const refund = await tx
    .selectFrom('refunds')
    .select('id')
    .where('merchant_id', '=', merchantId)
    .where('refund_no', '=', refundNo)
    .executeTakeFirst()
  if (refund) await hurry(tx, { merchantId, kind: 'payRefund', key: jobKeyOf(refund) }, now)
}

async function bookOnline(tx: Tx, refund: RefundRow, provider: PayProvider, now: Date): Promise<void> {
  const order = await lockOrder(tx, refund.merchant_id, undefined, refund.order_id, now)
  if (!order || !(await moveMoney(tx, refund, 'sending', 'done', now))) return
  await book(tx, refund.merchant_id, now, [toPayer(order, refund, provider)])
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
