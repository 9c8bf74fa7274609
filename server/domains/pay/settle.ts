/** Money that has come: credited to the payer's balance, then spent on what it was for. Once, whatever order things arrive in. */
import type { Db, Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { readJson } from '../../json'
import { book, type Transfer, userAccount } from '../../ledger/ledger'
import type { Services } from '../../services'
import { rechargeGift } from '../fund/recharge'
import { rechargeScore } from '../score/rewards'
import { goesBack, sendBack } from './back'
import { type NextAction, nextActions } from './next-actions'
import { findPayment, PAYMENT, type PaymentRow, setAside } from './payments'
import type { Received } from './port'
import { quarantine, type Reason } from './quarantine'

/** `quarantined`: it is not what was asked for, and a person looks. `unknown`: nor do we know the payment. */
export type Outcome = 'settled' | 'settledBefore' | 'quarantined' | 'unknown'

/** Books a payment that the provider says has come. */
export async function settlePayment(services: Services, merchantId: number, received: Received): Promise<Outcome> {
  if (!received.isOurs || received.currency !== 'CNY') return whyNotSettled(services, merchantId, received)
  const isSettled = await settleOnce(services, merchantId, received).catch(error => {
    if (!(error instanceof Refusal)) throw error
    // What the money was for is not to be had any more: it stays in the balance, or goes back, where its owner sees it.
    services.log.warn(
      { payment: received.outTradeNo, reason: error.reason },
      'a payment could not be used for its purpose',
    )
    return settleOnce(services, merchantId, received, error.reason)
  })
  return isSettled ? 'settled' : whyNotSettled(services, merchantId, received)
}

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
    const payer = { merchantId, userId: payment.user_id, provider: received.provider }
    const spent = action && !keptBecause ? ((await nextActions[action.type]?.run(tx, payer, action, now)) ?? []) : []
    const gift = action ? [] : [...(await rechargeGift(tx, payment)), ...(await rechargeScore(tx, payment))]
    const back = keptBecause && (await goesBack(tx, merchantId)) ? [await sendBack(tx, payment, now)] : []
    await book(tx, merchantId, now, [rechargeOf(payment, received), ...gift, ...spent, ...back])
    return true
  })

const rechargeOf = (payment: PaymentRow, { provider, transactionId }: Received): Transfer => ({
  key: `${provider}:${transactionId}`,
  kind: 'recharge',
  about: payment.remark || payment.pay_name || '在线支付',
  ref: payment.out_trade_no,
  entries: [
    { account: userAccount(payment.user_id), unit: 'CNY', amount: payment.amount_fen },
    { account: `shop:${provider}`, unit: 'CNY', amount: -payment.amount_fen },
  ],
})

/** Also a payment that we thought closed: money that came is never turned away. Another amount than asked for is. */
function markPaid(
  tx: Tx,
  merchantId: number,
  { provider, outTradeNo, transactionId, amountFen }: Received,
  outcome: string,
  now: Date,
): Promise<PaymentRow | undefined> {
  const at = now.getTime()
  return tx
    .updateTable('payments')
    .set({ state: PAYMENT.paid, transaction_id: transactionId, outcome, paid_at: at, updated_at: at })
    .where('merchant_id', '=', merchantId)
    .where('out_trade_no', '=', outTradeNo)
    .where('provider', '=', provider)
    .where('amount_fen', '=', amountFen)
    .where('state', '!=', PAYMENT.paid)
    .returningAll()
    .executeTakeFirst()
}

/** Booked before, or not what was asked for: then it is set apart, and a person is called. */
async function whyNotSettled(services: Services, merchantId: number, received: Received): Promise<Outcome> {
  const { db, transaction, clock } = services
  const payment = await findPayment(db, merchantId, received.outTradeNo)
  const reason = reasonAgainst(payment, received)
  if (!reason) return 'settledBefore'
  const now = clock.now()
  if (!(await exists(db, merchantId))) return 'unknown'
  await transaction(async tx => {
    await quarantine(tx, merchantId, received, { reason, payment }, now)
    if (payment && reason === 'amount') await setAside(tx, payment, now)
  })
  return reason === 'unknown' ? 'unknown' : 'quarantined'
}

function reasonAgainst(payment: PaymentRow | undefined, received: Received): Reason | undefined {
  if (payment?.provider !== received.provider) return 'unknown'
  if (!received.isOurs) return 'payee'
  if (received.currency !== 'CNY') return 'currency'
  if (payment.state === PAYMENT.paid) return payment.transaction_id === received.transactionId ? undefined : 'twice'
  return payment.amount_fen === received.amountFen ? undefined : 'amount'
}

const exists = (db: Db, merchantId: number) =>
  db.selectFrom('merchants').select('id').where('id', '=', merchantId).executeTakeFirst()
