/** Paying orders: from the balance, or with what a payment has just brought. */

import type { ErrorName } from '../../../contract/errors'
import { touch } from '../../cache'
import type { Db, Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { type Transfer, userAccount } from '../../ledger/ledger'
import { planPurchases } from '../supply/plan'
import type { OrderRow } from './rows'
import { STATUS } from './status'

export interface Paying {
  merchantId: number
  userId: number
  orderIds: readonly number[]
  channel: 'balance' | 'wechatpay' | 'free'
  now: Date
}

/**
 * Moves unpaid orders of a shopper to paid, all or none, and answers the transfers that take the money from the balance:
 * the caller books them in the same transaction. Refuses with `orderUnknown` or `orderNotOpen`.
 */
export async function markPaid(tx: Tx, paying: Paying): Promise<{ orders: OrderRow[]; transfers: Transfer[] }> {
  const { merchantId, userId, channel, now } = paying
  const orderIds = [...new Set(paying.orderIds)].sort((a, b) => a - b)
  const orders = await tx
    .updateTable('orders')
    .set({ status: STATUS.paid, paid_at: now.getTime(), pay_channel: channel, updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('id', 'in', orderIds)
    .where('status', '=', STATUS.unpaid)
    .returningAll()
    .execute()
  if (orders.length !== orderIds.length) throw new Refusal(await whyNotOpen(tx, merchantId, userId, orderIds))
  const goodsIds = await countSales(tx, merchantId, orderIds)
  touch(tx, merchantId, 'catalogue', goodsIds)
  if (orders.some(order => order.has_supply)) await planPurchases(tx, merchantId, orderIds, now)
  const done = await finishWhatNeedsNothing(tx, merchantId, orders, now)
  return {
    orders: orders.map(order => done.get(order.id) ?? order),
    transfers: orders.filter(order => order.real_fen > 0).map(transferFor),
  }
}

const transferFor = (order: OrderRow): Transfer => ({
  key: `order:${order.id}:paid`,
  kind: 'orderPaid',
  about: `支付订单 ${order.order_number}`,
  ref: String(order.id),
  entries: [
    { account: userAccount(order.user_id), unit: 'CNY', amount: -order.real_fen },
    { account: 'shop:sales', unit: 'CNY', amount: order.real_fen },
  ],
})

/** Adds to what was sold of each product; answers which. */
async function countSales(tx: Tx, merchantId: number, orderIds: readonly number[]): Promise<number[]> {
  const rows = await tx
    .updateTable('goods')
    .set(({ eb, selectFrom, fn }) => {
      const lines = selectFrom('order_lines')
        .where('order_lines.merchant_id', '=', merchantId)
        .where('order_lines.order_id', 'in', [...orderIds])
        .whereRef('order_lines.goods_id', '=', 'goods.id')
      const orders = lines.select(line => line.fn.count<number>('order_id').distinct().as('orders')).$asScalar()
      const pieces = lines.select(line => line.fn.sum<number>('number').as('pieces')).$asScalar()
      return {
        order_count: eb('order_count', '+', fn.coalesce(orders, eb.lit(0))),
        sold_count: eb('sold_count', '+', fn.coalesce(pieces, eb.lit(0))),
      }
    })
    .where('merchant_id', '=', merchantId)
    .where('id', 'in', eb =>
      eb
        .selectFrom('order_lines')
        .select('goods_id')
        .where('order_lines.merchant_id', '=', merchantId)
        .where('order_lines.order_id', 'in', [...orderIds]),
    )
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Orders with nothing to send, to buy or to verify are complete when they are paid. */
async function finishWhatNeedsNothing(
  tx: Tx,
  merchantId: number,
  orders: readonly OrderRow[],
  now: Date,
): Promise<Map<number, OrderRow>> {
  const ids = orders
    .filter(order => !order.needs_logistics && !order.has_supply && order.hx_number === null && order.delivery !== 'zq')
    .map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const rows = await tx
    .updateTable('orders')
    .set({ status: STATUS.received, received_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('id', 'in', ids)
    .where('status', '=', STATUS.paid)
    .returningAll()
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}

async function whyNotOpen(db: Db, merchantId: number, userId: number, orderIds: readonly number[]): Promise<ErrorName> {
  const known = await db
    .selectFrom('orders')
    .select('id')
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('id', 'in', [...orderIds])
    .execute()
  return known.length < orderIds.length ? 'orderUnknown' : 'orderNotOpen'
}
