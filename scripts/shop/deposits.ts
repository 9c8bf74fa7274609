import { yuanText } from '../../contract/money'
import { formatTime } from '../../contract/time'
import { DEPOSIT, DEPOSIT_TEXTS, giveBack } from '../../server/domains/deposit/deposits'
import { type Command, CommandError, idFrom, readArguments, type Shop, verbFrom } from './context'

const usage = '[list [--all] | back <编号 id>]'

/** Deposits that stand aside, and giving them back. */
export const deposits: Command = {
  usage,
  about: '押金：list 还没退的（--all 连退了的），back 退回顾客余额 / deposits: list, give back to the balance',
  async run(words, shop) {
    const [verb, args] = verbFrom(words, 'list')
    if (verb === 'list') return list(args, shop)
    if (verb === 'back') return back(args, shop)
    throw new CommandError(`用法 / usage: deposits ${usage}`)
  },
}

/** Those that are asked back first. */
async function list(args: string[], shop: Shop): Promise<void> {
  const { values, shop: at } = readArguments(args, `deposits ${usage}`, [], { all: 'boolean' })
  const rows = await shop.database.db
    .selectFrom('deposits')
    .selectAll()
    .where('merchant_id', '=', (await shop.merchant(at)).id)
    .$if(!values.all, query => query.where('state', '!=', DEPOSIT.back))
    .orderBy('state', 'desc')
    .orderBy('id')
    .execute()
  const lines = rows.map(row => {
    const about = [row.ref_code, row.remark].filter(Boolean).join(' ')
    return `${row.id} ${formatTime(new Date(row.created_at))} 顾客 ${row.user_id} ¥${yuanText(row.amount_fen)} ${DEPOSIT_TEXTS[row.state]} ${about}`.trimEnd()
  })
  console.log(lines.length ? lines.join('\n') : '没有押金 / there are no deposits')
}

async function back(args: string[], shop: Shop): Promise<void> {
  const { positionals, shop: at } = readArguments(args, `deposits ${usage}`, ['id'])
  const id = idFrom(positionals[0])
  const merchant = await shop.merchant(at)
  const isBack = await shop.database.transaction(tx => giveBack(tx, merchant.id, id, shop.now))
  if (!isBack) throw new CommandError(`没有还未退回的押金 ${id} / no such deposit is to be given back`)
  console.log(`押金 ${id} 已退回顾客余额 / is back in the balance`)
}
