/** The commission of a distributor, line by line. */
import { fen } from '../../../contract/money'
import { DAY_MS, parseTime } from '../../../contract/time'
import type { Db } from '../../db/database'
import { type PageRequest, someOf, totals, windowOf } from '../../paging'
import { STATUS_TEXTS } from '../order/status'
import { COMMISSION, COMMISSION_TEXTS, leftOf } from './commission'

interface Filter extends PageRequest {
  isSettlement?: boolean | undefined
  level?: number | undefined
  unit?: number | undefined
  uids?: number[] | undefined
  dateAddBegin?: string | undefined
  dateAddEnd?: string | undefined
}

export async function commissionLog(db: Db, merchantId: number, sellerId: number, filter: Filter) {
  // Commission is money here; score is never earned that way.
  const rows = someOf(filter.unit === 1 ? [] : await rowsOf(db, merchantId, sellerId, filter))
  const orders = await ordersOf(db, merchantId, [...new Set(rows.map(({ order_id }) => order_id))])
  const left = (state: number) => rows.filter(row => row.state === state).reduce((sum, row) => sum + leftOf(row), 0)
  return {
    result: rows.map(row => ({
      id: row.id,
      orderId: row.order_id,
      orderNumber: orders.find(({ id }) => id === row.order_id)?.order_number ?? '',
      goodsName: row.goods_name,
      nicks: row.nick,
      level: row.level,
      ...recordOf(row, sellerId),
      state: row.state,
      stateStr: COMMISSION_TEXTS[row.state] ?? '',
      dateAdd: new Date(row.created_at),
    })),
    ...totals(rows[0]?.total ?? 0, filter),
    orderList: orders.map(order => ({
      id: order.id,
      orderNumber: order.order_number,
      amountReal: order.real_fen,
      goodsNumber: order.goods_number,
      status: order.status,
      statusStr: STATUS_TEXTS[order.status] ?? '',
      dateAdd: new Date(order.created_at),
    })),
    goodsMap: Object.fromEntries(
      orders.map(({ id }) => [id, rows.filter(row => row.order_id === id).map(row => goodsOf(row, sellerId))]),
    ),
    aggregate: {
      sumCommision: fen(left(COMMISSION.settled) + left(COMMISSION.unsettled)),
      sumUnsettled: fen(left(COMMISSION.unsettled)),
    },
  }
}

function rowsOf(db: Db, merchantId: number, sellerId: number, filter: Filter) {
  const { isSettlement, level, uids = [], dateAddBegin, dateAddEnd } = filter
  const { limit, offset } = windowOf(filter)
  const startOf = (day = '1970-01-01') => parseTime(day).getTime()
  return db
    .selectFrom('fx_commissions as one')
    .innerJoin('order_lines as line', join =>
      join.onRef('line.merchant_id', '=', 'one.merchant_id').onRef('line.id', '=', 'one.order_line_id'),
    )
    .innerJoin('users', join =>
      join.onRef('users.merchant_id', '=', 'one.merchant_id').onRef('users.id', '=', 'one.buyer_id'),
    )
    .selectAll('one')
    .select(['line.goods_name', 'line.pic', 'line.number', 'line.unit_fen', 'users.nick'])
    .select(({ fn }) => fn.countAll<number>().over().as('total'))
    .where('one.merchant_id', '=', merchantId)
    .where('one.seller_id', '=', sellerId)
    .$if(isSettlement !== undefined, query => query.where('one.state', isSettlement ? '=' : '!=', COMMISSION.settled))
    .$if(level !== undefined, query => query.where('one.level', '=', level ?? 0))
    .$if(uids.length > 0, query => query.where('one.buyer_id', 'in', uids))
    .$if(dateAddBegin !== undefined, query => query.where('one.created_at', '>=', startOf(dateAddBegin)))
    .$if(dateAddEnd !== undefined, query => query.where('one.created_at', '<', startOf(dateAddEnd) + DAY_MS))
    .orderBy('one.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

const ordersOf = (db: Db, merchantId: number, ids: readonly number[]) =>
  db
    .selectFrom('orders')
    .select(['id', 'order_number', 'real_fen', 'goods_number', 'status', 'created_at'])
    .where('merchant_id', '=', merchantId)
    .where('id', 'in', [...ids])
    .orderBy('id', 'desc')
    .execute()

const recordOf = (row: Row, sellerId: number) => ({
  bili: row.rate_bp / 100,
  money: fen(leftOf(row)),
  isSettlement: row.state === COMMISSION.settled,
  unit: 0,
  uids: sellerId,
})

const goodsOf = (row: Row, sellerId: number) => ({
  goodsName: row.goods_name,
  pic: row.pic,
  number: row.number,
  amountSingle: row.unit_fen,
  commisionRecord: recordOf(row, sellerId),
})
