import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '../../db/database'
import { containing } from '../../db/like'
import type { AddressTable } from '../../db/tables'

export type AddressRow = Selectable<AddressTable>

export interface AddressQuery {
  nameLike?: string | undefined
  mobileLike?: string | undefined
  limit: number
  offset: number
}

export const listAddresses = (
  db: Db,
  merchantId: number,
  userId: number,
  { nameLike, mobileLike, limit, offset }: AddressQuery,
) =>
  db
    .selectFrom('addresses')
    .selectAll()
    .select(({ fn }) => fn.countAll<number>().over().as('total'))
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .$if(nameLike !== undefined, query => query.where(containing('link_man', nameLike)))
    .$if(mobileLike !== undefined, query => query.where(containing('mobile', mobileLike)))
    .orderBy('is_default', 'desc')
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()

const ownAddresses = (db: Db, merchantId: number, userId: number) =>
  db.selectFrom('addresses').selectAll().where('merchant_id', '=', merchantId).where('user_id', '=', userId)

export const findAddress = (db: Db, merchantId: number, userId: number, id: number): Promise<AddressRow | undefined> =>
  ownAddresses(db, merchantId, userId).where('id', '=', id).executeTakeFirst()

export const findDefaultAddress = (db: Db, merchantId: number, userId: number): Promise<AddressRow | undefined> =>
  ownAddresses(db, merchantId, userId).where('is_default', '=', 1).executeTakeFirst()

export async function countAddresses(db: Db, merchantId: number, userId: number): Promise<number> {
  const { count } = await db
    .selectFrom('addresses')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow()
  return count
}

export const clearDefault = (tx: Tx, merchantId: number, userId: number): Promise<unknown> =>
  tx
    .updateTable('addresses')
    .set({ is_default: 0 })
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('is_default', '=', 1)
    .execute()

export async function insertAddress(tx: Tx, row: Insertable<AddressTable>): Promise<number> {
  const { id } = await tx.insertInto('addresses').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Fields that are undefined stay. */
export const changeAddress = (
  tx: Tx,
  merchantId: number,
  userId: number,
  id: number,
  fields: Updateable<AddressTable>,
): Promise<unknown> =>
  tx
    .updateTable('addresses')
    .set(fields)
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .execute()

export async function removeAddress(tx: Tx, merchantId: number, userId: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('addresses')
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
