import { formatTime } from '../../contract/time'
import { refuse, release } from '../../server/domains/content/decide'
import { findHeld, type HeldContent, listHeld, picturesOf } from '../../server/domains/content/held'
import { type Command, CommandError, idFrom, readArguments, type Shop } from './context'

const usage = 'list | release <编号 id> | refuse <编号 id>'

export const contents: Command = {
  usage,
  about:
    '还没公开的昵称、头像、评价、反馈：列出，放行，不放行 / names, pictures, reviews, feedback that are held: list, release, refuse',
  async run(args, shop) {
    const { positionals, shop: name } = readArguments(args, usage, args[0] === 'list' ? ['action'] : ['action', 'id'])
    const [action = '', id = ''] = positionals
    const merchant = await shop.merchant(name)
    if (action === 'list') return list(shop, merchant.id)
    if (action !== 'release' && action !== 'refuse') throw new CommandError(`用法 / usage: ${usage}`)
    const isDone = await shop.database.transaction(async tx => {
      const content = await findHeld(tx, merchant.id, idFrom(id))
      return content && (action === 'release' ? release(tx, content, shop.now) : refuse(tx, content, shop.now))
    })
    if (!isDone) throw new CommandError(`没有等待审核的内容 ${id} / nothing of that number is held`)
    console.log(action === 'release' ? `已放行 / released: ${id}` : `不放行 / refused: ${id}`)
  },
}

const KINDS: Record<string, string> = {
  nick: '昵称 name',
  avatar: '头像 picture',
  review: '评价 review',
  comment: '反馈 feedback',
}
const REASONS: Record<string, string> = {
  risky: '微信认为违规 / risky, says WeChat',
  review: '请你判断 / yours to judge',
}

async function list({ database: { db } }: Shop, merchantId: number): Promise<void> {
  const held = await listHeld(db, merchantId)
  if (held.length === 0) console.log('没有等待审核的内容 / nothing is held')
  for (const content of held) {
    const { id, kind, created_at, user_id, text } = content
    const writer = user_id === null ? '匿名 anonymous' : `顾客 shopper ${user_id}`
    console.log(`${id}  ${formatTime(new Date(created_at))}  ${KINDS[kind] ?? kind}  ${writer}  ${whyOf(content)}`)
    if (text) console.log(`    ${text.replace(/\n/g, '\n    ')}`)
    const paths = (await picturesOf(db, merchantId, id)).map(({ path }) => path)
    if (paths.length) console.log(`    图 pictures: ${paths.join(' ')}`)
  }
}

const whyOf = ({ state, reason }: HeldContent) =>
  state === 'checking' ? '微信正在检查 / WeChat is checking' : (REASONS[reason] ?? reason)
