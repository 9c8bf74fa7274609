import { yuanText } from '../../contract/money'
import type { Tx } from '../../server/db/database'
import { listWithdrawals, markPaid, refuseMoney, sendMoney } from '../../server/domains/withdraw/keeper'
import { STATUS_TEXTS, statusOf } from '../../server/domains/withdraw/states'
import { Refusal } from '../../server/http/refusal'
import { type Command, CommandError, idFrom, readArguments, type Shop, verbFrom } from './context'

const usage = '[list | send <编号> | paid <编号> | refuse <编号> <原因>]'

/** Withdrawals: seen, and decided. */
export const withdraw: Command = {
  usage,
  about:
    '提现：send 付到顾客微信（顾客确认收款），paid 已自行打款，refuse 退回余额 / withdrawals: send by WeChat, paid by hand, refuse',
  async run(words, shop) {
    const [verb, args] = verbFrom(words, 'list')
    const run = verbs[verb]
    if (!run) throw new CommandError(`用法 / usage: withdraw ${usage}`)
    await run(args, shop)
  },
}

type Decision = (tx: Tx, merchantId: number, id: number, reason: string, now: Date) => Promise<boolean>

const verbs: Record<string, (args: string[], shop: Shop) => Promise<void>> = {
  async list(args, shop) {
    const { shop: at } = readArguments(args, usage, [])
    const rows = await listWithdrawals(shop.database.db, (await shop.merchant(at)).id)
    const lines = rows.map(row => {
      const parts = [
        `${row.id}`,
        row.number,
        `顾客 ${row.user_id}`,
        `¥${yuanText(row.amount_fen)}`,
        row.name,
        row.bank_json === '{}' ? '' : row.bank_json,
        STATUS_TEXTS[statusOf(row)],
        row.reason || row.fail_reason,
      ]
      return parts.filter(Boolean).join(' ')
    })
    console.log(lines.length ? lines.join('\n') : '还没有提现申请 / none yet')
  },

  send: (args, shop) =>
    decide(args, shop, [], '已发起微信转账，等顾客确认 / sent', (tx, merchantId, id, _, now) =>
      sendMoney(tx, merchantId, id, now),
    ),
  paid: (args, shop) =>
    decide(args, shop, [], '已记为打款 / paid', (tx, merchantId, id, _, now) => markPaid(tx, merchantId, id, now)),
  refuse: (args, shop) => decide(args, shop, ['reason'], '已退回余额 / refused', refuseMoney),
}

async function decide(args: string[], shop: Shop, more: string[], said: string, decision: Decision): Promise<void> {
  const { positionals, shop: at } = readArguments(args, usage, ['id', ...more])
  const [id, reason = ''] = positionals
  const merchant = await shop.merchant(at)
  const { transaction } = shop.database
  const isDone = await transaction(tx => decision(tx, merchant.id, idFrom(id), reason, shop.now)).catch(explain)
  if (!isDone) throw new CommandError(`没有待审核的提现 ${id} / no such withdrawal waits for you`)
  console.log(`${id} ${said}`)
}

function explain(error: unknown): never {
  if (error instanceof Refusal && error.reason === 'transferAmount')
    throw new CommandError('微信转账单笔 0.10 到 1999.99 元，请自行打款后用 paid / by WeChat 0.10 to 1999.99 only')
  throw error
}
