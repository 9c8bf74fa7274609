import { sql } from 'kysely'
import type { Tx } from '../../db/database'
import { enqueue } from '../../jobs/queue'
import { STATUS } from './status'

const CONFIRM_AFTER_DAYS = 10

export interface Parcel {
  shipper: string
  trackingNumber: string
}

/**
 * Sends a paid order on its way; a further parcel may follow a shipped one. Answers whether the order was in a state to be
 * shipped. Receipt is confirmed by itself ten days later.
 */
export async function shipOrder(
  tx: Tx,
  merchantId: number,
  orderId: number,
  { shipper, trackingNumber }: Parcel,
  now: Date,
): Promise<boolean> {
  const shipped = await tx
    .updateTable('orders')
    .set(({ ref, fn }) => ({
      status: STATUS.shipped,
      shipped_at: fn.coalesce(ref('shipped_at'), sql<number>`${now.getTime()}`),
      updated_at: now.getTime(),
    }))
    .where('merchant_id', '=', merchantId)
    .where('id', '=', orderId)
    .where('status', 'in', [STATUS.paid, STATUS.shipped])
    .returning('id')
    .executeTakeFirst()
  if (!shipped) return false
  await tx
    .insertInto('shipments')
    .values({
      merchant_id: merchantId,
      order_id: orderId,
      shipper,
      tracking_number: trackingNumber,
      traces_json: '[]',
      created_at: now.getTime(),
    })
    .execute()
  const runAt = new Date(now.getTime() + CONFIRM_AFTER_DAYS * 86_400_000)
  await enqueue(tx, { merchantId, kind: 'confirmReceipt', key: `order:${orderId}`, payload: { orderId }, runAt }, now)
  return true
}

/** The goods have come, by the buyer's word, a verified code, or because time has passed. Answers whether they were on their way. */
export async function receiveOrder(
  tx: Tx,
  merchantId: number,
  orderId: number,
  now: Date,
  from: readonly number[],
  userId?: number,
): Promise<boolean> {
  const received = await tx
    .updateTable('orders')
    .set({ status: STATUS.received, received_at: now.getTime(), updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', orderId)
    .$if(userId !== undefined, query => query.where('user_id', '=', userId ?? 0))
    .where('status', 'in', [...from])
    .returning('id')
    .executeTakeFirst()
  return received !== undefined
}
