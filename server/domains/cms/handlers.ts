import type { Selectable } from 'kysely'
import type { cms } from '../../../contract/cms'
import type { ArticleCategoryTable } from '../../db/tables'
import { cached, type Guest, type Handlers } from '../../http/handlers'
import { orRefuse } from '../../http/refusal'
import { paged, someOf } from '../../paging'
import {
  type ArticleRow,
  countTags,
  findArticle,
  findPage,
  type ListedArticle,
  listArticles,
  listCategories,
  neighboursOf,
} from './store'
import { listVotes, vote } from './votes'

const countView = ({ id }: { id: number }, { articleViews, merchant }: Guest) => articleViews.add(merchant.id, id)

export const cmsHandlers: Handlers<typeof cms> = {
  cmsCategories: cached('site', async (_, { db, merchant }) =>
    someOf(await listCategories(db, merchant.id)).map(categoryOf),
  ),

  cmsCategoryDetail: cached('site', async ({ id }, { db, merchant }) => {
    const rows = await listCategories(db, merchant.id)
    return {
      info: categoryOf(
        orRefuse(
          rows.find(row => row.id === id),
          'noData',
        ),
      ),
      extJson: {},
    }
  }),

  cmsArticles: cached('site', async (filter, { db, merchant }) =>
    someOf(await listArticles(db, merchant.id, filter)).map(articleOf),
  ),

  cmsArticlesV2: cached('site', async (filter, { db, merchant }) =>
    paged(await listArticles(db, merchant.id, filter), filter, articleOf),
  ),

  cmsArticleDetail: cached('site', async ({ id }, guest) => withContent(await articleIn(guest, id)), countView),

  cmsArticleDetailV2: cached(
    'site',
    async ({ id }, guest) => ({ info: withContent(await articleIn(guest, id)), extJson: {} }),
    countView,
  ),

  cmsArticlePreNext: cached('site', async ({ id }, guest) => {
    const { pre, next } = await neighboursOf(guest.db, guest.merchant.id, await articleIn(guest, id))
    return { pre: pre && articleOf(pre), next: next && articleOf(next) }
  }),

  async cmsArticleUseless({ id, isUseful = true, isCheck }, context) {
    const { id: articleId } = await articleIn(context, id)
    if (isCheck) return
    const { transaction, merchant, user, now } = context
    await transaction(tx => vote(tx, merchant.id, { articleId, userId: user.id, isUseful }, now))
  },

  async cmsArticleUsefulLogs({ id, page, pageSize }, { db, merchant }) {
    return paged(await listVotes(db, merchant.id, id, { page, pageSize }), { page, pageSize }, row => ({
      id: row.id,
      newsId: row.article_id,
      uid: row.user_id,
      nick: row.nick,
      avatarUrl: row.avatar_url,
      isUseful: row.is_useful === 1,
      dateAdd: new Date(row.created_at),
    }))
  },

  cmsTags: cached('site', async (_, { db, merchant }) => [...someOf(await countTags(db, merchant.id))]),

  cmsPage: cached('site', async ({ key }, { db, merchant }) => {
    const page = orRefuse(await findPage(db, merchant.id, key), 'noData')
    return {
      info: {
        id: page.id,
        key: page.key,
        title: page.title,
        content: page.content,
        userId: merchant.id,
        dateAdd: new Date(page.created_at),
        dateUpdate: new Date(page.updated_at),
      },
    }
  }),
}

const articleIn = async ({ db, merchant }: Guest, id: number): Promise<ArticleRow> =>
  orRefuse(await findArticle(db, merchant.id, id), 'noData')

const categoryOf = (row: Selectable<ArticleCategoryTable>) => ({
  id: row.id,
  pid: 0,
  name: row.name,
  key: row.key,
  type: '',
  icon: row.icon,
  level: 1,
  isUse: true,
  paixu: row.paixu,
  userId: row.merchant_id,
  dateAdd: new Date(row.created_at),
})

const articleOf = (row: ListedArticle) => ({
  id: row.id,
  categoryId: row.category_id,
  title: row.title,
  author: row.author,
  descript: row.descript,
  pic: row.pic,
  picColor: row.pic_color,
  keywords: row.keywords,
  tags: row.tags,
  isRecommend: row.is_recommended === 1,
  paixu: row.paixu,
  status: row.status,
  statusStr: row.status === 0 ? '已发布' : '未发布',
  views: row.views,
  numberUsefull: row.useful_count,
  numberUseless: row.useless_count,
  userId: row.merchant_id,
  dateAdd: new Date(row.created_at),
  dateUpdate: new Date(row.updated_at),
})

const withContent = (row: ArticleRow) => ({ ...articleOf(row), content: row.content })
