/** What the shop keeper does with coupons. */
import type { Fen } from '../../../contract/money'
import type { Db, Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { numberHash } from './exchange'
import { COMES_OUT, GOES_IN } from './merge'
import { findRule, type RuleRow } from './rules'
import { SCOPE_KINDS, type Scope } from './states'
import { issueCoupon, type OwnedCoupon, takeFromLeft } from './store'

export interface RuleDraft {
  name: string
  type?: string
  remark?: string
  money_type: 0 | 1
  value_min: number
  value_max: number
  threshold_fen?: Fen
  scope?: Scope
  refIds?: readonly number[]
  number: number
  person_max?: number
  starts_at?: number | null
  ends_at?: number | null
  days?: number | null
  need_score?: number
  need_fen?: Fen
  need_streak?: number
  word?: string
  chance_bp?: number
  is_public?: number
  can_give?: number
  comes_back?: number
}

/** Writes a kind of coupon down. It ends on a day or days after it was fetched; a rule with neither is a mistake. */
export async function createRule(tx: Tx, merchantId: number, draft: RuleDraft, now: Date): Promise<RuleRow> {
  const { number, refIds = [], scope = 'all', ...rule } = draft
  if ((rule.ends_at ?? null) === null && (rule.days ?? null) === null) throw new RangeError('a coupon must end')
  const row = await tx
    .insertInto('coupon_rules')
    .values({
      starts_at: null,
      ends_at: null,
      days: null,
      ...rule,
      merchant_id: merchantId,
      scope,
      number_total: number,
      number_left: number,
      created_at: now.getTime(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  if (scope === 'all') return row
  const kind = SCOPE_KINDS[scope]
  await tx
    .insertInto('coupon_scopes')
    .values(refIds.map(ref_id => ({ merchant_id: merchantId, rule_id: row.id, kind, ref_id })))
    .execute()
  return row
}

/** Nobody fetches a stopped one any more; what shoppers have stays theirs. */
export async function setStopped(tx: Tx, merchantId: number, ruleId: number, isStopped: boolean): Promise<boolean> {
  const row = await tx
    .updateTable('coupon_rules')
    .set({ is_stopped: isStopped ? 1 : 0 })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', ruleId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export const listRules = (db: Db, merchantId: number): Promise<RuleRow[]> =>
  db.selectFrom('coupon_rules').selectAll().where('merchant_id', '=', merchantId).orderBy('id').execute()

/** Gives some to a shopper, whatever fetching would ask. Refuses `couponUnknown`, `couponNoneLeft`. */
export async function handOut(
  tx: Tx,
  { merchantId, ruleId, userId, number }: { merchantId: number; ruleId: number; userId: number; number: number },
  now: Date,
): Promise<OwnedCoupon[]> {
  const rule = await findRule(tx, merchantId, ruleId)
  if (!rule) throw new Refusal('couponUnknown')
  if (!(await takeFromLeft(tx, rule, number))) throw new Refusal('couponNoneLeft')
  const coupons: OwnedCoupon[] = []
  for (let i = 0; i < number; i++) coupons.push(await issueCoupon(tx, rule, userId, 'handed', now))
  return coupons
}

export interface CardNumber {
  number: string
  password: string
}

/** Sets numbers up for exchange; each takes one of what is left. Answers those that were there before, which stay. */
export async function importNumbers(
  tx: Tx,
  merchantId: number,
  ruleId: number,
  cards: readonly CardNumber[],
  now: Date,
): Promise<string[]> {
  const rule = await findRule(tx, merchantId, ruleId)
  if (!rule) throw new Refusal('couponUnknown')
  const known: string[] = []
  for (const { number, password } of cards) {
    const inserted = await tx
      .insertInto('coupon_numbers')
      .values({
        merchant_id: merchantId,
        number: number.toUpperCase(),
        rule_id: ruleId,
        password_hash: numberHash(number.toUpperCase(), password),
        coupon_id: null,
        created_at: now.getTime(),
      })
      .onConflict(conflict => conflict.columns(['merchant_id', 'number']).doNothing())
      .returning('number')
      .executeTakeFirst()
    if (!inserted) known.push(number)
  }
  const fresh = cards.length - known.length
  if (fresh > 0 && !(await takeFromLeft(tx, rule, fresh))) throw new Refusal('couponNoneLeft')
  return known
}

export interface MergePart {
  ruleId: number
  number: number
}

/** What goes in and what comes out. Refuses `couponUnknown` where a kind is not there. */
export async function createMerge(
  tx: Tx,
  merchantId: number,
  name: string,
  goesIn: readonly MergePart[],
  comesOut: readonly MergePart[],
): Promise<number> {
  for (const { ruleId } of [...goesIn, ...comesOut])
    if (!(await findRule(tx, merchantId, ruleId))) throw new Refusal('couponUnknown')
  const { id } = await tx
    .insertInto('coupon_merges')
    .values({ merchant_id: merchantId, name })
    .returning('id')
    .executeTakeFirstOrThrow()
  const part = (type: number) => (one: MergePart) => ({
    merchant_id: merchantId,
    merge_id: id,
    type,
    rule_id: one.ruleId,
    number: one.number,
  })
  const parts = [...goesIn.map(part(GOES_IN)), ...comesOut.map(part(COMES_OUT))]
  await tx.insertInto('coupon_merge_parts').values(parts).execute()
  return id
}
