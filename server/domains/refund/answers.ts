/** After-sale as WXAPI spells it. */
import type { Db } from '../../db/database'
import { readJson } from '../../json'
import type { ReturnAddress } from './keeper'
import { BACK, LOGISTICS_TEXTS, REFUND, REFUND_TEXTS, TYPE, TYPE_TEXTS } from './states'
import { type RefundedLine, type RefundRow, refundedLines } from './store'

export async function refundAnswers(db: Db, merchantId: number, rows: readonly RefundRow[]) {
  const lines = await refundedLines(
    db,
    merchantId,
    rows.map(({ id }) => id),
  )
  const numbers = await db
    .selectFrom('orders')
    .select(['id', 'order_number'])
    .where('merchant_id', '=', merchantId)
    .where(
      'id',
      'in',
      rows.map(({ order_id }) => order_id),
    )
    .execute()
  const payments = await db
    .selectFrom('payments')
    .select(['id', 'provider'])
    .where('merchant_id', '=', merchantId)
    .where(
      'id',
      'in',
      rows.map(({ payment_id }) => payment_id ?? 0),
    )
    .execute()
  return rows.map(row =>
    answerOf(
      row,
      lines.filter(({ refund_id }) => refund_id === row.id),
      numbers.find(({ id }) => id === row.order_id)?.order_number ?? '',
      payments.find(({ id }) => id === row.payment_id)?.provider ?? '',
    ),
  )
}

function answerOf(row: RefundRow, lines: RefundedLine[], orderNumber: string, provider: string) {
  const [first] = lines
  return {
    baseInfo: {
      id: row.id,
      orderId: row.order_id,
      orderGoodsId: first?.order_line_id ?? 0,
      outerOrderId: orderNumber,
      type: row.type,
      typeStr: TYPE_TEXTS[row.type] ?? '',
      status: row.status,
      statusStr: REFUND_TEXTS[row.status] ?? '',
      status2: row.status2,
      logisticsStatus: row.logistics_status,
      logisticsStatusStr: LOGISTICS_TEXTS[row.logistics_status] ?? '',
      reason: row.reason,
      remark: row.remark,
      number: row.number,
      amount: row.amount_fen,
      logisticsContent: logisticsOf(row),
      shopRemark: row.shop_remark,
      channel: [row.online_fen > 0 && provider, row.balance_fen > 0 && 'balance'].filter(Boolean).join(','),
      shipperName: row.resent_shipper || undefined,
      trackingNumber: row.resent_tracking || undefined,
      dateAdd: new Date(row.created_at),
      dateUpdate: new Date(row.updated_at),
    },
    goodInfo: { goodsName: first?.goods_name ?? '', pic: first?.pic ?? '' },
    goodsList: lines.map(line => ({
      orderGoodsId: line.order_line_id,
      goodsId: line.goods_id,
      goodsName: line.goods_name,
      pic: line.pic,
      picColor: line.pic_color,
      property: line.property,
      number: line.number,
      amount: line.amount_fen,
    })),
    pics: readJson<string[]>(row.pics_json).map(pic => ({ pic })),
    logs: logsOf(row),
  }
}

/** Where to, and with what it was sent: clients read one from the other's side. */
function logisticsOf({ return_json, back_shipper, back_tracking, status2 }: RefundRow): string | undefined {
  if (status2 === BACK.none) return undefined
  const address = return_json === null ? {} : readJson<ReturnAddress>(return_json)
  const parcel = back_tracking ? { shipperName: back_shipper, trackingNumber: back_tracking } : {}
  return JSON.stringify({ ...address, ...parcel })
}

/** What happened to a request, read off its own times: the oldest first. */
function logsOf(row: RefundRow) {
  const last = { [REFUND.withdrawn]: '撤销', [REFUND.refused]: '商家拒绝' } as Record<number, string>
  const steps = [
    [row.created_at, '申请售后'],
    [row.agreed_at, '商家同意'],
    [row.sent_back_at, '寄回商品'],
    [row.came_back_at, '商家收到退货'],
    [row.ended_at, last[row.status] ?? (row.type === TYPE.exchange ? '换货寄出' : '退款到账')],
  ] as const
  return steps.flatMap(([at, typeStr]) => (at === null ? [] : [{ typeStr, dateAdd: new Date(at) }]))
}
