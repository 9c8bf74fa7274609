import { yuanText } from '../../contract/money'
import { formatTime } from '../../contract/time'
import type { Db } from '../../server/db/database'
import { linesOf, shipmentsOf } from '../../server/domains/order/read'
import { logisticsOf, logsOf, type OrderRow } from '../../server/domains/order/rows'
import { STATUS_TEXTS } from '../../server/domains/order/status'
import { type Command, CommandError, readArguments } from './context'

const listUsage = '[--status 待发货] [--count 20]'
const showUsage = '<订单号 orderNumber>'

export const listOrders: Command = {
  usage: listUsage,
  about: '列出订单，新的在前 / list orders, the newest first',
  async run(args, shop) {
    const { values, shop: name } = readArguments(args, listUsage, [], { status: 'string', count: 'string' })
    const merchant = await shop.merchant(name)
    const count = String(values.count ?? 20)
    if (!/^[1-9]\d{0,3}$/.test(count))
      throw new CommandError(`--count 应为 1 到 9999 的整数 / must be a whole number, not "${count}"`)
    const status = values.status === undefined ? undefined : statusFrom(String(values.status))
    const rows = await shop.database.db
      .selectFrom('orders')
      .selectAll()
      .where('merchant_id', '=', merchant.id)
      .$if(status !== undefined, query => query.where('status', '=', status ?? 0))
      .orderBy('id', 'desc')
      .limit(Number(count))
      .execute()
    if (rows.length === 0) return console.log('没有订单 / no orders')
    for (const row of rows)
      console.log(
        `${row.order_number}  ${formatTime(new Date(row.created_at))}  ¥${yuanText(row.real_fen).padStart(9)}  ${STATUS_TEXTS[row.status]}`,
      )
  },
}

function statusFrom(text: string): number {
  const known = Object.entries(STATUS_TEXTS).find(([number, name]) => name === text || number === text)
  if (!known)
    throw new CommandError(`没有状态 ${text} / no such state; there is: ${Object.values(STATUS_TEXTS).join(' ')}`)
  return Number(known[0])
}

export async function orderByNumber(db: Db, merchantId: number, orderNumber: string): Promise<OrderRow> {
  const row = await db
    .selectFrom('orders')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('order_number', '=', orderNumber)
    .executeTakeFirst()
  if (!row) throw new CommandError(`没有订单 ${orderNumber} / no such order`)
  return row
}

export const showOrder: Command = {
  usage: showUsage,
  about: '查看一张订单；卡密不会显示 / show one order; card codes are not shown',
  async run(args, shop) {
    const { positionals, shop: name } = readArguments(args, showUsage, ['orderNumber'])
    const merchant = await shop.merchant(name)
    const { db } = shop.database
    const order = await orderByNumber(db, merchant.id, positionals[0] ?? '')
    const address = logisticsOf(order)
    const lines = [
      `${order.order_number}  ${STATUS_TEXTS[order.status]}  顾客 uid ${order.user_id}`,
      ...(await linesOf(db, merchant.id, [order.id])).map(
        line => `  ${line.goods_name} ${line.property} × ${line.number}  ¥${yuanText(line.amount_fen)}`,
      ),
      `  商品 ¥${yuanText(order.amount_fen)}  运费 ¥${yuanText(order.freight_fen)}  实付 ¥${yuanText(order.real_fen)}`,
      ...(address
        ? [
            `  寄往 ${address.linkMan} ${address.mobile} ${address.provinceStr}${address.cityStr}${address.areaStr}${address.streetStr}${address.address}`,
          ]
        : []),
      ...(order.remark ? [`  备注 ${order.remark}`] : []),
      ...(await shipmentsOf(db, merchant.id, order.id)).map(
        parcel => `  包裹 ${parcel.shipper} ${parcel.tracking_number}`,
      ),
      ...logsOf(order).map(log => `  ${formatTime(log.dateAdd)} ${log.typeStr}`),
    ]
    console.log(lines.join('\n'))
  },
}
