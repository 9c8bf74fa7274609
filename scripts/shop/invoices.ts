import { yuanText } from '../../contract/money'
import { formatTime } from '../../contract/time'
import type { Db } from '../../server/db/database'
import { decideInvoice, INVOICE, INVOICE_TEXTS } from '../../server/domains/invoice/store'
import { type Command, CommandError, idFrom, readArguments } from './context'

const usage = '[issue <编号> <文件网址 url> | refuse <编号> <原因>]'

/** Invoices that shoppers ask for. */
export const invoices: Command = {
  usage,
  about: '列出发票申请；issue 填写已开发票的网址，refuse 拒绝 / list invoices asked for, issue or refuse one',
  async run([verb, ...args], shop) {
    const { database, now } = shop
    if (verb === undefined || verb.startsWith('--')) {
      const { shop: name } = readArguments(verb ? [verb, ...args] : args, usage, [])
      return list(database.db, (await shop.merchant(name)).id)
    }
    if (verb !== 'issue' && verb !== 'refuse') throw new CommandError(`用法 / usage: invoices ${usage}`)
    const { positionals, shop: name } = readArguments(args, usage, ['id', 'text'])
    const [id = '', text = ''] = positionals
    if (verb === 'issue' && !/^https?:\/\//.test(text))
      throw new CommandError('请写发票文件的网址 / name the address of the file')
    const merchant = await shop.merchant(name)
    const decision =
      verb === 'issue' ? { status: INVOICE.issued, file: text } : { status: INVOICE.refused, shop_remark: text }
    const isDone = await database.transaction(tx => decideInvoice(tx, merchant.id, idFrom(id), decision, now))
    if (!isDone) throw new CommandError(`没有待处理的发票 ${id} / no open invoice`)
    console.log(`${INVOICE_TEXTS[decision.status]} / done: ${id}`)
  },
}

async function list(db: Db, merchantId: number): Promise<void> {
  const rows = await db
    .selectFrom('invoices')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  if (rows.length === 0) return console.log('没有发票申请 / none asked for')
  for (const row of rows)
    console.log(
      `${row.id}  ${formatTime(new Date(row.created_at))}  ${row.title} ${row.tax_number}  ¥${yuanText(row.amount_fen)}  ${row.email}  ${INVOICE_TEXTS[row.status]}`,
    )
}
