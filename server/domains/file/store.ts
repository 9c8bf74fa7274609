import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '../../db/database'
import type { FileTable } from '../../db/tables'

export type FileRow = Selectable<FileTable>

export const insertFile = (tx: Tx, row: Insertable<FileTable>): Promise<FileRow> =>
  tx.insertInto('files').values(row).returningAll().executeTakeFirstOrThrow()

/** Nothing when the address is taken: somebody was quicker with the same picture. */
export const insertFileOnce = (tx: Tx, row: Insertable<FileTable>): Promise<{ id: number } | undefined> =>
  tx
    .insertInto('files')
    .values(row)
    .onConflict(conflict => conflict.columns(['merchant_id', 'path']).doNothing())
    .returning('id')
    .executeTakeFirst()

/** A shopper's own files whose address begins so, the newest first. */
export const listOwn = (db: Db, merchantId: number, userId: number, path: string): Promise<FileRow[]> =>
  db
    .selectFrom('files')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where(({ eb, fn, val }) => eb(fn<string>('substr', ['path', val(1), val(path.length)]), '=', path))
    .orderBy('id', 'desc')
    .limit(200)
    .execute()

export async function countRecent(
  db: Db,
  merchantId: number,
  userId: number | undefined,
  since: number,
): Promise<number> {
  const { count } = await db
    .selectFrom('files')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('merchant_id', '=', merchantId)
    .where('user_id', userId === undefined ? 'is' : '=', userId ?? null)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

/** Answers the path of what was deleted. */
export const deleteFile = (tx: Tx, merchantId: number, id: number): Promise<{ path: string } | undefined> =>
  tx.deleteFrom('files').where('merchant_id', '=', merchantId).where('id', '=', id).returning('path').executeTakeFirst()
