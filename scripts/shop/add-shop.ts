import { createMerchant } from '../../server/domains/site/settings'
import { isShopName } from '../../server/merchants'
import { type Command, CommandError, readArguments } from './context'

const usage = '<subDomain> <店名 name>'

export const addShop: Command = {
  usage,
  about: '开一间新店；subDomain 是地址的第一段 / open a further shop; subDomain begins its addresses',
  async run(args, { database, now }) {
    const { positionals } = readArguments(args, usage, ['subDomain', 'name'])
    const [subDomain = '', name = ''] = positionals
    if (!isShopName(subDomain))
      throw new CommandError(
        'subDomain 应为 2–31 位小写字母、数字或连字符，字母开头，且不是保留名 / 2 to 31 of a-z 0-9 -, a letter first, no reserved word',
      )
    const taken = await database.db
      .selectFrom('merchants')
      .select('id')
      .where('sub_domain', '=', subDomain)
      .executeTakeFirst()
    if (taken) throw new CommandError(`${subDomain} 已被使用 / is taken`)
    const id = await database.transaction(tx => createMerchant(tx, subDomain, name, now))
    console.log(`新店已开 / opened: ${name}（${subDomain}，商户号 merchant id ${id}）`)
  },
}
