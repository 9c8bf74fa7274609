/** Levels and their prices; what each shopper has bought and earned of them. */
import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../db/database'
import type { MembershipTable, UserLevelPriceTable, UserLevelTable } from '../../db/tables'

export type LevelRow = Selectable<UserLevelTable>
export type PriceRow = Selectable<UserLevelPriceTable>
export type Membership = Selectable<MembershipTable>

export const listLevels = (db: Db, merchantId: number): Promise<LevelRow[]> =>
  db.selectFrom('user_levels').selectAll().where('merchant_id', '=', merchantId).orderBy('rank').orderBy('id').execute()

export const listPrices = (db: Db, merchantId: number, levelId?: number): Promise<PriceRow[]> =>
  db
    .selectFrom('user_level_prices')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .$if(levelId !== undefined, query => query.where('level_id', '=', levelId ?? 0))
    .orderBy('price_fen')
    .orderBy('id')
    .execute()

export const findPrice = (db: Db, merchantId: number, id: number): Promise<PriceRow | undefined> =>
  db
    .selectFrom('user_level_prices')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Held until the transaction ends. Whoever has none yet has earned the level that the shop gave them. */
export const lockMembership = (tx: Tx, merchantId: number, userId: number, now: Date): Promise<Membership> =>
  tx
    .insertInto('memberships')
    .values(({ selectFrom }) => ({
      merchant_id: merchantId,
      user_id: userId,
      earned_level_id: selectFrom('users')
        .select('level_id')
        .where('merchant_id', '=', merchantId)
        .where('id', '=', userId),
      bought_level_id: null,
      bought_until: null,
      price_id: null,
      updated_at: now.getTime(),
    }))
    .onConflict(conflict => conflict.columns(['merchant_id', 'user_id']).doUpdateSet({ updated_at: now.getTime() }))
    .returningAll()
    .executeTakeFirstOrThrow()

export const changeMembership = (
  tx: Tx,
  { merchant_id, user_id }: Membership,
  change: Partial<Omit<Membership, 'merchant_id' | 'user_id'>>,
): Promise<Membership> =>
  tx
    .updateTable('memberships')
    .set(change)
    .where('merchant_id', '=', merchant_id)
    .where('user_id', '=', user_id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** What somebody has, without holding it. */
export async function standingOf(db: Db, merchantId: number, userId: number) {
  const membership = await db
    .selectFrom('memberships')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (membership) return membership
  const user = await db
    .selectFrom('users')
    .select('level_id')
    .where('merchant_id', '=', merchantId)
    .where('id', '=', userId)
    .executeTakeFirst()
  return { earned_level_id: user?.level_id ?? null, bought_level_id: null, bought_until: null, is_renewing: 0 }
}
