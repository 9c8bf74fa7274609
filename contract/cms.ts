/** What the shop writes: articles in categories, votes for them, single pages such as "about us". */
import Type from 'typebox'
import { alias, get, objectForm, post } from './define'
import {
  Count,
  Enum,
  ExtJson,
  FileUrl,
  Flag,
  Html,
  Id,
  IdOrNone,
  optional,
  Page,
  Paged,
  PageSize,
  row,
  Text,
  Time,
  Token,
  Word,
} from './fields'

const CategoryRow = row('ArticleCategory', {
  id: Id,
  pid: IdOrNone,
  name: Text,
  key: Text,
  type: Text,
  icon: FileUrl,
  level: Count,
  isUse: Flag,
  paixu: Type.Integer(),
  userId: Id,
  dateAdd: Time,
})

const ArticleRow = row('Article', {
  id: Id,
  categoryId: IdOrNone,
  title: Text,
  author: Text,
  descript: Type.String(),
  pic: FileUrl,
  picColor: Type.String({ description: 'ground of the picture until it has loaded (ours)' }),
  keywords: Text,
  tags: Text,
  isRecommend: Flag,
  paixu: Type.Integer(),
  status: Enum({ 0: 'published', 1: 'hidden' }),
  statusStr: Text,
  views: Count,
  numberUsefull: Count,
  numberUseless: Count,
  userId: Id,
  dateAdd: Time,
  dateUpdate: Time,
})
const ArticleWithContent = Type.Object({ ...ArticleRow.properties, content: Html }, { title: 'ArticleWithContent' })

const filter = {
  token: optional(Text),
  id: optional(Id),
  categoryId: optional(IdOrNone),
  k: optional(Type.String({ maxLength: 50, description: 'in title, introduction or tags' })),
  titleLike: optional(Text),
  keywordsLike: optional(Text),
  tagsLike: optional(Text),
  isRecommend: optional(Flag),
  orderBy: optional(Word('addDown', 'addUp', 'viewsDown', 'usefulDown')),
  dateAddBegin: optional(Time),
  dateAddEnd: optional(Time),
  dateUpdateBegin: optional(Time),
  dateUpdateEnd: optional(Time),
  page: Page,
  pageSize: PageSize,
}

const cmsArticlesV2 = post('api:/{subDomain}/cms/news/list/v2', {
  about: 'Published articles without their text: recommended first, then by order of the shop keeper, then the newest',
  args: filter,
  data: Paged(ArticleRow),
})

const cmsArticleDetailV2 = get('api:/{subDomain}/cms/news/detail/v2', {
  about: 'A published article with its text; reading adds a view',
  args: [{ id: Id }, { token: optional(Text) }],
  data: Type.Object({ info: ArticleWithContent, extJson: ExtJson }),
})

const cmsArticlePreNext = get('api:/{subDomain}/cms/news/preNext', {
  about: 'The articles before and after one, in the order of the list',
  args: [{ id: Id }],
  data: Type.Object({ pre: optional(ArticleRow), next: optional(ArticleRow) }),
})

export const cms = {
  cmsCategories: get('common:/{subDomain}/cms/category/list', {
    about: 'All categories of articles, in the order of the shop keeper',
    data: Type.Array(CategoryRow),
  }),
  cmsCategoryDetail: get('common:/{subDomain}/cms/category/info', {
    about: 'One category of articles',
    args: [{ id: Id }],
    data: Type.Object({ info: CategoryRow, extJson: ExtJson }),
  }),
  cmsArticles: post('api:/{subDomain}/cms/news/list', {
    about: 'Published articles, as a bare list',
    args: filter,
    data: Type.Array(ArticleRow),
  }),
  cmsArticlesV2,
  cmsArticlesV3: alias(cmsArticlesV2, { url: 'cms:/{merchantId}/cms/news/list/v2' }),
  cmsArticleDetail: get('api:/{subDomain}/cms/news/detail', {
    about: 'A published article, bare; reading adds a view',
    args: [{ id: Id }],
    data: ArticleWithContent,
  }),
  cmsArticleDetailV2,
  cmsArticleDetailV3: objectForm(cmsArticleDetailV2, 'cms:/{merchantId}/cms/news/detail/v2'),
  cmsArticlePreNext,
  cmsArticlePreNextV2: alias(cmsArticlePreNext, { url: 'cms:/{merchantId}/cms/news/preNext' }),
  cmsArticleUseless: post('cms:/{merchantId}/cms/news/useful', {
    about: 'Say whether an article was useful: one vote each, a second one replaces the first; `isCheck` only tries',
    args: { id: Id, token: Token, isUseful: optional(Flag), isCheck: optional(Flag) },
  }),
  cmsArticleUsefulLogs: post('cms:/{merchantId}/cms/news/useful/logs', {
    about: 'Who has voted for an article, the newest first',
    args: { id: Id, page: Page, pageSize: PageSize },
    data: Paged(
      row('ArticleVote', {
        id: Id,
        newsId: Id,
        uid: Id,
        nick: Text,
        avatarUrl: FileUrl,
        isUseful: Flag,
        dateAdd: Time,
      }),
    ),
  }),
  cmsTags: get('api:/{subDomain}/cms/tags/list', {
    about: 'The tags of published articles, the most used first',
    data: Type.Array(row('ArticleTag', { name: Text, number: Count })),
  }),
  cmsPage: get('common:/{subDomain}/cms/page/info/v2', {
    about: 'A single page by its key: `about`, `agreement`, `privacy` or another that the shop keeper has written',
    args: [{ key: Text }],
    data: Type.Object({
      info: row('SitePage', {
        id: Id,
        key: Text,
        title: Text,
        content: Html,
        userId: Id,
        dateAdd: Time,
        dateUpdate: Time,
      }),
    }),
  }),
}
