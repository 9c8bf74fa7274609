/** Money that has come: credited to the payer's balance, then spent on what it was for. Once, whatever order things arrive in. */
import type { Tx } from '../../db/database'
import type { Gateways } from '../../gateways'
import type { PaidPayment } from '../../gateways/wechatpay'
import { Refusal } from '../../http/refusal'
import { readJson } from '../../json'
import { book, type Transfer, userAccount } from '../../ledger/ledger'
import type { Services } from '../../services'
import { rechargeGift } from '../fund/recharge'
import { type NextAction, nextActions } from './next-actions'
import { findPayment, PAYMENT, type PaymentRow, setAside } from './payments'

/** What the gateway tells of a payment that has come, by a message or when asked. */
export interface Received
  extends Pick<PaidPayment, 'outTradeNo' | 'transactionId' | 'amountFen' | 'currency' | 'mchid' | 'appid'> {
  /** The gateway's number of the message that told it. */
  eventId?: string | undefined
}

export type Outcome = 'settled' | 'settledBefore' | 'amountWrong' | 'unknown'

/** Books a payment that the gateway says has come. */
export async function settlePayment(services: Services, merchantId: number, received: Received): Promise<Outcome> {
  if (!isOurs(received, services.gateways)) return 'unknown'
  const isSettled = await settleOnce(services, merchantId, received).catch(error => {
    if (!(error instanceof Refusal)) throw error
    // What the money was for is not to be had any more: it stays in the balance, where its owner sees it.
    services.log.warn(
      { payment: received.outTradeNo, reason: error.reason },
      'a payment could not be used for its purpose and stays in the balance',
    )
    return settleOnce(services, merchantId, received, error.reason)
  })
  return isSettled ? 'settled' : whyNotSettled(services, merchantId, received)
}

/** A signature proves who says it. That the money went to us, for this app and in yuan, is for us to see. */
const isOurs = ({ mchid, appid, currency }: Received, gateways: Gateways) =>
  mchid === gateways.mchid && appid === gateways.appid && currency === 'CNY'

/** `keptBecause`: why the money is only credited. Answers whether the payment was still to be settled. */
const settleOnce = (
  { transaction, clock }: Services,
  merchantId: number,
  received: Received,
  keptBecause?: string,
): Promise<boolean> =>
  transaction(async tx => {
    const now = clock.now()
    const payment = await markPaid(tx, merchantId, received, keptBecause ?? 'done', now)
    if (!payment) return false
    const action = payment.next_action_json ? readJson<NextAction>(payment.next_action_json) : undefined
    const payer = { merchantId, userId: payment.user_id }
    const spent = action && !keptBecause ? ((await nextActions[action.type]?.run(tx, payer, action, now)) ?? []) : []
    const gift = action ? [] : await rechargeGift(tx, payment)
    await book(tx, merchantId, now, [rechargeOf(payment, received), ...gift, ...spent])
    return true
  })

const rechargeOf = (payment: PaymentRow, { transactionId }: Received): Transfer => ({
  key: `wechatpay:${transactionId}`,
  kind: 'recharge',
  about: payment.remark || payment.pay_name || '在线支付',
  ref: payment.out_trade_no,
  entries: [
    { account: userAccount(payment.user_id), unit: 'CNY', amount: payment.amount_fen },
    { account: 'shop:wechatpay', unit: 'CNY', amount: -payment.amount_fen },
  ],
})

/** Also a payment that we thought closed: money that came is never turned away. Another amount than asked for is. */
async function markPaid(
  tx: Tx,
  merchantId: number,
  { outTradeNo, transactionId, amountFen, eventId }: Received,
  outcome: string,
  now: Date,
): Promise<PaymentRow | undefined> {
  const at = now.getTime()
  const paid = await tx
    .updateTable('payments')
    .set({ state: PAYMENT.paid, transaction_id: transactionId, outcome, paid_at: at, updated_at: at })
    .where('merchant_id', '=', merchantId)
    .where('out_trade_no', '=', outTradeNo)
    .where('amount_fen', '=', amountFen)
    .where('state', '!=', PAYMENT.paid)
    .returningAll()
    .executeTakeFirst()
  if (!paid || !eventId) return paid
  await tx
    .insertInto('payment_events')
    .values({
      merchant_id: merchantId,
      provider: 'wechatpay',
      event_id: eventId,
      out_trade_no: outTradeNo,
      received_at: at,
    })
    .onConflict(conflict => conflict.columns(['merchant_id', 'provider', 'event_id']).doNothing())
    .execute()
  return paid
}

async function whyNotSettled(services: Services, merchantId: number, received: Received): Promise<Outcome> {
  const { db, statement, clock, log } = services
  const payment = await findPayment(db, merchantId, received.outTradeNo)
  if (!payment) return 'unknown'
  if (payment.state === PAYMENT.paid) return 'settledBefore'
  log.error(
    { payment: payment.out_trade_no, expected: payment.amount_fen, received: received.amountFen },
    'a payment came with another amount: a person must look',
  )
  await statement(tx => setAside(tx, payment, clock.now()))
  return 'amountWrong'
}
