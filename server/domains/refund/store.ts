import type { Selectable } from 'kysely'
import type { Fen } from '../../../contract/money'
import type { Db } from '../../db/database'
import type { OrderLineTable, RefundLineTable, RefundTable } from '../../db/tables'
import type { OrderRow } from '../order/rows'
import type { PurchaseState } from '../supply/states'
import type { SoldLine } from './offer'
import { REFUND, TYPE } from './states'

export type RefundRow = Selectable<RefundTable>
export type RefundLineRow = Selectable<RefundLineTable>

/** Lines of orders as after-sale sees them: what a supplier did, what was given back before. */
export async function soldLines(
  db: Db,
  merchantId: number,
  order: Pick<OrderRow, 'id' | 'has_refund' | 'has_supply'>,
): Promise<(Selectable<OrderLineTable> & SoldLine)[]> {
  const lines = await db
    .selectFrom('order_lines')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', order.id)
    .orderBy('id')
    .execute()
  const purchases = order.has_supply ? await purchaseStates(db, merchantId, order.id) : []
  const before = order.has_refund ? await askedBefore(db, merchantId, order.id) : []
  return lines.map(line => {
    const own = before.filter(({ order_line_id }) => order_line_id === line.id)
    return {
      ...line,
      purchase: purchases.find(({ order_line_id }) => order_line_id === line.id)?.state as PurchaseState | undefined,
      taken: own.filter(({ takes }) => takes).reduce((sum, { number }) => sum + number, 0),
      isAsked: own.some(({ open_line_id }) => open_line_id !== null),
    }
  })
}

const purchaseStates = (db: Db, merchantId: number, orderId: number) =>
  db
    .selectFrom('supply_purchases')
    .select(['order_line_id', 'state'])
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', orderId)
    .execute()

async function askedBefore(db: Db, merchantId: number, orderId: number) {
  const rows = await db
    .selectFrom('refund_lines as line')
    .innerJoin('refunds', join =>
      join.onRef('refunds.merchant_id', '=', 'line.merchant_id').onRef('refunds.id', '=', 'line.refund_id'),
    )
    .select(['line.order_line_id', 'line.number', 'line.open_line_id', 'refunds.status', 'refunds.type'])
    .where('line.merchant_id', '=', merchantId)
    .where('refunds.order_id', '=', orderId)
    .execute()
  return rows.map(row => ({ ...row, takes: row.status === REFUND.done && row.type !== TYPE.exchange }))
}

interface RefundFilter {
  userId: number
  orderId?: number | undefined
  orderLineId?: number | undefined
  limit?: number | undefined
  offset?: number | undefined
}

/** A shopper's requests, the newest first. */
export const findRefunds = (
  db: Db,
  merchantId: number,
  { userId, orderId, orderLineId, limit = 100, offset = 0 }: RefundFilter,
): Promise<RefundRow[]> =>
  db
    .selectFrom('refunds')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .$if(orderId !== undefined, query => query.where('order_id', '=', orderId ?? 0))
    .$if(orderLineId !== undefined, query =>
      query.where('id', 'in', eb =>
        eb
          .selectFrom('refund_lines')
          .select('refund_id')
          .where('refund_lines.merchant_id', '=', merchantId)
          .where('order_line_id', '=', orderLineId ?? 0),
      ),
    )
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()

/** The lines of requests, with what was bought. */
export const refundedLines = (db: Db, merchantId: number, refundIds: readonly number[]) =>
  db
    .selectFrom('refund_lines as line')
    .innerJoin('order_lines as sold', join =>
      join.onRef('sold.merchant_id', '=', 'line.merchant_id').onRef('sold.id', '=', 'line.order_line_id'),
    )
    .select(['line.refund_id', 'line.order_line_id', 'line.number', 'line.amount_fen'])
    .select(['sold.goods_id', 'sold.sku_id', 'sold.goods_name', 'sold.pic', 'sold.pic_color'])
    .select(['sold.property', 'sold.supply_type', 'sold.bookings_json'])
    .where('line.merchant_id', '=', merchantId)
    .where('line.refund_id', 'in', [...refundIds])
    .orderBy('line.order_line_id')
    .execute()

export type RefundedLine = Awaited<ReturnType<typeof refundedLines>>[number]

/** What a shopper has got back altogether. */
export async function refundedTotal(db: Db, merchantId: number, userId: number): Promise<Fen> {
  const row = await db
    .selectFrom('refunds')
    .select(({ fn }) => [
      fn.sum<number | null>('balance_fen').as('balance'),
      fn.sum<number | null>('online_fen').as('online'),
    ])
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('status', '=', REFUND.done)
    .executeTakeFirst()
  return (Number(row?.balance ?? 0) + Number(row?.online ?? 0)) as Fen
}
