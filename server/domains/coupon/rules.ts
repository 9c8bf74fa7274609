/** Kinds of coupons: what they are worth, what for, and who may have how many. */
import type { Selectable } from 'kysely'
import { type Fen, fen } from '../../../contract/money'
import type { Db } from '../../db/database'
import type { CouponRuleTable, CouponScopeTable } from '../../db/tables'
import type { CategoryChain } from '../goods/categories'
import { SCOPE_KINDS, type Scope } from './states'

export type RuleRow = Selectable<CouponRuleTable>
export type ScopeRow = Selectable<CouponScopeTable>

export const findRule = (db: Db, merchantId: number, id: number): Promise<RuleRow | undefined> =>
  db
    .selectFrom('coupon_rules')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .executeTakeFirst()

interface RuleFilter {
  type?: string | undefined
  ids?: number[] | undefined
}

/** Those that anybody may fetch, now or soon; named by `ids`, also those that have ended meanwhile. */
export const listPublicRules = (db: Db, merchantId: number, { type, ids }: RuleFilter, now: Date): Promise<RuleRow[]> =>
  db
    .selectFrom('coupon_rules')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('is_public', '=', 1)
    .$if(type !== undefined, query => query.where('type', '=', type ?? ''))
    .$if(ids !== undefined, query => query.where('id', 'in', ids ?? []))
    .$if(ids === undefined, query =>
      query
        .where('is_stopped', '=', 0)
        .where(({ or, eb }) => or([eb('ends_at', 'is', null), eb('ends_at', '>', now.getTime())])),
    )
    .orderBy('id', 'desc')
    .limit(200)
    .execute()

export async function scopesOf(db: Db, merchantId: number, ruleIds: readonly number[]): Promise<ScopeRow[]> {
  if (ruleIds.length === 0) return []
  return db
    .selectFrom('coupon_scopes')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('rule_id', 'in', [...ruleIds])
    .orderBy('ref_id')
    .execute()
}

/** What of a product scopes look at. */
export interface Scoped {
  goodsId: number
  shopId: number
  categoryId: number | null
}

/** Whether a coupon with these scopes may be used for a product; `chain` answers a category and those above. Pure. */
export function fits(
  scope: Scope,
  scopes: readonly ScopeRow[],
  { goodsId, shopId, categoryId }: Scoped,
  chain: CategoryChain,
): boolean {
  if (scope === 'all') return true
  const named = scopes.filter(({ kind }) => kind === SCOPE_KINDS[scope]).map(({ ref_id }) => ref_id)
  if (scope === 'goods') return named.includes(goodsId)
  return scope === 'shop' ? named.includes(shopId) : chain(categoryId).some(id => named.includes(id))
}

/** The product as scopes see it; nothing when there is none. */
export async function scopedGoods(db: Db, merchantId: number, goodsId: number): Promise<Scoped | undefined> {
  const row = await db
    .selectFrom('goods')
    .select(['id', 'shop_id', 'category_id'])
    .where('merchant_id', '=', merchantId)
    .where('id', '=', goodsId)
    .executeTakeFirst()
  return row && { goodsId: row.id, shopId: row.shop_id, categoryId: row.category_id }
}

/** How many of each kind a shopper has fetched or bought, given away or not. */
export async function fetchedBy(
  db: Db,
  merchantId: number,
  userId: number,
  ruleIds: readonly number[],
): Promise<Map<number, number>> {
  if (ruleIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('coupons')
    .select('rule_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('merchant_id', '=', merchantId)
    .where('first_user_id', '=', userId)
    .where('rule_id', 'in', [...ruleIds])
    .where('source', 'in', ['fetched', 'bought'])
    .groupBy('rule_id')
    .execute()
  return new Map(rows.map(({ rule_id, count }) => [rule_id, Number(count)]))
}

/** A face value as it travels: fen are yuan, basis points are percent, both divided by a hundred. */
export const faceValue = (value: number): Fen => fen(value)
