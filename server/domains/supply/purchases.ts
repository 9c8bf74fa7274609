/** Rows of purchases, and the one way to move them. */
import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../db/database'
import type { SupplyPurchaseTable } from '../../db/tables'
import type { Gateways } from '../../gateways'
import type { PurchaseState } from './states'

export type PurchaseRow = Selectable<SupplyPurchaseTable>

export const findPurchase = (db: Db, merchantId: number, id: number): Promise<PurchaseRow | undefined> =>
  db
    .selectFrom('supply_purchases')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The number that the supplier keeps beside a purchase: the buyer's, or that of the shop. */
export const mobileOf = ({ mobile }: PurchaseRow, { weilianMobile }: Pick<Gateways, 'weilianMobile'>): string =>
  mobile || weilianMobile

export type Outcome = Partial<
  Pick<PurchaseRow, 'note' | 'supplier_order_id' | 'cost_fen' | 'balance_after_fen' | 'answer_sealed' | 'fields_json'>
>

/** A guarded step; answers whether the purchase stood where we thought. */
export async function move(
  tx: Tx,
  { merchant_id, id }: Pick<PurchaseRow, 'merchant_id' | 'id'>,
  from: readonly PurchaseState[],
  to: PurchaseState,
  now: Date,
  outcome: Outcome = {},
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('supply_purchases')
    .set(({ eb }) => ({
      ...outcome,
      state: to,
      updated_at: now.getTime(),
      ...(to === 'sending' && { sent_at: now.getTime(), looks: 0, attempts: eb('attempts', '+', 1) }),
    }))
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes the row for this transaction and answers how it stands. */
export async function lockPurchase(
  tx: Tx,
  { merchant_id, id }: Pick<PurchaseRow, 'merchant_id' | 'id'>,
  now: Date,
): Promise<PurchaseState | undefined> {
  const row = await tx
    .updateTable('supply_purchases')
    .set({ updated_at: now.getTime() })
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .returning('state')
    .executeTakeFirst()
  return row?.state as PurchaseState | undefined
}
