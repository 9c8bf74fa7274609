import { userInfo } from 'node:os'
import { formatTime } from '../../contract/time'
import { addKeeper, keepersOf, removeKeeper } from '../../server/domains/supply/keepers'
import { type Command, CommandError, readArguments, verbFrom } from './context'

const usage = 'list | add <姓名> | remove <姓名>'

/** Who may settle a purchase that no program can decide. */
export const people: Command = {
  usage,
  about: '谁可以了结结果不明的购买：每人一把自己的钥匙 / who may settle purchases, each with a key of their own',
  async run(words, shop) {
    const [verb, args] = verbFrom(words, 'list')
    const names = verb === 'list' ? [] : ['name']
    const { positionals, shop: subDomain } = readArguments(args, `people ${usage}`, names)
    const [name = ''] = positionals.map(text => text.trim())
    const { id: merchantId } = await shop.merchant(subDomain)
    const { db, transaction } = shop.database
    if (verb === 'list') {
      const all = await keepersOf(db, merchantId)
      if (all.length === 0) return console.log('还没有人，先 people add <姓名>，至少两位 / nobody yet, it takes two')
      for (const one of all) console.log(`${one.name}  ${formatTime(new Date(one.created_at))} 添加（${one.added_as}）`)
    } else if (verb === 'add') {
      if (!name) throw new CommandError('请写姓名 / the name is missing')
      const account = userInfo().username
      const key = await transaction(tx => addKeeper(tx, merchantId, { name, account }, shop.now))
      if (!key) throw new CommandError(`已经有 ${name}；换钥匙请先 remove 再 add / there is one of that name`)
      console.log(`${name} 的钥匙（只显示这一次，请本人收好）/ the key, shown once:\n${key}`)
    } else if (verb === 'remove') {
      if (!(await transaction(tx => removeKeeper(tx, merchantId, name, shop.now))))
        throw new CommandError(`没有 ${name} / nobody of that name`)
      console.log(`${name} 的钥匙已作废 / the key is void`)
    } else throw new CommandError(`没有这个动作 / no such verb: ${verb}\n用法 / usage: people ${usage}`)
  },
}
