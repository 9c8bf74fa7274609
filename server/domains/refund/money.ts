/**
 * Giving money back, the way it came: what a payment brought goes back through it, the rest to the balance. Amounts are set
 * aside on order and payment first, so that no two refunds can give more than there was.
 */
import { type Fen, fen } from '../../../contract/money'
import { DAY_MS } from '../../../contract/time'
import type { Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { enqueue } from '../../jobs/queue'
import { readJson } from '../../json'
import { book, type PayProvider, type Transfer, userAccount } from '../../ledger/ledger'
import type { OrderRow } from '../order/rows'
import type { NextAction } from '../pay/next-actions'
import { PAYMENT, type PaymentRow } from '../pay/payments'
import { settingOf } from '../site/settings'
import { endRefund } from './end'
import type { RefundRow } from './store'

/** What `orders.pay_channel` says when no provider brought money for it. */
const FROM_BALANCE = new Set(['', 'balance', 'free'])

/** WeChat Pay gives back within a year of paying. */
const ONLINE_DAYS = 360

/** In the transaction that decides it. The balance part is there at once; the online part is a job's. */
export async function giveBack(
  tx: Tx,
  order: OrderRow,
  refund: RefundRow,
  now: Date,
  toBalance = false,
): Promise<void> {
  const amountFen = refund.amount_fen
  if (amountFen === 0) return endRefund(tx, order, refund, now)
  await setAside(tx, order, amountFen)
  const { payment, onlineFen } = toBalance
    ? { payment: undefined, onlineFen: fen(0) }
    : await takeFromPayment(tx, order, amountFen, now)
  const balanceFen = fen(amountFen - onlineFen)
  await tx
    .updateTable('refunds')
    .set({
      payment_id: payment?.id ?? null,
      online_fen: onlineFen,
      balance_fen: balanceFen,
      money_state: onlineFen > 0 ? 'sending' : 'done',
      updated_at: now.getTime(),
    })
    .where('merchant_id', '=', refund.merchant_id)
    .where('id', '=', refund.id)
    .execute()
  if (balanceFen > 0) await book(tx, refund.merchant_id, now, [balanceTransfer(order, refund, balanceFen)])
  if (onlineFen === 0) return endRefund(tx, order, refund, now)
  const { merchant_id: merchantId, id: refundId } = refund
  const job = { merchantId, kind: 'payRefund', key: jobKeyOf(refund), payload: { refundId }, runAt: now } as const
  await enqueue(tx, job, now)
}

/** Of the job that gives online money back. */
export const jobKeyOf = ({ id }: Pick<RefundRow, 'id'>) => `refund:${id}`

async function setAside(tx: Tx, order: OrderRow, amountFen: Fen): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('orders')
    .set(({ eb }) => ({ refunded_fen: eb('refunded_fen', '+', amountFen) }))
    .where('merchant_id', '=', order.merchant_id)
    .where('id', '=', order.id)
    .where(({ eb }) => eb(eb('refunded_fen', '+', amountFen), '<=', eb.ref('real_fen')))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('refundTooMuch')
}

/** The payment that paid the order, and how much of the amount it can still give. */
async function takeFromPayment(
  tx: Tx,
  order: OrderRow,
  amountFen: Fen,
  now: Date,
): Promise<{ payment?: PaymentRow | undefined; onlineFen: Fen }> {
  const payment = (await staysHere(tx, order)) ? undefined : await paymentOf(tx, order, now)
  const onlineFen = fen(payment ? Math.min(amountFen, payment.amount_fen - payment.refunded_fen) : 0)
  if (!payment || onlineFen <= 0) return { onlineFen: fen(0) }
  await tx
    .updateTable('payments')
    .set(({ eb }) => ({ refunded_fen: eb('refunded_fen', '+', onlineFen) }))
    .where('merchant_id', '=', order.merchant_id)
    .where('id', '=', payment.id)
    .execute()
  return { payment, onlineFen }
}

/** Nothing came from outside, or the shop has set `refund_to` to `balance`. */
const staysHere = async (tx: Tx, { merchant_id, pay_channel }: OrderRow) =>
  FROM_BALANCE.has(pay_channel) || (await settingOf(tx, merchant_id, 'refund_to')) === 'balance'

/** Locked: one payment may have paid several orders. */
async function paymentOf(tx: Tx, order: OrderRow, now: Date): Promise<PaymentRow | undefined> {
  const paid = await tx
    .selectFrom('payments')
    .select(['id', 'next_action_json'])
    .where('merchant_id', '=', order.merchant_id)
    .where('user_id', '=', order.user_id)
    .where('state', '=', PAYMENT.paid)
    .where('outcome', '=', 'done')
    .where('next_action_json', 'is not', null)
    .where('paid_at', '>', now.getTime() - ONLINE_DAYS * DAY_MS)
    .orderBy('id', 'desc')
    .execute()
  const own = paid.find(({ next_action_json }) => readJson<NextAction>(next_action_json ?? '{}').id?.includes(order.id))
  if (!own) return undefined
  return tx
    .updateTable('payments')
    .set({ updated_at: now.getTime() })
    .where('merchant_id', '=', order.merchant_id)
    .where('id', '=', own.id)
    .returningAll()
    .executeTakeFirst()
}

export const balanceTransfer = (order: OrderRow, refund: RefundRow, amount: Fen): Transfer => ({
  key: `refund:${refund.id}:balance`,
  kind: 'refund',
  about: `退款 订单 ${order.order_number}`,
  ref: String(order.id),
  entries: [
    { account: userAccount(order.user_id), unit: 'CNY', amount },
    { account: 'shop:sales', unit: 'CNY', amount: -amount },
  ],
})

/** The money never touches the balance: it goes from the shop's account at the provider to the payer. */
export const toPayer = (order: OrderRow, refund: RefundRow, provider: PayProvider): Transfer => ({
  key: `refund:${refund.id}:online`,
  kind: 'refund',
  about: `原路退款 订单 ${order.order_number}`,
  ref: String(order.id),
  entries: [
    { account: `shop:${provider}`, unit: 'CNY', amount: refund.online_fen },
    { account: 'shop:sales', unit: 'CNY', amount: -refund.online_fen },
  ],
})
