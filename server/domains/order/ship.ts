import { sql } from 'kysely'
import type { Tx } from '../../db/database'
import { enqueue } from '../../jobs/queue'
import { tellShopper } from '../template/send'
import { tellShipping } from '../wechat/shipping'
import { completeOrders } from './complete'
import { confirmAt } from './confirm'
import { STATUS } from './status'

export interface Parcel {
  shipper: string
  trackingNumber: string
}

/**
 * Sends a paid order on its way, one that waits for no group any more; a further parcel may follow a shipped one, and the same
 * one again changes nothing. Answers whether the order was in a state to be shipped. Receipt is confirmed by itself ten days later.
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
    .where('awaits_team', '=', 0)
    .returning('id')
    .executeTakeFirst()
  if (!shipped) return false
  // The order is held by the update above, so that two who ship it at once follow one another.
  const known = await tx
    .selectFrom('shipments')
    .select('id')
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', orderId)
    .where('tracking_number', '=', trackingNumber)
    .executeTakeFirst()
  if (known) return true
  const parcel = await tx
    .insertInto('shipments')
    .values({
      merchant_id: merchantId,
      order_id: orderId,
      shipper,
      tracking_number: trackingNumber,
      traces_json: '[]',
      created_at: now.getTime(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tellShipping(tx, merchantId, orderId, `parcel:${parcel.id}`, now)
  await tellShopper(tx, merchantId, { event: 'shipped', orderId, fact: `:${parcel.id}` }, now)
  const runAt = confirmAt(now.getTime())
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
    .where('awaits_team', '=', 0)
    .returning('id')
    .executeTakeFirst()
  if (received) await completeOrders(tx, merchantId, [orderId], now)
  if (received) await tellShipping(tx, merchantId, orderId, 'received', now)
  return received !== undefined
}
