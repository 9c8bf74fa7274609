/** Score that is spent on an order, and what becomes of it with the order. */
import { type Fen, fen } from '../../../contract/money'
import type { Db, Tx } from '../../db/database'
import { balanceOf, book, userAccount } from '../../ledger/ledger'
import { scoreTransfer, stillThere } from './rewards'
import { type DeductionRule, INTO, listDeductionRules, worthOf } from './rules'

export interface Deduction {
  score: number
  fen: Fen
}

export interface Deducible {
  rules: DeductionRule[]
  /** What is deducted as asked for. */
  deduction: Deduction
  /** The most that could be. */
  most: Deduction
}

/** Asked for when nothing shall be deducted; so is nothing at all. */
const NONE = -1
/** Asked for when as much as possible shall be. */
const ALL = 0

/** What an order answers that nothing is deducted from. */
export const NOTHING_DEDUCED: Deducible = {
  rules: [],
  deduction: { score: 0, fen: fen(0) },
  most: { score: 0, fen: fen(0) },
}

/** Whether score is to be deducted at all. */
export const asksForScore = (asked: number = NONE): boolean => asked >= ALL

/** What score takes off a price: so much as asked, as the rules allow, as there is, and never more than there is to pay. */
export async function deducible(
  db: Db,
  merchantId: number,
  userId: number,
  { asked = NONE, payable }: { asked?: number | undefined; payable: Fen },
): Promise<Deducible> {
  const rules = await listDeductionRules(db, merchantId, INTO.money)
  const balance = rules.length ? await balanceOf(db, merchantId, userAccount(userId), 'SCORE') : 0
  const worth = (score: number): Deduction => {
    const { score: spent, value } = worthOf(rules, score, payable)
    return { score: spent, fen: fen(value) }
  }
  const most = worth(balance)
  return { rules, most, deduction: asked < 0 ? worth(0) : asked === ALL ? most : worth(Math.min(asked, balance)) }
}

interface OrderOf {
  merchant_id: number
  id: number
  user_id: number
  order_number: string
}

/** With the order that it is spent on. Refuses `scoreShort` what was spent elsewhere a moment ago. */
export async function spendScore(tx: Tx, order: OrderOf, score: number, now: Date): Promise<void> {
  if (score === 0) return
  const about = `抵扣 订单 ${order.order_number}`
  const spent = { key: `order:${order.id}:deduction`, kind: 'scoreDeducted' as const, about, ref: String(order.id) }
  await book(tx, order.merchant_id, now, [scoreTransfer(order.user_id, -score, spent)])
}

/** Of an order that nobody paid: all of it comes back. */
export async function returnScore(tx: Tx, merchantId: number, orderId: number, now: Date): Promise<void> {
  const order = await tx
    .selectFrom('orders')
    .select(['merchant_id', 'id', 'user_id', 'order_number', 'score_spent'])
    .where('merchant_id', '=', merchantId)
    .where('id', '=', orderId)
    .executeTakeFirst()
  if (!order || order.score_spent === 0) return
  await book(tx, merchantId, now, [backOf(order, order.score_spent, `order:${orderId}:deduction:back`)])
}

interface Unwound extends OrderOf {
  score_spent: number
  score_returned: number
  score_earned: number
  score_taken: number
}

/**
 * When a part of an order was given back: the same part of the score that was spent on it comes back, and of the score that
 * it brought goes. `given`
 * of `total` is what of its goods has been given back by now, altogether.
 */
export async function unwindScore(
  tx: Tx,
  order: Unwound,
  { refundId, given, total }: { refundId: number; given: number; total: number },
  now: Date,
): Promise<void> {
  const { merchant_id, id, user_id, score_spent, score_returned, score_earned, score_taken } = order
  const part = (score: number) => (total === 0 ? score : Math.floor((score * given) / total))
  const back = part(score_spent) - score_returned
  const due = part(score_earned) - score_taken
  if (back <= 0 && due <= 0) return
  if (back > 0) await book(tx, merchant_id, now, [backOf(order, back, `refund:${refundId}:deduction`)])
  const taken = due > 0 ? await stillThere(tx, merchant_id, user_id, due) : 0
  if (taken > 0) {
    const about = `退款收回购物奖励 订单 ${order.order_number}`
    const reward = { key: `refund:${refundId}:reward`, kind: 'consumed' as const, about, ref: String(id) }
    await book(tx, merchant_id, now, [scoreTransfer(user_id, -taken, reward)])
  }
  await tx
    .updateTable('orders')
    .set({ score_returned: score_returned + Math.max(0, back), score_taken: score_taken + Math.max(0, due) })
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .execute()
}

const backOf = ({ id, user_id, order_number }: OrderOf, score: number, key: string) =>
  scoreTransfer(user_id, score, {
    key,
    kind: 'scoreDeducted',
    about: `退回抵扣积分 订单 ${order_number}`,
    ref: String(id),
  })
