/** Lists and details of a shopper's orders. */
import type { Input } from '../../../contract/index'
import { fen } from '../../../contract/money'
import type { order } from '../../../contract/order'
import type { Db } from '../../db/database'
import { containing } from '../../db/like'
import type { SignedIn } from '../../http/handlers'
import { orRefuse } from '../../http/refusal'
import { type ExtJson, readJson } from '../../json'
import { someOf, totals, windowOf } from '../../paging'
import { setOfBargain } from '../kanjia/bargains'
import { lateMoneyFor } from '../pay/late'
import { typesOf } from '../refund/offer'
import { soldLines } from '../refund/store'
import { type BranchRow, findBranch } from '../subshop/store'
import { revealCodes } from '../supply/codes'
import { lineSupplyState } from '../supply/order-state'
import { partAnswer, partsOf } from './parts'
import { lineOf, logisticsOf, logsOf, type OrderLineRow, type OrderRow, orderOf, type ShipmentRow } from './rows'
import { STATUS } from './status'
import type { Trace } from './traces'

type ListFilter = Input<typeof order.orderList>

export async function orderPage(filter: ListFilter, { db, merchant, user }: SignedIn) {
  const orders = someOf(await listOrders(db, merchant.id, user.id, filter))
  const lines = await linesOf(
    db,
    merchant.id,
    orders.map(({ id }) => id),
  )
  const logistics = orders.flatMap(row => {
    const address = logisticsOf(row)
    return address ? [[row.id, address] as const] : []
  })
  return {
    orderList: orders.map(orderOf),
    goodsMap: Object.fromEntries(orders.map(({ id }) => [id, lines.filter(line => line.order_id === id).map(lineOf)])),
    logisticsMap: Object.fromEntries(logistics),
    ...totals(orders[0]?.total ?? 0, filter),
  }
}

function listOrders(db: Db, merchantId: number, userId: number, filter: ListFilter) {
  const { limit, offset } = windowOf(filter)
  const {
    status,
    statusBatch,
    orderNumber,
    shopId,
    hasRefund,
    refundStatus,
    goodReputation,
    type = 0,
    nameLike,
  } = filter
  return (
    db
      .selectFrom('orders')
      .selectAll()
      .select(({ fn }) => fn.countAll<number>().over().as('total'))
      .where('merchant_id', '=', merchantId)
      .where('user_id', '=', userId)
      .where('is_deleted', '=', 0)
      .$if(status !== undefined, query => query.where('status', '=', status ?? 0))
      .$if(statusBatch !== undefined, query => query.where('status', 'in', statusBatch ?? []))
      .$if(orderNumber !== undefined, query => query.where('order_number', '=', orderNumber ?? ''))
      .$if(shopId !== undefined, query => query.where('shop_id', '=', shopId ?? 0))
      .$if(hasRefund !== undefined, query => query.where('has_refund', '=', Number(hasRefund)))
      .$if(refundStatus !== undefined, query => query.where('refunded_fen', refundStatus ? '>' : '=', fen(0)))
      // Every order is of the ordinary type so far; asking for others finds nothing.
      .$if(type !== 0, query => query.where('id', '=', 0))
      .$if(goodReputation !== undefined, query =>
        query.where('id', 'in', eb =>
          eb
            .selectFrom('reviews')
            .select('order_id')
            .where('reviews.merchant_id', '=', merchantId)
            .where('rating', '=', goodReputation ?? 0),
        ),
      )
      .$if(nameLike !== undefined, query =>
        query.where('id', 'in', eb =>
          eb
            .selectFrom('order_lines')
            .select('order_id')
            .where('order_lines.merchant_id', '=', merchantId)
            .where(containing('goods_name', nameLike)),
        ),
      )
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute()
  )
}

export const linesOf = (db: Db, merchantId: number, orderIds: readonly number[]): Promise<OrderLineRow[]> =>
  db
    .selectFrom('order_lines')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('order_id', 'in', [...orderIds])
    .orderBy('id')
    .execute()

export const shipmentsOf = (db: Db, merchantId: number, orderId: number): Promise<ShipmentRow[]> =>
  db
    .selectFrom('shipments')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute()

const reviewsOf = (db: Db, merchantId: number, orderId: number) =>
  db.selectFrom('reviews').selectAll().where('merchant_id', '=', merchantId).where('order_id', '=', orderId).execute()

export async function orderDetail(
  { id, hxNumber }: { id?: number | undefined; hxNumber?: string | undefined },
  context: SignedIn,
) {
  const { db, merchant, user, now } = context
  const row = orRefuse(await findOrder(db, merchant.id, user.id, { id, hxNumber }), 'orderUnknown')
  const lines = await soldLines(db, merchant.id, row)
  const shipments = await shipmentsOf(db, merchant.id, row.id)
  const reviews = row.status >= STATUS.received ? await reviewsOf(db, merchant.id, row.id) : []
  const codes = row.has_supply ? await revealCodes(context, row.id) : []
  const late = row.status === STATUS.unpaid ? [] : await lateMoneyFor(db, row)
  const traces = shipments.flatMap(({ traces_json }) => readJson<Trace[]>(traces_json))
  return {
    orderInfo: { ...orderOf(row), trackingNumber: shipments[0]?.tracking_number },
    // Not what the product allows in general, but what can be asked for now: clients offer just that.
    goods: lines.map(line => ({
      ...lineOf(line),
      afterSale: typesOf(row, line, now).join(','),
      supplyState: lineSupplyState(row, line),
    })),
    logistics: logisticsOf(row, shipments[0]),
    shopInfoZt: row.branch_id ? pickUpShopOf(await findBranch(db, merchant.id, row.branch_id)) : undefined,
    logisticsTraces: traces.length ? traces : undefined,
    orderLogisticsShippers: shipments.length ? shipments.map(shipperOf) : undefined,
    logs: logsOf(row),
    goodsCoupons: codes.length ? codes : undefined,
    extJson: readJson<ExtJson>(row.ext_json),
    priceParts: partsOf(row).map(partAnswer),
    kjid: row.kanjia_id === null ? undefined : await setOfBargain(db, merchant.id, row.kanjia_id),
    lateMoney: late.length ? late : undefined,
    reviews: reviews.length
      ? reviews.map(review => ({
          orderGoodsId: review.order_line_id,
          goodReputation: review.rating,
          goodReputationRemark: review.remark,
          dateReputation: new Date(review.created_at),
        }))
      : undefined,
  }
}

const pickUpShopOf = (branch: BranchRow | undefined) =>
  branch && {
    id: branch.id,
    name: branch.name,
    address: branch.address,
    linkPhone: branch.phone,
    openingHours: branch.hours,
    latitude: branch.latitude ?? undefined,
    longitude: branch.longitude ?? undefined,
  }

const shipperOf = (row: ShipmentRow) => ({
  id: row.id,
  orderId: row.order_id,
  shipperName: row.shipper,
  trackingNumber: row.tracking_number,
  traces: row.traces_json,
  tracesArray: readJson<Trace[]>(row.traces_json),
})

/** A shopper's own order; the verification code wins over the id. */
export const findOrder = (
  db: Db,
  merchantId: number,
  userId: number,
  { id, hxNumber }: { id?: number | undefined; hxNumber?: string | undefined },
): Promise<OrderRow | undefined> =>
  db
    .selectFrom('orders')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('is_deleted', '=', 0)
    .$if(hxNumber !== undefined, query => query.where('hx_number', '=', hxNumber ?? ''))
    .$if(hxNumber === undefined, query => query.where('id', '=', id ?? 0))
    .executeTakeFirst()

export async function countByStatus(db: Db, merchantId: number, userId: number, needsLogistics: boolean | undefined) {
  const rows = await db
    .selectFrom('orders')
    .select('status')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('is_deleted', '=', 0)
    .$if(needsLogistics !== undefined, query => query.where('needs_logistics', '=', Number(needsLogistics)))
    .groupBy('status')
    .execute()
  const countOf = (status: number) => rows.find(row => row.status === status)?.count ?? 0
  return {
    count_id_no_pay: countOf(STATUS.unpaid),
    count_id_no_transfer: countOf(STATUS.paid),
    count_id_no_confirm: countOf(STATUS.shipped),
    count_id_no_reputation: countOf(STATUS.received),
    count_id_success: countOf(STATUS.reviewed),
    count_id_close: countOf(STATUS.closed),
  }
}
