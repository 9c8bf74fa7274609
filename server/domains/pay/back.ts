/**
 * Money whose purpose is gone: it stays in the payer's balance, or, where the shop has set `late_payment` to `refund`, goes
 * back the way it came. Until the provider has said so it is frozen, so that it can be neither spent nor lost.
 */
import { fen } from '../../../contract/money'
import { raiseAlarm } from '../../alarms'
import type { Db, Tx } from '../../db/database'
import { enqueue, hurry, type Job } from '../../jobs/queue'
import { type Account, book, type PayProvider, type Transfer, userAccount } from '../../ledger/ledger'
import type { Services } from '../../services'
import { settingOf } from '../site/settings'
import { payerOf } from './payer'
import { findPayment, type PaymentRow } from './payments'
import { notifyUrlOf, providerOf } from './providers'

const SETTING = 'late_payment'

export const goesBack = async (db: Db, merchantId: number): Promise<boolean> =>
  (await settingOf(db, merchantId, SETTING)) === 'refund'

const frozenOf = ({ user_id }: PaymentRow): Account => `user:${user_id}:frozen`

/** In the transaction that credits the payment: freezes it and has a job give it back. */
export async function sendBack(tx: Tx, payment: PaymentRow, now: Date): Promise<Transfer> {
  const { merchant_id: merchantId, id, amount_fen: amount } = payment
  await tx
    .updateTable('payments')
    .set({ back_state: 'sending', refunded_fen: amount })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .execute()
  await enqueue(tx, { merchantId, kind: 'sendBack', key: String(id), payload: { paymentId: id }, runAt: now }, now)
  return {
    key: `payback:${id}:held`,
    kind: 'refund',
    about: '未能成交，款项原路退回',
    ref: payment.out_trade_no,
    entries: [
      { account: userAccount(payment.user_id), unit: 'CNY', amount: -amount },
      { account: frozenOf(payment), unit: 'CNY', amount },
    ],
  }
}

/** Its refund number at the provider. */
const backNumberOf = ({ out_trade_no }: Pick<PaymentRow, 'out_trade_no'>) => `${out_trade_no}B`

/** The provider tells that such money has gone back, or has not: it is asked at once. */
export async function backTold(tx: Tx, merchantId: number, outRefundNo: string, now: Date): Promise<void> {
  const payment = await findPayment(tx, merchantId, outRefundNo.slice(0, -1))
  if (payment && backNumberOf(payment) === outRefundNo)
    await hurry(tx, { merchantId, kind: 'sendBack', key: String(payment.id) }, now)
}

/** Asked again until the provider has an answer; it gives back once under each number. */
export async function sendBackJob(
  { merchantId, payload: { paymentId } }: Job<'sendBack'>,
  services: Services,
): Promise<void> {
  const { db, gateways, transaction, clock } = services
  const payment = await db
    .selectFrom('payments')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('id', '=', paymentId)
    .executeTakeFirst()
  if (payment?.back_state !== 'sending') return
  const given = await providerOf(gateways, payment.provider).giveBack({
    payer: payerOf(services, payment),
    outTradeNo: payment.out_trade_no,
    outRefundNo: backNumberOf(payment),
    amountFen: payment.amount_fen,
    totalFen: payment.amount_fen,
    reason: '订单已关闭，款项退回',
    notifyUrl: notifyUrlOf(services.config, payment.provider, merchantId),
  })
  if (given === 'underWay') throw new Error('the money is still on its way back')
  await transaction(tx => end(tx, payment, given, clock.now()))
}

/** Given back, or, when the provider will not, in the balance after all. */
async function end(tx: Tx, payment: PaymentRow, given: 'done' | 'failed', now: Date): Promise<void> {
  const { merchant_id: merchantId, id, amount_fen: amount, out_trade_no: ref } = payment
  const { numUpdatedRows } = await tx
    .updateTable('payments')
    .set({ back_state: given, updated_at: now.getTime(), ...(given === 'failed' && { refunded_fen: fen(0) }) })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .where('back_state', '=', 'sending')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  const to = given === 'done' ? (`shop:${payment.provider as PayProvider}` as const) : userAccount(payment.user_id)
  const about = given === 'done' ? '未能成交，已原路退回' : '原路退回失败，已存入余额'
  const entries = [
    { account: frozenOf(payment), unit: 'CNY' as const, amount: -amount },
    { account: to, unit: 'CNY' as const, amount },
  ]
  await book(tx, merchantId, now, [{ key: `payback:${id}:${given}`, kind: 'refund', about, ref, entries }])
  if (given === 'failed') {
    const text = `支付单 ${ref} 的款项没能原路退回，已存入顾客余额。`
    await raiseAlarm(tx, { merchantId, key: `payback:${id}`, text }, now)
  }
}
