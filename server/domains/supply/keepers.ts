/** Persons at the shop. What one of them says of a purchase, another confirms: each shows a key that only they have. */
import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import { raiseAlarm } from '../../alarms'
import type { Db, Tx } from '../../db/database'
import type { KeeperTable } from '../../db/tables'
import { sha256 } from '../../secrets'

export type Keeper = Selectable<KeeperTable>

const sameName = (a: string, b: string) => a.replace(/\s/g, '').toLowerCase() === b.replace(/\s/g, '').toLowerCase()

export const keepersOf = (db: Db, merchantId: number): Promise<Keeper[]> =>
  db
    .selectFrom('keepers')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()

/** Answers the key, the only time that it is known; nothing when the name is taken. The others hear of it. */
export async function addKeeper(
  tx: Tx,
  merchantId: number,
  { name, account }: { name: string; account: string },
  now: Date,
): Promise<string | undefined> {
  const known = await keepersOf(tx, merchantId)
  if (known.some(one => sameName(one.name, name))) return undefined
  const key = randomBytes(18).toString('base64url')
  const { id } = await tx
    .insertInto('keepers')
    .values({ merchant_id: merchantId, name, key_hash: sha256(key), added_as: account, created_at: now.getTime() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const text = `${name} 现在可以了结卡密购买（由电脑账号 ${account} 添加）。不是你们的人就运行 people remove ${name}。`
  await raiseAlarm(tx, { merchantId, key: `keeper:${id}`, text }, now)
  return key
}

/** Their key opens nothing any more; what they said before stands. Answers whether there was such a person. */
export async function removeKeeper(tx: Tx, merchantId: number, name: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('keepers')
    .set({ removed_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('name', '=', name)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whose key it is. */
export const keeperWith = (db: Db, merchantId: number, key: string): Promise<Keeper | undefined> =>
  db
    .selectFrom('keepers')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('key_hash', '=', sha256(key))
    .where('removed_at', 'is', null)
    .executeTakeFirst()
