/** Handlers of what others say and do: reviews, the latest deals. */
import type { goods } from '../../../contract/goods'
import type { Input } from '../../../contract/index'
import type { Db } from '../../db/database'
import type { Handlers } from '../../http/handlers'
import { readJson } from '../../json'
import { paged, someOf, windowOf } from '../../paging'

export const RATINGS: Record<number, string> = { 0: '差评', 1: '中评', 2: '好评' }

type Names = 'goodsReputation' | 'goodsReputationV2' | 'goodsDynamic' | 'goodsDynamicV2'
type ReviewFilter = Input<typeof goods.goodsReputation>

export const reviewHandlers: Pick<Handlers<typeof goods>, Names> = {
  async goodsReputation(filter, { db, merchant }) {
    return someOf(await listReviews(db, merchant.id, filter)).map(reviewOf)
  },

  async goodsReputationV2(filter, { db, merchant }) {
    return paged(await listReviews(db, merchant.id, filter), filter, reviewOf)
  },

  async goodsDynamic({ type = 0 }, { db, merchant }) {
    return someOf(await listDeals(db, merchant.id, { type, pageSize: 20 })).map(dealOf)
  },

  async goodsDynamicV2({ type = 0, goodsId, page, pageSize }, { db, merchant }) {
    return paged(await listDeals(db, merchant.id, { type, goodsId, page, pageSize }), { page, pageSize }, dealOf)
  },
}

function listReviews(db: Db, merchantId: number, { goodsId, goodReputation, hasPic, page, pageSize }: ReviewFilter) {
  const { limit, offset } = windowOf({ page, pageSize })
  return db
    .selectFrom('reviews')
    .innerJoin('order_lines as line', join =>
      join.onRef('line.merchant_id', '=', 'reviews.merchant_id').onRef('line.id', '=', 'reviews.order_line_id'),
    )
    .innerJoin('users', join =>
      join.onRef('users.merchant_id', '=', 'reviews.merchant_id').onRef('users.id', '=', 'reviews.user_id'),
    )
    .selectAll('reviews')
    .select(['line.goods_name', 'line.pic', 'line.property', 'line.number', 'line.amount_fen'])
    .select(['users.nick', 'users.avatar_url', 'users.province', 'users.city'])
    .select(({ fn }) => fn.countAll<number>().over().as('total'))
    .where('reviews.merchant_id', '=', merchantId)
    .where('reviews.goods_id', '=', goodsId)
    .where('reviews.is_held', '=', 0)
    .$if(goodReputation !== undefined, query => query.where('reviews.rating', '=', goodReputation ?? 0))
    .$if(hasPic === true, query => query.where('reviews.pics_json', '!=', '[]'))
    .orderBy('reviews.created_at', 'desc')
    .orderBy('reviews.order_line_id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

const reviewOf = (row: Awaited<ReturnType<typeof listReviews>>[number]) => ({
  goods: {
    id: row.order_line_id,
    goodsId: row.goods_id,
    goodsName: row.goods_name,
    pic: row.pic,
    property: row.property,
    number: row.number,
    amount: row.amount_fen,
    score: 0,
    goodReputation: row.rating,
    goodReputationStr: RATINGS[row.rating] ?? '',
    goodReputationNumber: row.stars,
    goodReputationRemark: row.remark,
    goodReputationReply: row.reply || undefined,
    dateReputation: new Date(row.created_at),
    uid: row.user_id,
    userId: row.merchant_id,
  },
  user: { id: row.user_id, nick: row.nick, avatarUrl: row.avatar_url, province: row.province, city: row.city },
  reputationPics: readJson<string[]>(row.pics_json).map(pic => ({ pic })),
})

interface DealFilter {
  type: number
  goodsId?: number | undefined
  page?: number | undefined
  pageSize?: number | undefined
}

function listDeals(db: Db, merchantId: number, { type, goodsId, page, pageSize }: DealFilter) {
  const { limit, offset } = windowOf({ page, pageSize })
  return db
    .selectFrom('order_lines as line')
    .innerJoin('orders', join =>
      join.onRef('orders.merchant_id', '=', 'line.merchant_id').onRef('orders.id', '=', 'line.order_id'),
    )
    .innerJoin('users', join =>
      join.onRef('users.merchant_id', '=', 'line.merchant_id').onRef('users.id', '=', 'line.user_id'),
    )
    .select(['line.goods_id', 'line.goods_name', 'line.pic', 'line.created_at', 'users.nick', 'users.avatar_url'])
    .select(({ fn }) => fn.countAll<number>().over().as('total'))
    .where('line.merchant_id', '=', merchantId)
    .where('orders.status', type === 1 ? '>=' : '!=', type === 1 ? 1 : -1)
    .$if(goodsId !== undefined, query => query.where('line.goods_id', '=', goodsId ?? 0))
    .orderBy('line.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

const dealOf = (row: Awaited<ReturnType<typeof listDeals>>[number]) => ({
  goodsId: row.goods_id,
  goodsName: row.goods_name,
  pic: row.pic,
  nick: `${[...row.nick][0] ?? ''}**`,
  avatarUrl: row.avatar_url,
  dateAdd: new Date(row.created_at),
})
