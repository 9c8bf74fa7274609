import { yuanText } from '../../../contract/money'
import { formatTime } from '../../../contract/time'
import { PAID_ELSEWHERE } from '../../../server/domains/order/status'
import { openCode } from '../../../server/domains/supply/codes'
import { findPurchase, type PurchaseRow } from '../../../server/domains/supply/purchases'
import { CommandError, idFrom } from '../context'
import type { Desk } from './desk'
import { secretsOf } from './secrets'

const STATES: Record<string, string> = {
  planned: '待购买',
  sending: '购买中',
  bought: '已买到',
  rejected: '被拒绝',
  unknown: '结果不明',
  incomplete: '卡密不全',
  refunded: '已退款',
}

/** Purchases, the newest first; `--state` names one state, in either language. */
export async function listPurchases({ shop, merchant, values }: Desk): Promise<void> {
  const wanted = values.state === undefined ? undefined : stateFrom(String(values.state))
  const rows = await shop.database.db
    .selectFrom('supply_purchases')
    .selectAll()
    .where('merchant_id', '=', merchant.id)
    .$if(wanted !== undefined, query => query.where('state', '=', wanted ?? ''))
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  if (rows.length === 0) return console.log('没有购买 / no purchases')
  for (const row of rows) console.log(lineFor(row))
}

function stateFrom(text: string): string {
  const known = Object.entries(STATES).find(([state, name]) => state === text || name === text)
  if (!known) throw new CommandError(`没有状态 ${text} / there is: ${Object.values(STATES).join(' ')}`)
  return known[0]
}

const lineFor = ({ id, created_at, goods_id, quantity, cost_fen, state, note }: PurchaseRow): string =>
  [
    `#${id}`,
    formatTime(new Date(created_at)),
    STATES[state] ?? state,
    `${goods_id} × ${quantity}`,
    ...(cost_fen === null ? [] : [`¥${yuanText(cost_fen)}`]),
    ...(note ? [`（${note}）`] : []),
  ].join('  ')

/** One purchase with all that is known of it. Of codes only the last four characters are shown. */
export async function showPurchase({ shop, merchant }: Desk, [text = '']: string[]): Promise<void> {
  const { db } = shop.database
  const purchase = await purchaseBy({ shop, merchant }, text)
  const order = await db
    .selectFrom('orders')
    .select(['order_number', 'remark', 'pay_channel'])
    .where('merchant_id', '=', merchant.id)
    .where('id', '=', purchase.order_id)
    .executeTakeFirst()
  const codes = await db
    .selectFrom('card_codes')
    .select(['order_line_id', 'position', 'sealed'])
    .where('merchant_id', '=', merchant.id)
    .where('purchase_id', '=', purchase.id)
    .orderBy('position')
    .execute()
  const resolutions = await db
    .selectFrom('supply_resolutions')
    .selectAll()
    .where('merchant_id', '=', merchant.id)
    .where('purchase_id', '=', purchase.id)
    .orderBy('id')
    .execute()
  const secrets = codes.length ? secretsOf(shop) : undefined
  const lines = [
    lineFor(purchase),
    `  订单 ${order?.order_number}${order?.pay_channel === PAID_ELSEWHERE ? `（${order.remark}）` : ''}，最多每件 ¥${yuanText(purchase.price_limit_fen)}，发送 ${purchase.attempts} 次`,
    ...(purchase.sent_at === null ? [] : [`  发送于 ${formatTime(new Date(purchase.sent_at))}`]),
    ...(purchase.supplier_order_id ? [`  供货商订单 ${purchase.supplier_order_id}`] : []),
    ...codes.map(code => `  卡密 ${masked(secrets ? openCode(secrets, merchant.id, code).secret : '')}`),
    ...(purchase.answer_sealed ? ['  供货商的原始回答已加密保存，了结后删除'] : []),
    ...resolutions.map(
      one =>
        `  了结 ${one.id}：${one.asked_by} 说${one.verdict === 'bought' ? '买到了' : '没买到'}，${one.confirmed_by ? `${one.confirmed_by} 已确认` : '等另一人确认'}`,
    ),
  ]
  console.log(lines.join('\n'))
}

const masked = (secret: string) => `****${secret.length > 6 ? secret.slice(-4) : ''}`

export async function purchaseBy(
  { shop, merchant }: Pick<Desk, 'shop' | 'merchant'>,
  text: string,
): Promise<PurchaseRow> {
  const row = await findPurchase(shop.database.db, merchant.id, idFrom(text.replace('#', '')))
  if (!row) throw new CommandError(`没有购买 ${text} / no such purchase`)
  return row
}
