/** Merging: some coupons go, others come. */
import type { Db, Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { findRule } from './rules'
import { COUPON } from './states'
import { issueCoupon, type OwnedCoupon, takeFromLeft } from './store'

export const GOES_IN = 0
export const COMES_OUT = 1

export const listMerges = (db: Db, merchantId: number, id?: number) =>
  db
    .selectFrom('coupon_merges as merge')
    .innerJoin('coupon_merge_parts as part', join =>
      join.onRef('part.merchant_id', '=', 'merge.merchant_id').onRef('part.merge_id', '=', 'merge.id'),
    )
    .innerJoin('coupon_rules as rule', join =>
      join.onRef('rule.merchant_id', '=', 'part.merchant_id').onRef('rule.id', '=', 'part.rule_id'),
    )
    .select(['merge.id', 'merge.name', 'part.type', 'part.rule_id', 'part.number', 'rule.name as rule_name'])
    .where('merge.merchant_id', '=', merchantId)
    .where('merge.is_stopped', '=', 0)
    .$if(id !== undefined, query => query.where('merge.id', '=', id ?? 0))
    .orderBy('merge.id')
    .orderBy('part.type')
    .orderBy('part.rule_id')
    .execute()

/** Refuses when the coupons named are not exactly those that the rule asks for, or are not usable. */
export async function mergeCoupons(
  tx: Tx,
  {
    merchantId,
    userId,
    mergeId,
    couponIds,
  }: { merchantId: number; userId: number; mergeId: number; couponIds: number[] },
  now: Date,
): Promise<OwnedCoupon[]> {
  const parts = await listMerges(tx, merchantId, mergeId)
  if (parts.length === 0) throw new Refusal('couponMergeUnknown')
  const spent = await tx
    .updateTable('coupons')
    .set({ state: COUPON.used, share_token: null, updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('id', 'in', couponIds)
    .where('state', '=', COUPON.usable)
    .where('valid_until', '>', now.getTime())
    .returning(['id', 'rule_id'])
    .execute()
  if (spent.length < new Set(couponIds).size) throw new Refusal('couponNotUsable')
  const wanted = parts.filter(({ type }) => type === GOES_IN)
  const isExact =
    spent.length === wanted.reduce((sum, { number }) => sum + number, 0) &&
    wanted.every(part => spent.filter(({ rule_id }) => rule_id === part.rule_id).length === part.number)
  if (!isExact) throw new Refusal('couponMergeWrong')
  const outcome: OwnedCoupon[] = []
  for (const { rule_id, number } of parts.filter(({ type }) => type === COMES_OUT)) {
    const rule = await findRule(tx, merchantId, rule_id)
    if (!rule || !(await takeFromLeft(tx, rule, number)))
      throw new Refusal('couponMergeUnknown', '合成后的优惠券已经没有了')
    for (let i = 0; i < number; i++) outcome.push(await issueCoupon(tx, rule, userId, 'merged', now))
  }
  return outcome
}
