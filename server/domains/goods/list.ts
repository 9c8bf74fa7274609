/** The goods list, by any filter and order. */
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { goods } from '../../../contract/goods'
import type { Input } from '../../../contract/index'
import type { Db } from '../../db/database'
import { like, patternFor } from '../../db/like'
import { prepared } from '../../db/prepared'
import type { Tables } from '../../db/tables'
import { windowOf } from '../../paging'
import { nearestRate, nearestRateOf } from './commission'
import type { ListedGoods } from './rows'

/** `isEarning`: those by which the nearest distributor earns something. */
export type GoodsFilter = Input<typeof goods.goods> & { isEarning?: boolean }

/** A page of goods: those on the shelf, in the shop keeper's order, unless the filter says otherwise. */
export function listGoods(db: Db, merchantId: number, filter: GoodsFilter): Promise<ListedGoods[]> {
  const values = valuesOf(filter)
  const query = queryFor(`list ${filter.orderBy} ${Object.keys(values)}`, () =>
    listQuery(Object.keys(values), filter.orderBy),
  )
  return query(db, { ...values, ...windowOf(filter), merchantId }) as Promise<ListedGoods[]>
}

/** How many there are on all pages. */
export async function countGoods(db: Db, merchantId: number, filter: GoodsFilter): Promise<number> {
  const values = valuesOf(filter)
  const query = queryFor(`count ${Object.keys(values)}`, () => countQuery(Object.keys(values)))
  const [row] = (await query(db, { ...values, merchantId })) as { count: number }[]
  return row?.count ?? 0
}

type Eb = ExpressionBuilder<Tables, 'goods'>
type Values = Record<string, string | number>
type Query = (db: Db, args: Values) => Promise<unknown[]>

/** One query for each set of conditions that is asked for; so few that a bound is only for the malicious. */
const queries = new Map<string, Query>()
const MOST_QUERIES = 200

function queryFor(shape: string, make: () => Query): Query {
  const query = queries.get(shape) ?? make()
  if (queries.size < MOST_QUERIES) queries.set(shape, query)
  return query
}

/** What is asked, as values of the conditions below by their names; numbered where there are several. */
function valuesOf(filter: GoodsFilter): Values {
  const { status = 0, hidden = 0, k = '', nameLike, tagsLike, gids = [] } = filter
  const words = k.split(/\s+/).filter(Boolean).slice(0, 5)
  const all: Record<string, string | number | undefined> = {
    hidden,
    // What is both off the shelf and hidden is no part of the catalogue, see `isShown`.
    status: status === -1 && hidden === 0 ? undefined : Math.max(status, 0),
    categoryId: filter.categoryId || undefined,
    categoryKey: filter.categoryKey,
    nameLike: nameLike && patternFor(nameLike),
    tagsLike: tagsLike && patternFor(tagsLike),
    barCode: filter.barCode,
    shopId: filter.shopId,
    recommendStatus: filter.recommendStatus,
    priceMin: filter.priceMin,
    priceMax: filter.priceMax,
    kanjia: filter.kanjia ? 1 : undefined,
    pingtuan: filter.pingtuan ? 1 : undefined,
    miaosha: filter.miaosha ? 1 : undefined,
    isEarning: filter.isEarning ? 1 : undefined,
    nothing: hidden === 1 && status === 1 ? 1 : undefined,
    ...Object.fromEntries(words.map((word, i) => [`word.${i}`, patternFor(word)])),
    ...Object.fromEntries(gids.map((id, i) => [`gid.${i}`, id])),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Values
}

/** What lists show, see `saleOr`: while a flash sale runs, its price. */
const shownPrice = sql<number>`case when goods.miaosha_on = 1 and goods.miaosha_price_fen < goods.min_price_fen then goods.miaosha_price_fen else goods.min_price_fen end`

const CONDITIONS: Record<string, (eb: Eb, value: never, merchantId: number) => Expression<SqlBool>> = {
  hidden: (eb, value) => eb('goods.is_hidden', '=', value),
  status: (eb, value) => eb('goods.status', '=', value),
  categoryId: (eb, value, merchantId) => inCategory(eb, merchantId, 'id', value),
  categoryKey: (eb, value, merchantId) => inCategory(eb, merchantId, 'key', value),
  nameLike: (_, value) => like('goods.name', value),
  tagsLike: (_, value) => like('goods.tags', value),
  barCode: (eb, value) => eb('goods.bar_code', '=', value),
  shopId: (eb, value) => eb('goods.shop_id', '=', value),
  recommendStatus: (eb, value) => eb('goods.is_recommended', '=', value),
  priceMin: (eb, value) => eb(shownPrice, '>=', value),
  priceMax: (eb, value) => eb(shownPrice, '<=', value),
  // The value takes part because each name has one.
  kanjia: (eb, value) => eb.and([eb('goods.kanjia_price_fen', 'is not', null), sql<SqlBool>`1 = ${value}`]),
  pingtuan: (eb, value) => eb.and([eb('goods.pingtuan_price_fen', 'is not', null), sql<SqlBool>`1 = ${value}`]),
  miaosha: (eb, value) => eb.and([eb('goods.miaosha_price_fen', 'is not', null), sql<SqlBool>`1 = ${value}`]),
  isEarning: (eb, value) => eb(nearestRateOf(eb), '>=', value),
  nothing: (_, value) => sql<SqlBool>`0 = ${value}`,
  word: (eb, value) =>
    eb.or([like('goods.name', value), like('goods.tags', value), like('goods.characteristic', value)]),
}

function conditions(eb: Eb, names: readonly string[], at: (name: string) => string | number) {
  const merchantId = at('merchantId') as number
  const gids = names.filter(name => name.startsWith('gid.'))
  const others = names.filter(name => !name.startsWith('gid.'))
  return eb.and([
    eb('goods.merchant_id', '=', merchantId),
    ...others.flatMap(name => CONDITIONS[name.split('.')[0] ?? '']?.(eb, at(name) as never, merchantId) ?? []),
    ...(gids.length
      ? [
          eb(
            'goods.id',
            'in',
            gids.map(name => at(name) as number),
          ),
        ]
      : []),
  ])
}

/** What any list shows; the long columns of a product's own page stay away. */
const LISTED =
  'id merchant_id name sub_name characteristic category_id shop_id pic pic_color min_price_fen original_price_fen unit tags weight_gram min_buy freight_id supply_type properties_json additions_json has_limitation after_sale is_recommended status paixu views fav_count order_count sold_count review_count good_review_count bar_code video_id kanjia_price_fen pingtuan_price_fen miaosha_price_fen miaosha_from miaosha_until miaosha_on booked_by created_at updated_at'.split(
    ' ',
  ) as (keyof ListedGoods & keyof Tables['goods'])[]

const ORDERS = {
  priceUp: [shownPrice, 'asc'],
  priceDown: [shownPrice, 'desc'],
  ordersUp: ['goods.sold_count', 'asc'],
  ordersDown: ['goods.sold_count', 'desc'],
  addedUp: ['goods.created_at', 'asc'],
  addedDown: ['goods.created_at', 'desc'],
  nameUp: ['goods.name', 'asc'],
} as const

function listQuery(names: readonly string[], orderBy: GoodsFilter['orderBy']): Query {
  const [column, direction] = orderBy ? ORDERS[orderBy] : (['goods.paixu', 'asc'] as const)
  return prepared<Values, unknown>((db, at) =>
    db
      .selectFrom('goods')
      .select(LISTED.map(name => `goods.${name}` as const))
      .select(stockOf)
      .select(nearestRate)
      .where(eb => conditions(eb, names, at))
      .orderBy(column, direction)
      .orderBy('goods.created_at', 'desc')
      .orderBy('goods.id', 'desc')
      .limit(at('limit') as number)
      .offset(at('offset') as number),
  )
}

const countQuery = (names: readonly string[]): Query =>
  prepared<Values, unknown>((db, at) =>
    db
      .selectFrom('goods')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where(eb => conditions(eb, names, at)),
  )

export const stockOf = (eb: Eb) =>
  eb
    .selectFrom('skus')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('skus.stock'), sql<number>`0`).as('stock'))
    .whereRef('skus.merchant_id', '=', 'goods.merchant_id')
    .whereRef('skus.goods_id', '=', 'goods.id')
    .$asScalar()
    .as('stock')

/** Goods of a category and of all below it; three levels are what shops have. */
export function inCategory(eb: Eb, merchantId: number, by: 'id' | 'key', value: number | string) {
  const own = (from: Eb) =>
    from.selectFrom('categories').select('categories.id').where('categories.merchant_id', '=', merchantId)
  const root = own(eb).where(`categories.${by}`, '=', value)
  const children = own(eb).where('categories.pid', 'in', root)
  const grandchildren = own(eb).where('categories.pid', 'in', children)
  return eb.or([
    eb('goods.category_id', 'in', root),
    eb('goods.category_id', 'in', children),
    eb('goods.category_id', 'in', grandchildren),
  ])
}
