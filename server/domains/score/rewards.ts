/** Score that comes with what shoppers do, by the shop's rules; each fact brings it once. */
import type { Tx } from '../../db/database'
import { book, lockedBalance, type Transfer, userAccount } from '../../ledger/ledger'
import { PAID_ELSEWHERE } from '../order/status'
import { listScoreRules, type ScoreCode, scoreBy } from './rules'

export const scoreTransfer = (
  userId: number,
  score: number,
  { key, kind, about, ref = '' }: Pick<Transfer, 'key' | 'kind' | 'about'> & { ref?: string },
): Transfer => ({
  key,
  kind,
  about,
  ref,
  entries: [
    { account: userAccount(userId), unit: 'SCORE', amount: score },
    { account: 'shop:score', unit: 'SCORE', amount: -score },
  ],
})

/** What an event brings by the shop's rules; nothing where it has none. */
export async function rewardFor(tx: Tx, merchantId: number, code: ScoreCode, amountFen = 0): Promise<number> {
  const [rule] = await listScoreRules(tx, merchantId, code)
  return rule ? scoreBy(rule, amountFen) : 0
}

/** Somebody has registered, perhaps at somebody's invitation. */
export async function rewardRegistration(
  tx: Tx,
  merchantId: number,
  { userId, inviterId }: { userId: number; inviterId: number | null },
  now: Date,
): Promise<void> {
  const rules = await listScoreRules(tx, merchantId)
  const scoreOf = (code: ScoreCode) => rules.find(rule => rule.code === code)?.score ?? 0
  const transfers = [
    scoreTransfer(userId, scoreOf('register'), { key: `register:${userId}`, kind: 'registered', about: '注册奖励' }),
    ...(inviterId
      ? [scoreTransfer(inviterId, scoreOf('invite'), { key: `invite:${userId}`, kind: 'invited', about: '邀请好友' })]
      : []),
  ]
  const due = transfers.filter(({ entries }) => entries[0]?.amount)
  if (due.length) await book(tx, merchantId, now, due)
}

/**
 * Orders that are complete bring score for what was paid for their goods, less what was given back before. An order that
 * completes twice, as never happens, would bring it once.
 */
export async function rewardOrders(tx: Tx, merchantId: number, orderIds: readonly number[], now: Date): Promise<void> {
  if (orderIds.length === 0) return
  const [rule] = await listScoreRules(tx, merchantId, 'consume')
  if (!rule) return
  const orders = await tx
    .selectFrom('orders')
    .select(['id', 'user_id', 'order_number', 'real_fen', 'freight_fen', 'refunded_fen'])
    .where('merchant_id', '=', merchantId)
    .where('id', 'in', [...orderIds])
    // What was paid at a hosted service brings score there.
    .where('pay_channel', '!=', PAID_ELSEWHERE)
    .execute()
  for (const { id, user_id, order_number, real_fen, freight_fen, refunded_fen } of orders) {
    const score = scoreBy(rule, Math.max(0, real_fen - freight_fen - refunded_fen))
    if (score === 0) continue
    const reward = {
      key: `order:${id}:score`,
      kind: 'consumed' as const,
      about: `购物奖励 订单 ${order_number}`,
      ref: String(id),
    }
    const booked = await book(tx, merchantId, now, [scoreTransfer(user_id, score, reward)])
    if (booked.size === 0) continue
    await tx
      .updateTable('orders')
      .set({ score_earned: score })
      .where('merchant_id', '=', merchantId)
      .where('id', '=', id)
      .execute()
  }
}

/** What a recharge brings beside its gift, to be booked with it. */
export async function rechargeScore(
  tx: Tx,
  {
    merchant_id,
    id,
    user_id,
    amount_fen,
    out_trade_no,
  }: { merchant_id: number; id: number; user_id: number; amount_fen: number; out_trade_no: string },
): Promise<Transfer[]> {
  const score = await rewardFor(tx, merchant_id, 'recharge', amount_fen)
  if (score === 0) return []
  const reward = {
    key: `payment:${id}:score`,
    kind: 'scoreForRecharge' as const,
    about: '充值送积分',
    ref: out_trade_no,
  }
  return [scoreTransfer(user_id, score, reward)]
}

/** Good reviews, each line of an order once. */
export async function rewardReviews(
  tx: Tx,
  merchantId: number,
  { userId, lineIds }: { userId: number; lineIds: readonly number[] },
  now: Date,
): Promise<void> {
  const score = lineIds.length ? await rewardFor(tx, merchantId, 'goodReputation') : 0
  if (score === 0) return
  const transfers = lineIds.map(id =>
    scoreTransfer(userId, score, { key: `review:${id}:score`, kind: 'reviewed', about: '好评奖励', ref: String(id) }),
  )
  await book(tx, merchantId, now, transfers)
}

/** So much of what is due back as somebody still has: score that was spent since is not chased. */
export const stillThere = async (tx: Tx, merchantId: number, userId: number, due: number): Promise<number> =>
  Math.min(due, await lockedBalance(tx, merchantId, userAccount(userId), 'SCORE'))
