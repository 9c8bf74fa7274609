/** Reading articles, categories and single pages. */
import type { Selectable } from 'kysely'
import type { cms } from '../../../contract/cms'
import type { Input } from '../../../contract/index'
import type { Db } from '../../db/database'
import { containing } from '../../db/like'
import type { ArticleTable } from '../../db/tables'
import { windowOf } from '../../paging'

export type ArticleRow = Selectable<ArticleTable>
export type ListedArticle = Omit<ArticleRow, 'content'>
type Filter = Input<typeof cms.cmsArticlesV2>

const LISTED =
  'id merchant_id category_id title author descript pic pic_color keywords tags is_recommended paixu status views useful_count useless_count created_at updated_at'.split(
    ' ',
  ) as (keyof ListedArticle)[]

const published = (db: Db, merchantId: number) =>
  db.selectFrom('articles').where('articles.merchant_id', '=', merchantId).where('articles.status', '=', 0)

export function listArticles(
  db: Db,
  merchantId: number,
  filter: Filter,
): Promise<(ListedArticle & { total: number })[]> {
  const { id, categoryId, k, titleLike, keywordsLike, tagsLike, isRecommend, orderBy } = filter
  const { limit, offset } = windowOf(filter)
  const since = (day: Date | undefined) => day?.getTime() ?? 0
  return published(db, merchantId)
    .select(LISTED)
    .select(({ fn }) => fn.countAll<number>().over().as('total'))
    .$if(id !== undefined, query => query.where('id', '=', id ?? 0))
    .$if(Boolean(categoryId), query => query.where('category_id', '=', categoryId ?? 0))
    .$if(isRecommend !== undefined, query => query.where('is_recommended', '=', isRecommend ? 1 : 0))
    .$if(titleLike !== undefined, query => query.where(containing('title', titleLike)))
    .$if(keywordsLike !== undefined, query => query.where(containing('keywords', keywordsLike)))
    .$if(tagsLike !== undefined, query => query.where(containing('tags', tagsLike)))
    .$if(k !== undefined, query =>
      query.where(({ or }) => or([containing('title', k), containing('descript', k), containing('tags', k)])),
    )
    .$if(filter.dateAddBegin !== undefined, query => query.where('created_at', '>=', since(filter.dateAddBegin)))
    .$if(filter.dateAddEnd !== undefined, query => query.where('created_at', '<=', since(filter.dateAddEnd)))
    .$if(filter.dateUpdateBegin !== undefined, query => query.where('updated_at', '>=', since(filter.dateUpdateBegin)))
    .$if(filter.dateUpdateEnd !== undefined, query => query.where('updated_at', '<=', since(filter.dateUpdateEnd)))
    .$if(orderBy === undefined, query => query.orderBy('is_recommended', 'desc').orderBy('paixu'))
    .$if(orderBy === 'viewsDown', query => query.orderBy('views', 'desc'))
    .$if(orderBy === 'usefulDown', query => query.orderBy('useful_count', 'desc'))
    .orderBy('created_at', orderBy === 'addUp' ? 'asc' : 'desc')
    .orderBy('id', orderBy === 'addUp' ? 'asc' : 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

export const findArticle = (db: Db, merchantId: number, id: number): Promise<ArticleRow | undefined> =>
  published(db, merchantId).selectAll().where('id', '=', id).executeTakeFirst()

/** In the order of the whole list: a shop writes hundreds of articles, not thousands. */
export async function neighboursOf(
  db: Db,
  merchantId: number,
  { id }: ArticleRow,
): Promise<{ pre: ListedArticle | undefined; next: ListedArticle | undefined }> {
  const rows = await listArticles(db, merchantId, { pageSize: 1000 })
  const place = rows.findIndex(row => row.id === id)
  return { pre: rows[place - 1], next: rows[place + 1] }
}

export const listCategories = (db: Db, merchantId: number) =>
  db
    .selectFrom('article_categories')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .orderBy('paixu')
    .orderBy('id')
    .execute()

/** How often each tag stands on a published article. */
export async function countTags(db: Db, merchantId: number): Promise<{ name: string; number: number }[]> {
  const rows = await published(db, merchantId).select('tags').where('tags', '!=', '').execute()
  const counts = new Map<string, number>()
  for (const { tags } of rows)
    for (const name of tags.split(',').filter(Boolean)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, number]) => ({ name, number })).sort((a, b) => b.number - a.number)
}

export const findPage = (db: Db, merchantId: number, key: string) =>
  db
    .selectFrom('site_pages')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('key', '=', key)
    .executeTakeFirst()
