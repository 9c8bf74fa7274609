/** The coupons of shoppers, each with what its kind says. */
import { randomInt } from 'node:crypto'
import { DAY_MS } from '../../../contract/time'
import type { Db, Tx } from '../../db/database'
import type { RuleRow } from './rules'
import { COUPON } from './states'

const owned = (db: Db, merchantId: number) =>
  db
    .selectFrom('coupons')
    .innerJoin('coupon_rules as rule', join =>
      join.onRef('rule.merchant_id', '=', 'coupons.merchant_id').onRef('rule.id', '=', 'coupons.rule_id'),
    )
    .selectAll('coupons')
    .select(['rule.name', 'rule.type', 'rule.remark', 'rule.money_type', 'rule.threshold_fen', 'rule.scope'])
    .select('rule.can_give')
    .where('coupons.merchant_id', '=', merchantId)

export type OwnedCoupon = Awaited<ReturnType<ReturnType<typeof owned>['execute']>>[number]

/** Usable ones with the next to end first, the others with the newest first. */
export const listCoupons = (db: Db, merchantId: number, userId: number): Promise<OwnedCoupon[]> =>
  owned(db, merchantId)
    .where('coupons.user_id', '=', userId)
    .orderBy('coupons.state')
    .orderBy('coupons.valid_until')
    .orderBy('coupons.id', 'desc')
    .limit(1000)
    .execute()

/** Those that could be used now. */
export const listUsable = async (db: Db, merchantId: number, userId: number, now: Date): Promise<OwnedCoupon[]> =>
  (await listHeld(db, merchantId, userId, now)).filter(({ valid_from }) => valid_from <= now.getTime())

/** Those that could be used now or later. */
export const listHeld = (db: Db, merchantId: number, userId: number, now: Date): Promise<OwnedCoupon[]> =>
  owned(db, merchantId)
    .where('coupons.user_id', '=', userId)
    .where('coupons.state', '=', COUPON.usable)
    .where('coupons.valid_until', '>', now.getTime())
    .orderBy('coupons.valid_until')
    .orderBy('coupons.id')
    .limit(200)
    .execute()

export const findCoupon = (db: Db, merchantId: number, userId: number, id: number): Promise<OwnedCoupon | undefined> =>
  owned(db, merchantId).where('coupons.user_id', '=', userId).where('coupons.id', '=', id).executeTakeFirst()

export type Source = 'fetched' | 'bought' | 'exchanged' | 'merged' | 'handed'

/** Writes a coupon down; what it is worth is drawn here. The caller has taken it from what is left. */
export async function issueCoupon(
  tx: Tx,
  rule: RuleRow,
  userId: number,
  source: Source,
  now: Date,
): Promise<OwnedCoupon> {
  const at = now.getTime()
  const row = await tx
    .insertInto('coupons')
    .values({
      merchant_id: rule.merchant_id,
      rule_id: rule.id,
      user_id: userId,
      first_user_id: userId,
      value: rule.value_min === rule.value_max ? rule.value_min : randomInt(rule.value_min, rule.value_max + 1),
      source,
      valid_from: Math.max(at, rule.starts_at ?? 0),
      valid_until: rule.days === null ? (rule.ends_at ?? at) : at + rule.days * DAY_MS,
      created_at: at,
      updated_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const { name, type, remark, money_type, threshold_fen, scope, can_give } = rule
  return { ...row, name, type, remark, money_type, threshold_fen, scope, can_give }
}

/** Takes some from what is left of a kind; answers whether there were so many. Whoever takes waits for one another here. */
export async function takeFromLeft(tx: Tx, { merchant_id, id }: RuleRow, number = 1): Promise<boolean> {
  const taken = await tx
    .updateTable('coupon_rules')
    .set(({ eb }) => ({ number_left: eb('number_left', '-', number) }))
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .where('number_left', '>=', number)
    .returning('id')
    .executeTakeFirst()
  return taken !== undefined
}
