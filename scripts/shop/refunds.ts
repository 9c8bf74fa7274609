import { yuanText } from '../../contract/money'
import { formatTime } from '../../contract/time'
import {
  agreeToRefund,
  giveToBalance,
  giveUnasked,
  type ReturnAddress,
  refuseRefund,
  takeBackGoods,
} from '../../server/domains/refund/keeper'
import { REFUND_TEXTS, TYPE, TYPE_TEXTS } from '../../server/domains/refund/states'
import { type RefundRow, refundedLines } from '../../server/domains/refund/store'
import { settingOf } from '../../server/domains/site/settings'
import type { Merchant } from '../../server/http/handlers'
import { Refusal } from '../../server/http/refusal'
import { readJson } from '../../server/json'
import { type Command, CommandError, idFrom, readArguments, type Shop, verbFrom } from './context'
import { orderByNumber } from './orders'
import { yuanFrom } from './set-sku'

const usage = `[list [--status 待商家处理] | show <售后号> | agree <售后号> [--amount 元] [--note 说明] [--to "联系人 手机 地址"]
      | refuse <售后号> <原因> | received <售后号> [--shipper 快递 --tracking 运单号] [--unusable]
      | give <订单号> <原因> [--amount 元] [--line 行号] | to-balance <售后号>]`
/** Where goods are sent back to, unless `--to` says otherwise: `联系人 手机 地址`. */
const ADDRESS_SETTING = 'refund_address'

type Values = Record<string, string | boolean | undefined>

interface Desk {
  shop: Shop
  merchant: Merchant
  values: Values
}

/** After-sale, as the shop keeper handles it. */
export const refunds: Command = {
  usage,
  about: '处理售后：列表、查看、同意、拒绝、收到退货、主动退款 / after-sale',
  async run(words, shop) {
    const [verb, args] = verbFrom(words, 'list')
    const step = steps[verb]
    if (!step) throw new CommandError(`没有这个动作 / no such verb: ${verb}\n用法 / usage: refunds ${usage}`)
    const options = { status: 'string', amount: 'string', note: 'string', to: 'string', line: 'string' } as const
    const more = { shipper: 'string', tracking: 'string', unusable: 'boolean' } as const
    const {
      positionals,
      values,
      shop: name,
    } = readArguments(args, `refunds ${usage}`, step.names, { ...options, ...more })
    const desk = { shop, merchant: await shop.merchant(name), values }
    await step.run(desk, positionals).catch(explain)
  },
}

const steps: Record<string, { names: string[]; run(desk: Desk, words: string[]): Promise<void> }> = {
  list: { names: [], run: list },
  show: { names: ['refundNo'], run: async (desk, [no]) => show(desk, await refundByNumber(desk, no)) },
  agree: { names: ['refundNo'], run: agree },
  refuse: { names: ['refundNo', 'reason'], run: refuse },
  received: { names: ['refundNo'], run: received },
  give: { names: ['orderNumber', 'reason'], run: give },
  'to-balance': { names: ['refundNo'], run: toBalance },
}

function explain(error: unknown): never {
  if (!(error instanceof Refusal)) throw error
  if (error.reason === 'refundNotOpen') throw new CommandError('这张售后单现在不能这样处理 / not possible in its state')
  throw new CommandError(error.message)
}

async function list({ shop, merchant, values }: Desk): Promise<void> {
  const wanted = values.status === undefined ? undefined : statusFrom(String(values.status))
  const rows = await shop.database.db
    .selectFrom('refunds')
    .innerJoin('orders', 'orders.id', 'refunds.order_id')
    .selectAll('refunds')
    .select('orders.order_number')
    .where('refunds.merchant_id', '=', merchant.id)
    .where('orders.merchant_id', '=', merchant.id)
    .$if(wanted !== undefined, query => query.where('refunds.status', '=', wanted ?? 0))
    .orderBy('refunds.id', 'desc')
    .limit(100)
    .execute()
  if (rows.length === 0) return console.log('没有售后 / no after-sale')
  for (const row of rows) console.log(`${lineFor(row)}  订单 ${row.order_number}`)
}

function statusFrom(text: string): number {
  const known = Object.entries(REFUND_TEXTS).find(([number, name]) => name === text || number === text)
  if (!known)
    throw new CommandError(`没有状态 ${text} / no such state; there is: ${Object.values(REFUND_TEXTS).join(' ')}`)
  return Number(known[0])
}

const lineFor = (row: RefundRow) =>
  `${row.refund_no}  ${formatTime(new Date(row.created_at))}  ${TYPE_TEXTS[row.type]}  ¥${yuanText(row.amount_fen)}  ${REFUND_TEXTS[row.status]}${row.money_state === 'stuck' ? '（微信退款失败，可用 to-balance）' : ''}`

async function show({ shop, merchant }: Desk, row: RefundRow): Promise<void> {
  const { db } = shop.database
  const order = await db
    .selectFrom('orders')
    .select('order_number')
    .where('merchant_id', '=', merchant.id)
    .where('id', '=', row.order_id)
    .executeTakeFirst()
  const lines = [
    lineFor(row),
    `  订单 ${order?.order_number}  顾客 uid ${row.user_id}`,
    ...(await refundedLines(db, merchant.id, [row.id])).map(
      line => `  ${line.goods_name} ${line.property} × ${line.number}  ¥${yuanText(line.amount_fen)}`,
    ),
    `  原因 ${row.reason}${row.remark ? `：${row.remark}` : ''}`,
    ...readJson<string[]>(row.pics_json).map(pic => `  图片 ${pic}`),
    ...(row.shop_remark ? [`  回复 ${row.shop_remark}`] : []),
    ...(row.back_tracking ? [`  寄回 ${row.back_shipper} ${row.back_tracking}`] : []),
  ]
  console.log(lines.join('\n'))
}

async function agree(desk: Desk, [no]: string[]): Promise<void> {
  const { shop, merchant, values } = desk
  const refund = await refundByNumber(desk, no)
  const returnTo = refund.type === TYPE.money ? undefined : await returnAddress(desk)
  const amountFen = values.amount === undefined ? undefined : yuanFrom(String(values.amount))
  const note = values.note === undefined ? undefined : String(values.note)
  await shop.database.transaction(tx => agreeToRefund(tx, refund, { amountFen, note, returnTo }, shop.now))
  const next = refund.type === TYPE.money ? '款项正在退回 / the money goes back' : '等顾客寄回 / waits for the goods'
  console.log(`已同意 / agreed: ${refund.refund_no}，${next}（${merchant.name}）`)
}

async function returnAddress({ shop, merchant, values }: Desk): Promise<ReturnAddress> {
  const text = String(values.to ?? (await settingOf(shop.database.db, merchant.id, ADDRESS_SETTING)) ?? '').trim()
  const [linkMan, mobile, ...address] = text.split(/\s+/)
  if (!linkMan || !mobile || address.length === 0)
    throw new CommandError(
      `请用 --to "联系人 手机 地址" 写明寄回地址，或用 setting ${ADDRESS_SETTING} 存一个 / say where the goods go back to`,
    )
  return { linkMan, mobile, address: address.join(' ') }
}

async function refuse(desk: Desk, [no, reason = '']: string[]): Promise<void> {
  const refund = await refundByNumber(desk, no)
  await desk.shop.database.transaction(tx => refuseRefund(tx, refund, reason, desk.shop.now))
  console.log(`已拒绝 / refused: ${refund.refund_no} ${reason}`)
}

async function received(desk: Desk, [no]: string[]): Promise<void> {
  const { shop, values } = desk
  const refund = await refundByNumber(desk, no)
  const { shipper, tracking } = values
  if (refund.type === TYPE.exchange && !(shipper && tracking))
    throw new CommandError('换货请写明 --shipper 和 --tracking / an exchange needs the parcel with the new goods')
  const resent = shipper && tracking ? { shipper: String(shipper), trackingNumber: String(tracking) } : undefined
  const how = { resent, isUnusable: values.unusable === true }
  await shop.database.transaction(tx => takeBackGoods(tx, refund, how, shop.now))
  console.log(`已收到退货 / received back: ${refund.refund_no}`)
}

async function give({ shop, merchant, values }: Desk, [orderNumber = '', reason = '']: string[]): Promise<void> {
  const order = await orderByNumber(shop.database.db, merchant.id, orderNumber)
  const amountFen = values.amount === undefined ? undefined : yuanFrom(String(values.amount))
  const lineId = values.line === undefined ? undefined : idFrom(String(values.line))
  const wish = { merchantId: merchant.id, orderId: order.id, lineId, amountFen, reason }
  const refund = await shop.database.transaction(tx => giveUnasked(tx, wish, shop.now))
  console.log(`已退款 / given back: ${refund.refund_no} ¥${yuanText(refund.amount_fen)}`)
}

async function toBalance(desk: Desk, [no]: string[]): Promise<void> {
  const refund = await refundByNumber(desk, no)
  await desk.shop.database.transaction(tx => giveToBalance(tx, refund, desk.shop.now))
  console.log(`已退到余额 / given to the balance: ${refund.refund_no} ¥${yuanText(refund.online_fen)}`)
}

async function refundByNumber({ shop, merchant }: Desk, refundNo = ''): Promise<RefundRow> {
  const row = await shop.database.db
    .selectFrom('refunds')
    .selectAll()
    .where('merchant_id', '=', merchant.id)
    .where('refund_no', '=', refundNo)
    .executeTakeFirst()
  if (!row) throw new CommandError(`没有售后单 ${refundNo} / no such after-sale`)
  return row
}
