import { formatTime } from '../../contract/time'
import { answerComment } from '../../server/domains/comment/store'
import { readJson } from '../../server/json'
import { type Command, CommandError, idFrom, readArguments, type Shop } from './context'

const usage = 'list [--all] | answer <编号 id> <回复 words>'

export const feedback: Command = {
  usage,
  about:
    '顾客的反馈：列出还没回复的（--all 全部），回复 / what shoppers write: list what waits for an answer, answer it',
  async run(args, shop) {
    const wanted = args[0] === 'answer' ? ['action', 'id', 'words'] : ['action']
    const { positionals, values, shop: name } = readArguments(args, usage, wanted, { all: 'boolean' })
    const [action = '', id = '', words = ''] = positionals
    const merchant = await shop.merchant(name)
    if (action === 'list') return list(shop, merchant.id, values.all === true)
    if (action !== 'answer') throw new CommandError(`用法 / usage: ${usage}`)
    const reply = words.trim()
    if (!reply || reply.length > 1000) throw new CommandError('回复应为 1 到 1000 字 / 1 to 1000 characters')
    const isDone = await shop.database.transaction(tx => answerComment(tx, merchant.id, idFrom(id), reply, shop.now))
    if (!isDone) throw new CommandError(`没有反馈 ${id} / no such feedback`)
    console.log(`已回复 / answered: ${id}`)
  },
}

const TYPES: Record<number, string> = { 0: '留言', 1: '反馈', 2: '商品', 3: '文章' }

async function list({ database: { db } }: Shop, merchantId: number, isAll: boolean): Promise<void> {
  const rows = await db
    .selectFrom('comments')
    .leftJoin('users', join =>
      join.onRef('users.merchant_id', '=', 'comments.merchant_id').onRef('users.id', '=', 'comments.user_id'),
    )
    .selectAll('comments')
    .select('users.nick')
    .where('comments.merchant_id', '=', merchantId)
    .$if(!isAll, query => query.where('comments.replied_at', 'is', null))
    .orderBy('comments.id')
    .execute()
  if (rows.length === 0) console.log('没有要回复的 / nothing waits for an answer')
  for (const row of rows) {
    const ext = Object.values(readJson<Record<string, unknown>>(row.ext_json)).join(' ')
    const pictures = readJson<string[]>(row.pics_json)
    const writer = row.user_id === null ? '匿名 anonymous' : `${row.nick}（${row.user_id}）`
    console.log(
      `${row.id}  ${formatTime(new Date(row.created_at))}  ${TYPES[row.type] ?? ''} ${ext}  ${writer} ${row.mobile}`,
    )
    console.log(`    ${row.content.replace(/\n/g, '\n    ')}`)
    if (pictures.length) console.log(`    图 pictures: ${pictures.join(' ')}`)
    if (row.reply) console.log(`    → ${row.reply}`)
  }
}
