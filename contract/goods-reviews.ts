/** What shoppers say of goods, and who has bought them lately. */
import Type from 'typebox'
import { get, post } from './define'
import {
  Count,
  Enum,
  FileUrl,
  Flag,
  Id,
  LongText,
  optional,
  Page,
  Paged,
  PageSize,
  row,
  Text,
  Time,
  Yuan,
} from './fields'

const ReviewRow = Type.Object(
  {
    goods: Type.Object({
      id: Id,
      goodsId: Id,
      goodsName: Text,
      pic: FileUrl,
      property: Text,
      number: Count,
      amount: Yuan,
      score: Count,
      goodReputation: Enum({ 0: 'bad', 1: 'medium', 2: 'good' }),
      goodReputationStr: Text,
      goodReputationNumber: Type.Integer({ description: 'stars, 1 to 5' }),
      goodReputationRemark: LongText,
      goodReputationReply: optional(LongText),
      dateReputation: Time,
      uid: Id,
      userId: Id,
    }),
    user: Type.Object({ id: Id, nick: Text, avatarUrl: FileUrl, province: Text, city: Text }),
    reputationPics: Type.Array(Type.Object({ pic: FileUrl })),
  },
  { title: 'Review' },
)
const reviewFilters = {
  goodsId: Id,
  goodReputation: optional(Enum({ 0: 'bad', 1: 'medium', 2: 'good' })),
  hasPic: optional(Flag),
  page: Page,
  pageSize: PageSize,
}

const DynamicRow = row('Dynamic', {
  goodsId: Id,
  goodsName: Text,
  pic: FileUrl,
  nick: Text,
  avatarUrl: FileUrl,
  dateAdd: Time,
})
const dynamicType = Type.Optional(Enum({ 0: 'ordered', 1: 'paid' }))

export const goodsReviews = {
  goodsReputation: post('api:/{subDomain}/shop/goods/reputation', {
    about: 'Reviews of a product, the newest first; a bare list',
    args: reviewFilters,
    data: Type.Array(ReviewRow),
  }),
  goodsReputationV2: post('api:/{subDomain}/shop/goods/reputation/v2', {
    about: 'Reviews of a product, the newest first, with totals',
    args: reviewFilters,
    data: Paged(ReviewRow),
  }),
  goodsDynamic: get('common:/{subDomain}/site/goods/dynamic', {
    about: 'The latest orders or payments, names shortened',
    args: [{ type: dynamicType }],
    data: Type.Array(DynamicRow),
  }),
  goodsDynamicV2: get('api:/{subDomain}/site/goods/dynamic/v2', {
    about: 'The latest orders or payments of all goods or one, with totals',
    args: { type: dynamicType, goodsId: optional(Id), page: Page, pageSize: PageSize },
    data: Paged(DynamicRow),
  }),
}
