/**
 * Our account at a supplier. It is the server's, whichever of its shops buys, so its row is kept with the oldest shop. How
 * many purchases are under way is counted in the transactions that move them, so the count is never wrong.
 */
import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../db/database'
import type { SupplyAccountTable } from '../../db/tables'

export type SupplyAccount = Selectable<SupplyAccountTable>

export async function homeShop(db: Db): Promise<number> {
  const row = await db
    .selectFrom('merchants')
    .select(({ fn }) => fn.min('id').as('id'))
    .executeTakeFirst()
  return Number(row?.id ?? 0)
}

export async function findAccount(db: Db, supplier: string): Promise<SupplyAccount | undefined> {
  return db
    .selectFrom('supply_accounts')
    .selectAll()
    .where('merchant_id', '=', await homeShop(db))
    .where('supplier', '=', supplier)
    .executeTakeFirst()
}

/** The row, made when there is none, and nobody else's until this transaction ends. */
export async function lockAccount(tx: Tx, supplier: string, now: Date): Promise<SupplyAccount> {
  const row = { merchant_id: await homeShop(tx), supplier, updated_at: now.getTime() }
  return tx
    .insertInto('supply_accounts')
    .values(row)
    .onConflict(conflict => conflict.columns(['merchant_id', 'supplier']).doUpdateSet({ updated_at: now.getTime() }))
    .returningAll()
    .executeTakeFirstOrThrow()
}

export const changeAccount = (
  tx: Tx,
  { merchant_id, supplier }: Pick<SupplyAccount, 'merchant_id' | 'supplier'>,
  change: Partial<Omit<SupplyAccount, 'merchant_id' | 'supplier'>>,
): Promise<unknown> =>
  tx
    .updateTable('supply_accounts')
    .set(change)
    .where('merchant_id', '=', merchant_id)
    .where('supplier', '=', supplier)
    .execute()

/** A call is about to leave. Answers no when sale was stopped meanwhile: then nothing may leave. */
export async function startSending(tx: Tx, supplier: string, now: Date): Promise<boolean> {
  const account = await lockAccount(tx, supplier, now)
  if (account.stopped_reason) return false
  await changeAccount(tx, account, { in_flight: account.in_flight + 1 })
  return true
}
