import { yuanText } from '../../contract/money'
import { formatTime } from '../../contract/time'
import { cancelTransfer } from '../../server/domains/transfer/plan'
import { OPEN, TRANSFER_TEXTS, type TransferRow, type TransferState } from '../../server/domains/transfer/states'
import { type Command, CommandError, readArguments, type Shop, verbFrom } from './context'

const usage = '[list [--all] | cancel <单号>]'

/** Money on its way to shoppers' own WeChat. */
export const transfers: Command = {
  usage,
  about:
    '转到顾客微信的款项：还没有到账的，--all 为最近全部；cancel 撤销还没有被确认的一笔 / money on its way to shoppers; cancel calls one off that was not confirmed yet',
  async run(words, shop) {
    const [verb, args] = verbFrom(words, 'list')
    if (verb === 'cancel') return cancel(args, shop)
    if (verb !== 'list')
      throw new CommandError(`没有这个动作 / no such verb: ${verb}\n用法 / usage: transfers ${usage}`)
    const { values, shop: name } = readArguments(args, `transfers ${usage}`, [], { all: 'boolean' })
    const { id: merchantId } = await shop.merchant(name)
    const rows = await shop.database.db
      .selectFrom('merchant_transfers')
      .selectAll()
      .where('merchant_id', '=', merchantId)
      .$if(values.all !== true, query => query.where('state', 'in', OPEN))
      .orderBy('id', 'desc')
      .limit(100)
      .execute()
    if (rows.length === 0) return console.log('没有在途的转账 / nothing on its way')
    for (const row of rows) console.log(lineFor(row))
  },
}

async function cancel(args: string[], shop: Shop): Promise<void> {
  const { positionals, shop: name } = readArguments(args, `transfers ${usage}`, ['billNo'])
  const [billNo = ''] = positionals
  const { id: merchantId } = await shop.merchant(name)
  await shop.database.transaction(async tx => {
    const row = await tx
      .selectFrom('merchant_transfers')
      .selectAll()
      .where('merchant_id', '=', merchantId)
      .where('bill_no', '=', billNo)
      .executeTakeFirst()
    if (!row) throw new CommandError(`没有转账 ${billNo} / no such transfer`)
    if (!(await cancelTransfer(tx, row, shop.now))) throw new CommandError('这笔转账已经结束 / it has ended')
  })
  console.log(`已请求撤销 ${billNo}，微信支付确认后款项退回顾客余额 / the money is back once WeChat Pay has said so`)
}

const lineFor = (row: TransferRow) =>
  `${row.bill_no}  ${formatTime(new Date(row.created_at))}  uid ${row.user_id}  ¥${yuanText(row.amount_fen)}  ${row.remark}  ${
    TRANSFER_TEXTS[row.state as TransferState]
  }${row.is_cancelled && OPEN.includes(row.state as TransferState) ? '（撤销中）' : ''}${row.fail_reason && `：${row.fail_reason}`}`
