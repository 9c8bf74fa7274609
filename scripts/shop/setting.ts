import type { Db } from '../../server/db/database'
import { setSetting } from '../../server/domains/site/settings'
import { type Command, CommandError, readArguments } from './context'

const usage = '[键 key] [值 value] [--private | --public]'

export const setting: Command = {
  usage,
  about:
    '查看或设置系统参数，如 mallName、order_hx_uids；--private 不给顾客读，以后改值也保持，直到 --public / show or set a setting; --private hides it from shoppers until --public',
  async run(args, shop) {
    const wanted = args.filter(arg => !arg.startsWith('--')).length - (args.includes('--shop') ? 1 : 0)
    const {
      positionals,
      values,
      shop: name,
    } = readArguments(args, usage, ['key', 'value'].slice(0, wanted), { private: 'boolean', public: 'boolean' })
    if (values.private && values.public) throw new CommandError('--private 和 --public 只能用一个 / name one of them')
    const merchant = await shop.merchant(name)
    const [key, value] = positionals
    const rows = await settingsOf(shop.database.db, merchant.id, key)
    if (key === undefined || value === undefined) {
      for (const row of rows) console.log(`${row.key} = ${row.value}${row.is_public ? '' : PRIVATE}`)
      return
    }
    const isPublic = values.private ? false : values.public ? true : rows[0]?.is_public !== 0
    await shop.database.transaction(tx => setSetting(tx, merchant.id, { key, value }, shop.now, isPublic))
    console.log(`${key} = ${value}${isPublic ? '' : PRIVATE}`)
  },
}

const PRIVATE = '（不公开 private）'

const settingsOf = (db: Db, merchantId: number, key: string | undefined) =>
  db
    .selectFrom('settings')
    .select(['key', 'value', 'is_public'])
    .where('merchant_id', '=', merchantId)
    .$if(key !== undefined, query => query.where('key', '=', key ?? ''))
    .orderBy('key')
    .execute()
