import { randomUUID } from 'node:crypto'
import { fen, yuanText } from '../../contract/money'
import { findUser } from '../../server/domains/user/users'
import { Refusal } from '../../server/http/refusal'
import { balanceOf, book, userAccount } from '../../server/ledger/ledger'
import { type Command, CommandError, idFrom, readArguments } from './context'
import { yuanFrom } from './set-sku'

const usage = '<顾客编号 uid> <±金额 yuan> <原因 reason> [--key 业务编号]'

export const adjustBalance: Command = {
  usage,
  about: '调整顾客余额，记入账本；同一 --key 只记一次 / adjust a balance, in the ledger; the same --key is booked once',
  async run(args, shop) {
    // A negative amount would be read as an option.
    const safe = args.map(arg => (/^-\d/.test(arg) ? `−${arg.slice(1)}` : arg))
    const { positionals, values, shop: name } = readArguments(safe, usage, ['uid', 'yuan', 'reason'], { key: 'string' })
    const [uid = '', text = '', reason = ''] = positionals
    const amount = (/^[−-]/.test(text) ? -1 : 1) * yuanFrom(text.replace(/^[−+-]/, ''))
    if (amount === 0) throw new CommandError('金额不能为 0 / the amount must not be zero')
    const merchant = await shop.merchant(name)
    const user = await findUser(shop.database.db, merchant.id, idFrom(uid))
    if (!user) throw new CommandError(`没有顾客 ${uid} / no such shopper`)
    const transfer = {
      key: `correction:${values.key ?? randomUUID()}`,
      kind: 'correction' as const,
      about: reason,
      ref: '',
      entries: [
        { account: userAccount(user.id), unit: 'CNY' as const, amount },
        { account: 'shop:correction' as const, unit: 'CNY' as const, amount: -amount },
      ],
    }
    const booked = await shop.database.transaction(tx => book(tx, merchant.id, shop.now, [transfer])).catch(explain)
    const balance = await balanceOf(shop.database.db, merchant.id, userAccount(user.id))
    console.log(
      `${booked.size ? '已记账 / booked' : '这个 key 已记过，没有变化 / booked before, nothing changed'}：${user.nick}（${user.id}）余额 ¥${yuanText(fen(balance))}`,
    )
  },
}

function explain(error: unknown): never {
  if (error instanceof Refusal && error.reason === 'balanceShort')
    throw new CommandError('余额不够扣 / the balance is smaller than that')
  throw error
}
