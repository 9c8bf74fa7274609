import { yuanText } from '../../contract/money'
import { formatTime } from '../../contract/time'
import { LONGEST_ANSWER, planAnswer } from '../../server/domains/complaint/answer'
import { COMPLAINT_TEXTS, type ComplaintRow } from '../../server/domains/complaint/store'
import type { Merchant } from '../../server/http/handlers'
import { type Command, CommandError, idFrom, readArguments, type Shop, verbFrom } from './context'

const usage = '[list [--all] | show <编号> | answer <编号> <答复> | complete <编号> [--answer <答复>]]'

interface Desk {
  shop: Shop
  merchant: Merchant
  values: Record<string, string | boolean | undefined>
}

/** What payers complain of at WeChat Pay. */
export const complaints: Command = {
  usage,
  about:
    '微信支付的消费者投诉：列表（--all 含已完成）、查看、答复、声明处理完成；由服务送到微信 / complaints of payers: list, show, answer, declare settled',
  async run(words, shop) {
    const [verb, args] = verbFrom(words, 'list')
    const step = steps[verb]
    if (!step) throw new CommandError(`没有这个动作 / no such verb: ${verb}\n用法 / usage: complaints ${usage}`)
    const options = { all: 'boolean', answer: 'string' } as const
    const { positionals, values, shop: name } = readArguments(args, `complaints ${usage}`, step.names, options)
    await step.run({ shop, merchant: await shop.merchant(name), values }, positionals)
  },
}

const steps: Record<string, { names: string[]; run(desk: Desk, words: string[]): Promise<void> }> = {
  list: { names: [], run: list },
  show: { names: ['id'], run: show },
  answer: { names: ['id', 'text'], run: (desk, [id, text]) => say(desk, id, text, false) },
  complete: { names: ['id'], run: (desk, [id]) => say(desk, id, desk.values.answer as string | undefined, true) },
}

async function list({ shop, merchant, values }: Desk): Promise<void> {
  const rows = await shop.database.db
    .selectFrom('complaints')
    .selectAll()
    .where('merchant_id', '=', merchant.id)
    .$if(values.all !== true, query => query.where('state', '!=', 'PROCESSED'))
    .orderBy('complained_at', 'desc')
    .limit(100)
    .execute()
  if (rows.length === 0) return console.log('没有待处理的投诉 / no complaints')
  for (const row of rows) console.log(lineFor(row))
}

const lineFor = ({ id, complained_at, amount_fen, out_trade_no, state, payer_waits }: ComplaintRow) =>
  `#${id}  ${formatTime(new Date(complained_at))}  支付单 ${out_trade_no}  ¥${yuanText(amount_fen)}  ${COMPLAINT_TEXTS[state]}${
    payer_waits && state !== 'PROCESSED' ? '（顾客在等答复）' : ''
  }`

async function show(desk: Desk, [id]: string[]): Promise<void> {
  const row = await find(desk, id)
  console.log(`${lineFor(row)}\n  ${row.detail}`)
}

async function say(desk: Desk, id: string | undefined, text: string | undefined, isSettled: boolean): Promise<void> {
  const { shop } = desk
  const row = await find(desk, id)
  if (row.state === 'PROCESSED') throw new CommandError('这个投诉已经处理完成 / it is settled')
  if (text !== undefined && (text.trim() === '' || [...text].length > LONGEST_ANSWER))
    throw new CommandError(`答复要有 1 到 ${LONGEST_ANSWER} 个字 / 1 to ${LONGEST_ANSWER} characters`)
  await shop.database.transaction(tx =>
    planAnswer(tx, row, { isSettled, ...(text !== undefined && { text }) }, shop.now),
  )
  console.log(`服务会送到微信 / the server tells WeChat: #${row.id}`)
}

async function find({ shop, merchant }: Desk, id: string | undefined): Promise<ComplaintRow> {
  const row = await shop.database.db
    .selectFrom('complaints')
    .selectAll()
    .where('merchant_id', '=', merchant.id)
    .where('id', '=', idFrom(id ?? ''))
    .executeTakeFirst()
  if (!row) throw new CommandError(`没有投诉 ${id} / no such complaint`)
  return row
}
