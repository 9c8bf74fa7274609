/** How the shop keeper writes: articles, their categories, single pages. */
import { touch } from '../../cache'
import type { Tx } from '../../db/database'

export interface ArticleDraft {
  title: string
  content: string
  /** By name; made when there is none of that name. */
  category?: string | undefined
  author?: string | undefined
  descript?: string | undefined
  pic?: string | undefined
  picColor?: string | undefined
  tags?: string | undefined
  isRecommended?: boolean | undefined
}

export async function insertArticle(tx: Tx, merchantId: number, draft: ArticleDraft, now: Date): Promise<number> {
  const { id } = await tx
    .insertInto('articles')
    .values({
      merchant_id: merchantId,
      ...(await columnsOf(tx, merchantId, draft, now)),
      created_at: now.getTime(),
      updated_at: now.getTime(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  touch(tx, merchantId, 'site')
  return id
}

/** Written anew; views and votes stay. False when there is no such article. */
export async function updateArticle(
  tx: Tx,
  merchantId: number,
  id: number,
  draft: ArticleDraft,
  now: Date,
): Promise<boolean> {
  const columns = await columnsOf(tx, merchantId, draft, now)
  const { numUpdatedRows } = await tx
    .updateTable('articles')
    .set({ ...columns, updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .executeTakeFirst()
  touch(tx, merchantId, 'site')
  return numUpdatedRows > 0n
}

/** False when there is no such article. */
export async function publishArticle(tx: Tx, merchantId: number, id: number, isPublished: boolean): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('articles')
    .set({ status: isPublished ? 0 : 1 })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .executeTakeFirst()
  touch(tx, merchantId, 'site')
  return numUpdatedRows > 0n
}

export async function savePage(
  tx: Tx,
  merchantId: number,
  { key, title, content }: { key: string; title: string; content: string },
  now: Date,
): Promise<void> {
  const row = { title, content, updated_at: now.getTime() }
  await tx
    .insertInto('site_pages')
    .values({ merchant_id: merchantId, key, ...row, created_at: now.getTime() })
    .onConflict(conflict => conflict.columns(['merchant_id', 'key']).doUpdateSet(row))
    .execute()
  touch(tx, merchantId, 'site')
}

async function columnsOf(tx: Tx, merchantId: number, draft: ArticleDraft, now: Date) {
  return {
    title: draft.title,
    content: draft.content,
    category_id: draft.category ? await categoryNamed(tx, merchantId, draft.category, now) : 0,
    author: draft.author ?? '',
    descript: draft.descript ?? '',
    pic: draft.pic ?? '',
    pic_color: draft.picColor ?? '',
    tags: draft.tags ?? '',
    is_recommended: draft.isRecommended ? 1 : 0,
  }
}

async function categoryNamed(tx: Tx, merchantId: number, name: string, now: Date): Promise<number> {
  await tx
    .insertInto('article_categories')
    .values(({ selectFrom }) => ({
      merchant_id: merchantId,
      name,
      paixu: selectFrom('article_categories')
        .select(({ fn }) => fn.countAll<number>().as('paixu'))
        .where('merchant_id', '=', merchantId),
      created_at: now.getTime(),
    }))
    .onConflict(conflict => conflict.columns(['merchant_id', 'name']).doNothing())
    .execute()
  const { id } = await tx
    .selectFrom('article_categories')
    .select('id')
    .where('merchant_id', '=', merchantId)
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return id
}
