import {
  type ArticleDraft,
  insertArticle,
  publishArticle,
  savePage,
  updateArticle,
} from '../../server/domains/cms/save'
import { type Command, CommandError, idFrom, readArguments, type Shop } from './context'
import { readTextFile, storedPicture, withStoredPictures } from './text-file'

const usage = 'add <文件 file> | update <编号 id> <文件 file> | list | publish <编号 id> | unpublish <编号 id>'

export const article: Command = {
  usage,
  about:
    '文章：从文本文件添加或改写，列出，发布，撤下；文件头写 标题、分类、简介、封面、标签、作者、推荐 / articles from text files',
  async run(args, shop) {
    const { positionals, shop: name } = readArguments(args, usage, argumentsOf(args))
    const [action = '', first = '', second = ''] = positionals
    const merchant = await shop.merchant(name)
    const { transaction } = shop.database
    if (action === 'list') return list(shop, merchant.id)
    if (action === 'add') {
      const draft = await draftFrom(first, shop, merchant.id)
      const id = await transaction(tx => insertArticle(tx, merchant.id, draft, shop.now))
      return console.log(`已发布 / published: ${id} ${draft.title}`)
    }
    const id = idFrom(first)
    const isDone =
      action === 'update'
        ? await draftFrom(second, shop, merchant.id).then(draft =>
            transaction(tx => updateArticle(tx, merchant.id, id, draft, shop.now)),
          )
        : await transaction(tx => publishArticle(tx, merchant.id, id, action === 'publish'))
    if (!isDone) throw new CommandError(`没有文章 ${first} / no such article`)
    console.log(`${DONE[action]}: ${id}`)
  },
}

const DONE: Record<string, string> = {
  update: '已改写 / updated',
  publish: '已发布 / published',
  unpublish: '已撤下 / hidden',
}

const ARGUMENTS: Record<string, string[]> = {
  list: [],
  add: ['file'],
  update: ['id', 'file'],
  publish: ['id'],
  unpublish: ['id'],
}

function argumentsOf([action = '']: string[]): string[] {
  const names = ARGUMENTS[action]
  if (!names) throw new CommandError(`用法 / usage: ${usage}`)
  return ['action', ...names]
}

async function list({ database: { db } }: Shop, merchantId: number): Promise<void> {
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'title', 'status', 'views', 'useful_count'])
    .where('merchant_id', '=', merchantId)
    .orderBy('id', 'desc')
    .execute()
  if (rows.length === 0) return console.log('没有文章 / no articles')
  for (const { id, title, status, views, useful_count } of rows)
    console.log(`${id}\t${status === 0 ? '已发布' : '未发布'}\t${views} 次阅读，${useful_count} 人觉得有用\t${title}`)
}

async function draftFrom(file: string, shop: Shop, merchantId: number): Promise<ArticleDraft> {
  const { head, html } = readTextFile(file)
  const of = (chinese: string, english: string) => head[chinese] ?? head[english]
  const title = of('标题', 'title')
  if (!title || !html) throw new CommandError('文件里要有「标题:」和正文 / a title and a text are needed')
  const cover = of('封面', 'cover')
  return {
    title,
    content: await withStoredPictures(html, file, shop, merchantId),
    category: of('分类', 'category'),
    descript: of('简介', 'introduction'),
    author: of('作者', 'author'),
    tags: of('标签', 'tags')
      ?.split(/[,，、]\s*/)
      .join(','),
    pic: cover && (await storedPicture(cover, file, shop, merchantId)),
    isRecommended: /^(是|1|yes|true)$/i.test(of('推荐', 'recommended') ?? ''),
  }
}

const pageUsage = '<键 key> <文件 file>'

export const page: Command = {
  usage: pageUsage,
  about:
    '写一个单页：about 关于我们，agreement 用户协议，privacy 隐私政策，文件头写 标题 / write a single page, such as about',
  async run(args, shop) {
    const { positionals, shop: name } = readArguments(args, pageUsage, ['key', 'file'])
    const [key = '', file = ''] = positionals
    if (!/^[\w-]{1,50}$/.test(key)) throw new CommandError(`键只用字母、数字、连字符 / not a key: ${key}`)
    const merchant = await shop.merchant(name)
    const { head, html } = readTextFile(file)
    const title = head.标题 ?? head.title
    if (!title || !html) throw new CommandError('文件里要有「标题:」和正文 / a title and a text are needed')
    const content = await withStoredPictures(html, file, shop, merchant.id)
    await shop.database.transaction(tx => savePage(tx, merchant.id, { key, title, content }, shop.now))
    console.log(`已写好 / written: ${key} ${title}`)
  },
}
