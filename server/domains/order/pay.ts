/** Paying orders: from the balance, or with what a payment has just brought. */

import type { ErrorName } from '../../../contract/errors'
import { touch } from '../../cache'
import type { Db, Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { type PayProvider, type Transfer, userAccount } from '../../ledger/ledger'
import { holdCommission } from '../fx/commission'
import { payPlace } from '../pingtuan/places'
import { planPurchases } from '../supply/plan'
import { tellShopper } from '../template/send'
import { tellShipping } from '../wechat/shipping'
import { completeOrders } from './complete'
import type { OrderRow } from './rows'
import { STATUS } from './status'

export interface Paying {
  merchantId: number
  userId: number
  orderIds: readonly number[]
  channel: 'balance' | 'free' | PayProvider
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
  const ready = await readyOrders(tx, merchantId, orders, now)
  const supplied = ready.filter(order => order.has_supply).map(({ id }) => id)
  if (supplied.length) await planPurchases(tx, merchantId, supplied, now)
  for (const { id: orderId } of orders) await tellShopper(tx, merchantId, { event: 'paid', orderId }, now)
  await holdCommission(tx, merchantId, orders, now)
  const done = await finishWhatNeedsNothing(tx, merchantId, ready, now)
  return {
    orders: orders.map(order => done.get(order.id) ?? ready.find(({ id }) => id === order.id) ?? order),
    transfers: orders.filter(order => order.real_fen > 0).map(transferFor),
  }
}

/** Those that can go on: bought alone, or with a group that these payments have made complete, the orders of others included. */
async function readyOrders(tx: Tx, merchantId: number, orders: readonly OrderRow[], now: Date): Promise<OrderRow[]> {
  const ready = orders.filter(order => !order.awaits_team)
  const inTeams = orders.filter(order => order.awaits_team).sort((a, b) => (a.team_id ?? 0) - (b.team_id ?? 0))
  for (const order of inTeams) {
    if (!(await payPlace(tx, order, now))) continue
    const freed = await tx
      .updateTable('orders')
      .set({ awaits_team: 0, updated_at: now.getTime() })
      .where('merchant_id', '=', merchantId)
      .where('team_id', '=', order.team_id)
      .where('status', '=', STATUS.paid)
      .where('awaits_team', '=', 1)
      .returningAll()
      .execute()
    ready.push(...freed)
  }
  return ready
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
  await completeOrders(
    tx,
    merchantId,
    rows.map(({ id }) => id),
    now,
  )
  for (const { id } of rows) await tellShipping(tx, merchantId, id, 'received', now)
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
