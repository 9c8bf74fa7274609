import { touch } from '../../cache'
import type { Tx } from '../../db/database'
import { comeBackUnpaid } from '../coupon/checkout'
import { giveBackBargain } from '../kanjia/buying'
import { freePlace } from '../pingtuan/places'
import { returnScore } from '../score/spending'
import { STATUS } from './status'
import { returnStock } from './stock'

/** Closes an unpaid order and puts its goods back; answers whether it was open. `userId`: only that shopper's. */
export async function closeOrder(
  tx: Tx,
  merchantId: number,
  orderId: number,
  now: Date,
  userId?: number,
): Promise<boolean> {
  const closed = await tx
    .updateTable('orders')
    .set({ status: STATUS.closed, closed_at: now.getTime(), updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', orderId)
    .$if(userId !== undefined, query => query.where('user_id', '=', userId ?? 0))
    .where('status', '=', STATUS.unpaid)
    .returning(['id', 'kanjia_id', 'team_id'])
    .executeTakeFirst()
  if (!closed) return false
  if (closed.kanjia_id !== null) await giveBackBargain(tx, merchantId, closed.kanjia_id, now)
  await comeBackUnpaid(tx, merchantId, orderId, now)
  if (closed.team_id !== null) await freePlace(tx, merchantId, closed.team_id, orderId, now)
  const lines = await tx
    .selectFrom('order_lines')
    .select(['sku_id', 'goods_id', 'number', 'bookings_json'])
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', orderId)
    .execute()
  await returnStock(tx, merchantId, lines)
  await returnScore(tx, merchantId, orderId, now)
  touch(
    tx,
    merchantId,
    'catalogue',
    lines.map(({ goods_id }) => goods_id),
  )
  return true
}
