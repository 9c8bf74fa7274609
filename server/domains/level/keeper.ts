/** What the shop keeper says of levels. */
import type { Fen } from '../../../contract/money'
import { touch } from '../../cache'
import type { Tx } from '../../db/database'
import { applyLevel } from './standing'
import { changeMembership, type LevelRow, listLevels, lockMembership } from './store'
import { afterChange } from './turn'

export type LevelDraft = Pick<LevelRow, 'name' | 'rank' | 'rebate_bp'> &
  Partial<Omit<LevelRow, 'merchant_id' | 'id' | 'name' | 'rank' | 'rebate_bp'>>

/** Writes a level down, in the place of the one with the same name. What is left out stays as it is. */
export async function saveLevel(tx: Tx, merchantId: number, draft: LevelDraft): Promise<LevelRow> {
  touch(tx, merchantId, 'site')
  const known = (await listLevels(tx, merchantId)).find(({ name }) => name === draft.name)
  return known
    ? tx
        .updateTable('user_levels')
        .set(draft)
        .where('merchant_id', '=', merchantId)
        .where('id', '=', known.id)
        .returningAll()
        .executeTakeFirstOrThrow()
    : tx
        .insertInto('user_levels')
        .values({ month_coupon_id: null, ...draft, merchant_id: merchantId })
        .returningAll()
        .executeTakeFirstOrThrow()
}

/** What some time of a level costs; nothing takes the offer away. */
export async function setLevelPrice(
  tx: Tx,
  merchantId: number,
  { levelId, duration, unit, priceFen }: { levelId: number; duration: number; unit: number; priceFen: Fen | undefined },
): Promise<void> {
  touch(tx, merchantId, 'site')
  if (priceFen === undefined) {
    await tx
      .deleteFrom('user_level_prices')
      .where('merchant_id', '=', merchantId)
      .where('level_id', '=', levelId)
      .where('duration', '=', duration)
      .where('unit', '=', unit)
      .execute()
    return
  }
  await tx
    .insertInto('user_level_prices')
    .values({ merchant_id: merchantId, level_id: levelId, duration, unit, price_fen: priceFen })
    .onConflict(conflict =>
      conflict.columns(['merchant_id', 'level_id', 'duration', 'unit']).doUpdateSet({ price_fen: priceFen }),
    )
    .execute()
}

/** Gives somebody a level for good, or takes an earned one away. What they have bought runs on. */
export async function giveLevel(tx: Tx, merchantId: number, userId: number, level: LevelRow | undefined, now: Date) {
  const membership = await lockMembership(tx, merchantId, userId, now)
  const changed = await changeMembership(tx, membership, { earned_level_id: level?.id ?? null })
  const held = await applyLevel(tx, await listLevels(tx, merchantId), changed, now)
  await afterChange(tx, changed, held, now)
  return held
}

/** Whether a bought level is renewed by itself. Answers whether there is one. */
export async function setRenewal(
  tx: Tx,
  merchantId: number,
  userId: number,
  isOn: boolean,
  now: Date,
): Promise<boolean> {
  const row = await tx
    .updateTable('memberships')
    .set({ is_renewing: isOn ? 1 : 0, updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('bought_level_id', 'is not', null)
    .returning('user_id')
    .executeTakeFirst()
  return row !== undefined
}
