import type { Selectable } from 'kysely'
import { touch } from '../../cache'
import type { Db, Tx } from '../../db/database'
import { containing } from '../../db/like'
import type { BranchTable } from '../../db/tables'

export type BranchRow = Selectable<BranchTable>

interface BranchFilter {
  nameLike?: string | undefined
  provinceId?: string | undefined
  cityId?: string | undefined
  districtId?: string | undefined
  ids?: readonly number[] | undefined
}

/** All that match: a merchant has dozens at most. */
export const findBranches = (
  db: Db,
  merchantId: number,
  { nameLike, provinceId, cityId, districtId, ids }: BranchFilter = {},
): Promise<BranchRow[]> =>
  db
    .selectFrom('branches')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .$if(nameLike !== undefined, query => query.where(containing('name', nameLike)))
    .$if(Boolean(provinceId), query => query.where('province_id', '=', provinceId ?? ''))
    .$if(Boolean(cityId), query => query.where('city_id', '=', cityId ?? ''))
    .$if(Boolean(districtId), query => query.where('district_id', '=', districtId ?? ''))
    .$if(ids !== undefined, query => query.where('id', 'in', [...(ids ?? [])]))
    .orderBy('paixu')
    .orderBy('id')
    .execute()

export const findBranch = (db: Db, merchantId: number, id: number): Promise<BranchRow | undefined> =>
  db.selectFrom('branches').selectAll().where('merchant_id', '=', merchantId).where('id', '=', id).executeTakeFirst()

export type BranchDraft = Partial<Omit<BranchRow, 'merchant_id' | 'id' | 'name' | 'created_at' | 'updated_at'>> & {
  name: string
}

/** Makes a branch, or changes the one of that name; what the draft leaves open stays. */
export async function saveBranch(tx: Tx, merchantId: number, draft: BranchDraft, now: Date): Promise<BranchRow> {
  const changed = await tx
    .updateTable('branches')
    .set({ ...draft, updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('name', '=', draft.name)
    .returningAll()
    .executeTakeFirst()
  touch(tx, merchantId, 'site')
  if (changed) return changed
  return tx
    .insertInto('branches')
    .values({ merchant_id: merchantId, ...draft, created_at: now.getTime(), updated_at: now.getTime() })
    .returningAll()
    .executeTakeFirstOrThrow()
}
