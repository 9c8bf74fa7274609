/** Fetching a coupon: who may, and what it takes. */
import { yuanText } from '../../../contract/money'
import { dayOf } from '../../../contract/time'
import type { Db, Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { balanceOf, type Transfer, userAccount } from '../../ledger/ledger'
import type { Secrets } from '../../secrets'
import { streakOf } from '../score/signing'
import { fetchedBy, findRule, type RuleRow } from './rules'
import { issueCoupon, type OwnedCoupon, takeFromLeft } from './store'

export interface Fetching {
  merchantId: number
  userId: number
  ruleId: number
  word: string | undefined
  /** Whether the price of a coupon that costs money is being paid. */
  isPaid: boolean
  now: Date
}

/**
 * Whether a shopper may fetch a coupon; answers its kind. Refuses with what is missing, in the order in which a shopper can
 * do something about it: the word, days of signing in, score, and the price at last, which is in `data`.
 */
export async function checkFetch(db: Db, fetching: Fetching): Promise<RuleRow> {
  const { merchantId, userId, ruleId, word, isPaid, now } = fetching
  const rule = await findRule(db, merchantId, ruleId)
  if (!rule?.is_public) throw new Refusal('couponUnknown')
  if (rule.is_stopped) throw new Refusal('couponStopped')
  if (rule.ends_at !== null && rule.ends_at <= now.getTime()) throw new Refusal('couponExpired')
  if (rule.starts_at !== null && rule.starts_at > now.getTime()) throw new Refusal('couponNotYet')
  await refuseBeyondLimit(db, rule, userId)
  if (rule.number_left <= 0) throw new Refusal('couponNoneLeft')
  if (rule.word && rule.word !== word?.trim()) throw new Refusal('couponWordWrong', word ? undefined : '请输入领取口令')
  const streak = rule.need_streak > 0 ? await streakOf(db, merchantId, userId, now) : 0
  if (streak < rule.need_streak)
    throw new Refusal('couponStreakShort', `需要连续签到 ${rule.need_streak} 天，你已连续 ${streak} 天`)
  const score = rule.need_score > 0 ? await balanceOf(db, merchantId, userAccount(userId), 'SCORE') : 0
  if (score < rule.need_score) throw new Refusal('scoreShort', `需要 ${rule.need_score} 积分，你有 ${score} 积分`)
  if (rule.need_fen > 0 && !isPaid)
    throw new Refusal('couponMustPay', `支付 ${yuanText(rule.need_fen)} 元后领取`, rule.need_fen / 100)
  return rule
}

/**
 * Luck is drawn once a day for each shopper and kind of coupon: trying again the same day draws the same. Refuses with 700,
 * as WXAPI's clients expect.
 */
export function tryLuck({ chance_bp, id, merchant_id }: RuleRow, userId: number, secrets: Secrets, now: Date): void {
  const drawn = secrets.fingerprint(`${merchant_id}:${id}:${userId}:${dayOf(now)}`, 'coupon luck')
  if (Number.parseInt(drawn.slice(0, 8), 16) % 10_000 >= chance_bp)
    throw new Refusal('noData', '这次没有领到，明天再来试试')
}

/** Takes one of what is left, for whoever `checkFetch` let through. Answers the coupon and what it costs, to be booked. */
export async function fetchCoupon(
  tx: Tx,
  rule: RuleRow,
  { userId, isPaid, now }: Fetching,
): Promise<{ coupon: OwnedCoupon; transfers: Transfer[] }> {
  if (!(await takeFromLeft(tx, rule))) throw new Refusal('couponNoneLeft')
  // Counted again: whoever fetches this kind waited for the one before.
  await refuseBeyondLimit(tx, rule, userId)
  const coupon = await issueCoupon(tx, rule, userId, isPaid ? 'bought' : 'fetched', now)
  return { coupon, transfers: pricesOf(rule, coupon) }
}

async function refuseBeyondLimit(db: Db, { merchant_id, id, person_max }: RuleRow, userId: number): Promise<void> {
  if (person_max === 0) return
  const fetched = (await fetchedBy(db, merchant_id, userId, [id])).get(id) ?? 0
  if (fetched >= person_max) throw new Refusal('couponLimit', `每人限领 ${person_max} 张`)
}

function pricesOf({ need_fen, need_score, name }: RuleRow, { id, user_id }: OwnedCoupon): Transfer[] {
  const spent = (
    what: string,
    kind: Transfer['kind'],
    unit: 'CNY' | 'SCORE',
    shop: 'coupons' | 'score',
    amount: number,
  ) => ({
    key: `coupon:${id}:${what}`,
    kind,
    about: `领取优惠券 ${name}`,
    ref: String(id),
    entries: [
      { account: userAccount(user_id), unit, amount: -amount },
      { account: `shop:${shop}` as const, unit, amount },
    ],
  })
  return [
    ...(need_score > 0 ? [spent('score', 'scoreForCoupon', 'SCORE', 'score', need_score)] : []),
    ...(need_fen > 0 ? [spent('bought', 'couponBought', 'CNY', 'coupons', need_fen)] : []),
  ]
}
