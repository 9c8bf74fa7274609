import { touch } from '../../server/cache'
import { type Command, CommandError, idFrom, readArguments } from './context'
import { readTextFile, withStoredPictures } from './text-file'

const usage = 'add <文件 file> [--top] | list | delete <编号 id>'

export const notice: Command = {
  usage,
  about: '公告：从文本文件添加（文件头写 标题），列出，删除；--top 置顶 / notices from text files; --top pins one',
  async run(args, shop) {
    const wanted = args[0] === 'list' ? ['action'] : ['action', args[0] === 'add' ? 'file' : 'id']
    const { positionals, values, shop: name } = readArguments(args, usage, wanted, { top: 'boolean' })
    const [action = '', what = ''] = positionals
    const merchant = await shop.merchant(name)
    const { db, transaction } = shop.database
    if (action === 'add') {
      const { head, html } = readTextFile(what)
      const title = head.标题 ?? head.title
      if (!title || !html) throw new CommandError('文件里要有「标题:」和正文 / a title and a text are needed')
      const content = await withStoredPictures(html, what, shop, merchant.id)
      const row = { title, content, is_top: values.top ? 1 : 0, created_at: shop.now.getTime() }
      await transaction(async tx => {
        await tx
          .insertInto('notices')
          .values({ merchant_id: merchant.id, ...row })
          .execute()
        touch(tx, merchant.id, 'site')
      })
      return console.log(`已公告 / announced: ${title}`)
    }
    if (action === 'delete') {
      const { numDeletedRows } = await transaction(async tx => {
        touch(tx, merchant.id, 'site')
        return tx
          .deleteFrom('notices')
          .where('merchant_id', '=', merchant.id)
          .where('id', '=', idFrom(what))
          .executeTakeFirst()
      })
      if (numDeletedRows === 0n) throw new CommandError(`没有公告 ${what} / no such notice`)
      return console.log(`已删除 / deleted: ${what}`)
    }
    if (action !== 'list') throw new CommandError(`用法 / usage: ${usage}`)
    const rows = await db
      .selectFrom('notices')
      .select(['id', 'title', 'is_top'])
      .where('merchant_id', '=', merchant.id)
      .orderBy('id', 'desc')
      .execute()
    if (rows.length === 0) console.log('没有公告 / no notices')
    for (const { id, title, is_top } of rows) console.log(`${id}\t${is_top ? '置顶\t' : ''}${title}`)
  },
}
