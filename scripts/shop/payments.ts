import { yuanText } from '../../contract/money'
import { formatTime } from '../../contract/time'
import { OUTCOME_TEXTS, outcomeOf, PAYMENT, PAYMENT_TEXTS, type PaymentRow } from '../../server/domains/pay/payments'
import { titleOf } from '../../server/domains/pay/providers'
import { type QuarantineRow, REASONS, type Reason, resolveQuarantine } from '../../server/domains/pay/quarantine'
import type { Merchant } from '../../server/http/handlers'
import { Refusal } from '../../server/http/refusal'
import { type Command, CommandError, idFrom, readArguments, type Shop, verbFrom } from './context'

const usage = `[list [--status 支付成功] | show <支付单号> | quarantine [--all] | resolve <编号> <说明> [--credit]]`

interface Desk {
  shop: Shop
  merchant: Merchant
  values: Record<string, string | boolean | undefined>
}

/** Online payments, and money that did not match. */
export const payments: Command = {
  usage,
  about:
    '在线支付：列表、查看、对不上的款项（quarantine）及其处理（resolve，--credit 存入付款人余额）/ online payments, and money that did not match',
  async run(words, shop) {
    const [verb, args] = verbFrom(words, 'list')
    const step = steps[verb]
    if (!step) throw new CommandError(`没有这个动作 / no such verb: ${verb}\n用法 / usage: payments ${usage}`)
    const options = { status: 'string', all: 'boolean', credit: 'boolean' } as const
    const { positionals, values, shop: name } = readArguments(args, `payments ${usage}`, step.names, options)
    await step.run({ shop, merchant: await shop.merchant(name), values }, positionals)
  },
}

const steps: Record<string, { names: string[]; run(desk: Desk, words: string[]): Promise<void> }> = {
  list: { names: [], run: list },
  show: { names: ['outTradeNo'], run: show },
  quarantine: { names: [], run: quarantined },
  resolve: { names: ['id', 'note'], run: resolve },
}

async function list({ shop, merchant, values }: Desk): Promise<void> {
  const wanted = values.status === undefined ? undefined : statusFrom(String(values.status))
  const rows = await shop.database.db
    .selectFrom('payments')
    .selectAll()
    .where('merchant_id', '=', merchant.id)
    .$if(wanted !== undefined, query => query.where('state', '=', wanted ?? 0))
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  if (rows.length === 0) return console.log('没有支付单 / no payments')
  for (const row of rows) console.log(lineFor(row))
}

function statusFrom(text: string): number {
  const known = Object.entries(PAYMENT_TEXTS).find(([number, name]) => name === text || number === text)
  if (!known)
    throw new CommandError(`没有状态 ${text} / no such state; there is: ${Object.values(PAYMENT_TEXTS).join(' ')}`)
  return Number(known[0])
}

const lineFor = (row: PaymentRow) =>
  `${row.out_trade_no}  ${formatTime(new Date(row.created_at))}  ${titleOf(row.provider)}  ¥${yuanText(row.amount_fen)}  ${
    row.state === PAYMENT.paid ? OUTCOME_TEXTS[outcomeOf(row)] : PAYMENT_TEXTS[row.state]
  }`

async function show({ shop, merchant }: Desk, [outTradeNo = '']: string[]): Promise<void> {
  const row = await shop.database.db
    .selectFrom('payments')
    .selectAll()
    .where('merchant_id', '=', merchant.id)
    .where('out_trade_no', '=', outTradeNo)
    .executeTakeFirst()
  if (!row) throw new CommandError(`没有支付单 ${outTradeNo} / no such payment`)
  const lines = [
    lineFor(row),
    `  顾客 uid ${row.user_id}  方式 ${row.channel}  已退 ¥${yuanText(row.refunded_fen)}`,
    ...(row.transaction_id ? [`  ${titleOf(row.provider)}单号 ${row.transaction_id}`] : []),
    ...(row.next_action_json ? [`  用途 ${row.next_action_json}`] : []),
  ]
  console.log(lines.join('\n'))
}

async function quarantined({ shop, merchant, values }: Desk): Promise<void> {
  const rows = await shop.database.db
    .selectFrom('payment_quarantine')
    .selectAll()
    .where('merchant_id', '=', merchant.id)
    .$if(values.all !== true, query => query.where('resolved_at', 'is', null))
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  if (rows.length === 0) return console.log('没有对不上的款项 / nothing in quarantine')
  for (const row of rows) console.log(quarantineLine(row))
}

const quarantineLine = (row: QuarantineRow) =>
  `#${row.id}  ${formatTime(new Date(row.received_at))}  ${titleOf(row.provider)} ${row.transaction_id}  支付单 ${row.out_trade_no}  ${yuanText(row.amount_fen)} ${row.currency}  ${
    REASONS[row.reason as Reason]
  }${row.resolved_at === null ? '' : `  已处理：${row.note}`}`

async function resolve({ shop, merchant, values }: Desk, [id, note = '']: string[]): Promise<void> {
  const how = { note, isCredited: values.credit === true }
  try {
    const row = await shop.database.transaction(tx => resolveQuarantine(tx, merchant.id, idFrom(id), how, shop.now))
    console.log(`已处理 / resolved: ${quarantineLine(row)}`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new CommandError('没有这笔待处理的款项，或它不能存入余额 / not open, or nobody to credit')
  }
}
