import { touch, versionRows } from '../../cache'
import type { Db, Tx } from '../../db/database'

export interface Setting {
  key: string
  value: string
}

/** Settings that shoppers may read. */
export const publicSettings = (db: Db, merchantId: number, keys: readonly string[]): Promise<Setting[]> =>
  keys.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('settings')
        .select(['key', 'value'])
        .where('merchant_id', '=', merchantId)
        .where('is_public', '=', 1)
        .where('key', 'in', [...keys])
        .execute()

export async function settingOf(db: Db, merchantId: number, key: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('merchant_id', '=', merchantId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.value
}

export async function setSetting(
  tx: Tx,
  merchantId: number,
  { key, value }: Setting,
  now: Date,
  isPublic = true,
): Promise<void> {
  const row = { value, is_public: isPublic ? 1 : 0, updated_at: now.getTime() }
  await tx
    .insertInto('settings')
    .values({ merchant_id: merchantId, key, ...row })
    .onConflict(conflict => conflict.columns(['merchant_id', 'key']).doUpdateSet(row))
    .execute()
  touch(tx, merchantId, 'site')
}

/** A new shop: its row, and what caches count by. */
export async function createMerchant(tx: Tx, subDomain: string, name: string, now: Date): Promise<number> {
  const { id } = await tx
    .insertInto('merchants')
    .values({ sub_domain: subDomain, name, created_at: now.getTime() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.insertInto('cache_versions').values(versionRows(id)).execute()
  return id
}
