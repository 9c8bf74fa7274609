/** The group that the shop keeps open: nobody leads it, anybody may join. */
import type { Selectable } from 'kysely'
import type { Tx } from '../../db/database'
import type { GroupTermsTable } from '../../db/tables'
import { TEAM } from './states'

/** One with a free place, as long as the terms run. Its time begins with the first who pays. */
export async function keepOneOpen(tx: Tx, terms: Selectable<GroupTermsTable>, now: Date): Promise<void> {
  const { merchant_id: merchantId, id, goods_id, persons, ends_at, is_stopped } = terms
  if (is_stopped === 1 || ends_at <= now.getTime()) return
  const free = await tx
    .selectFrom('teams')
    .select('id')
    .where('merchant_id', '=', merchantId)
    .where('terms_id', '=', id)
    .where('leader_id', '=', 0)
    .where('status', '=', TEAM.open)
    .whereRef('held', '<', 'teams.persons')
    .executeTakeFirst()
  if (free) return
  await tx
    .insertInto('teams')
    .values({
      merchant_id: merchantId,
      terms_id: id,
      goods_id,
      leader_id: 0,
      persons,
      is_visible: 1,
      ends_at,
      created_at: now.getTime(),
      updated_at: now.getTime(),
    })
    .execute()
}
