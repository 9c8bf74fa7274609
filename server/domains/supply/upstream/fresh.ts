/**
 * Nobody tells us when the hosted service gives money back. So nothing is bought on word that is old: the buyer's next look, or
 * a person, has to say anew that the order is paid.
 */
import type { Db, Tx } from '../../../db/database'
import { enqueue } from '../../../jobs/queue'
import type { PurchaseRow } from '../purchases'

/** A purchase leaves on word of the last ten minutes. */
const GOOD_MS = 10 * 60_000
/** A page that waits looks every few seconds: not each look is written down. */
const LATELY_MS = 60_000

export const isVouchedLately = ({ checkedAt }: { checkedAt: number }, now: Date): boolean =>
  checkedAt > now.getTime() - LATELY_MS

/** Whether a purchase may leave now; orders of our own always may. */
export async function mayStillBuy(
  db: Db,
  { merchant_id, order_id }: Pick<PurchaseRow, 'merchant_id' | 'order_id'>,
  now: Date,
): Promise<boolean> {
  const mirror = await db
    .selectFrom('upstream_orders')
    .select('checked_at')
    .where('merchant_id', '=', merchant_id)
    .where('order_id', '=', order_id)
    .executeTakeFirst()
  return !mirror || mirror.checked_at > now.getTime() - GOOD_MS
}

/** The hosted service, or a person who looked there, says that the order is paid. */
export async function vouch(tx: Tx, merchantId: number, orderId: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('upstream_orders')
    .set({ checked_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', orderId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Purchases whose job ended because word was old get another; one at a time, since two would take each other for dead. */
export async function wakePlanned(tx: Tx, merchantId: number, orderId: number, now: Date): Promise<void> {
  // The rows are held by this update, so that two who wake follow one another.
  const planned = await tx
    .updateTable('supply_purchases')
    .set({ updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', orderId)
    .where('state', '=', 'planned')
    .returning('id')
    .execute()
  for (const { id: purchaseId } of planned) {
    const key = `purchase:${purchaseId}`
    const waiting = await tx
      .selectFrom('jobs')
      .select('id')
      .where('merchant_id', '=', merchantId)
      .where('kind', '=', 'buySupply')
      .where(({ or, eb }) => or([eb('key', '=', key), eb('key', 'like', `${key}:%`)]))
      .where('state', '!=', 'dead')
      .executeTakeFirst()
    if (waiting) continue
    const again = `${key}:${now.getTime()}`
    await enqueue(tx, { merchantId, kind: 'buySupply', key: again, payload: { purchaseId }, runAt: now }, now)
  }
}
