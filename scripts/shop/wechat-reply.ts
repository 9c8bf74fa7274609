import { LONGEST_REPLY_BYTES, listReplies, removeReply, saveReply } from '../../server/domains/wechat/replies'
import { type Command, CommandError, readArguments } from './context'

const usage = 'list | set <关键词 words|@subscribe|@click:KEY|@scan|@default> <回复 reply> | remove <关键词 words>'
const WANTED: Record<string, string[]> = {
  list: ['action'],
  set: ['action', 'trigger', 'reply'],
  remove: ['action', 'trigger'],
}

export const wechatReply: Command = {
  usage,
  about:
    '公众号的自动回复：关键词（结尾 * 表示以它开头）、关注、菜单、扫码、默认 / what the official account answers by itself; words ending in * match what begins so',
  async run(args, shop) {
    const names = WANTED[args[0] ?? '']
    if (!names) throw new CommandError(`用法 / usage: ${usage}`)
    const { positionals, shop: name } = readArguments(args, usage, names)
    const [action = '', trigger = '', content = ''] = positionals
    const merchant = await shop.merchant(name)
    const { db, transaction } = shop.database
    if (action === 'list') {
      const replies = await listReplies(db, merchant.id)
      if (replies.length === 0) console.log('还没有自动回复 / no replies yet')
      for (const reply of replies) console.log(`${reply.trigger} → ${reply.content}`)
      return
    }
    if (action === 'remove') {
      if (!(await transaction(tx => removeReply(tx, merchant.id, trigger))))
        throw new CommandError(`没有这条回复 / no such reply: ${trigger}`)
      return console.log(`已删除 / removed: ${trigger}`)
    }
    if (!/^(@(subscribe|scan|default|click:\S{1,100})|[^@].{0,99})$/su.test(trigger))
      throw new CommandError(`关键词不正确 / not a trigger: ${trigger}`)
    if (!content.trim() || Buffer.byteLength(content) > LONGEST_REPLY_BYTES)
      throw new CommandError(`回复应为 1 到 ${LONGEST_REPLY_BYTES} 字节 / 1 to ${LONGEST_REPLY_BYTES} bytes`)
    await transaction(tx => saveReply(tx, merchant.id, { trigger, content: content.trim() }, shop.now))
    console.log(`${trigger} → ${content.trim()}`)
  },
}
