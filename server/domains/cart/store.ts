import type { Insertable } from 'kysely'
import type { Db, Tx } from '../../db/database'
import type { CartLineTable } from '../../db/tables'
import { Refusal } from '../../http/refusal'
import { findGoods } from '../goods/store'

export interface Owner {
  merchantId: number
  userId: number
  type: string
}

const ownLines = (db: Db, { merchantId, userId, type }: Owner) =>
  db
    .selectFrom('cart_lines as line')
    .leftJoin('goods', join =>
      join.onRef('goods.merchant_id', '=', 'line.merchant_id').onRef('goods.id', '=', 'line.goods_id'),
    )
    .leftJoin('skus', join =>
      join.onRef('skus.merchant_id', '=', 'line.merchant_id').onRef('skus.id', '=', 'line.sku_id'),
    )
    .where('line.merchant_id', '=', merchantId)
    .where('line.user_id', '=', userId)
    .where('line.cart_type', '=', type)

/** Lines with their goods as they are now; nulls where goods or choice are gone. The newest first. */
export const listLines = (db: Db, owner: Owner) =>
  ownLines(db, owner)
    .select(['line.key', 'line.goods_id', 'line.sku_id', 'line.number', 'line.is_selected', 'line.created_at'])
    .select(['line.additions_json', 'line.bookings_json'])
    .select([
      'goods.name',
      'goods.pic',
      'goods.pic_color',
      'goods.status',
      'goods.shop_id',
      'goods.category_id',
      'goods.freight_id',
      'goods.booked_by',
    ])
    .select(['goods.supply_type', 'goods.min_buy', 'goods.properties_json', 'goods.additions_json as offered_json'])
    .select(['goods.min_price_fen', 'goods.miaosha_price_fen', 'goods.miaosha_from', 'goods.miaosha_until'])
    .select('goods.ladder_json')
    .select([
      'skus.price_fen',
      'skus.original_price_fen',
      'skus.stock',
      'skus.pairs',
      'skus.weight_gram',
      'skus.pic as sku_pic',
    ])
    .orderBy('line.created_at', 'desc')
    .orderBy('line.key')
    .execute()

export type CartRow = Awaited<ReturnType<typeof listLines>>[number]

export const findLine = (db: Db, owner: Owner, key: string) =>
  ownLines(db, owner)
    .select(['line.sku_id', 'line.bookings_json', 'goods.name', 'goods.status', 'goods.min_buy', 'goods.booked_by'])
    .select(['skus.stock', 'line.last_key'])
    .where('line.key', '=', key)
    .executeTakeFirst()

/** A product on the shelf in one choice, with what the cart holds of it already: all that adding must know. */
export const findBuyable = (db: Db, { merchantId, userId, type }: Owner, goodsId: number, pairs: string, key: string) =>
  db
    .selectFrom('goods')
    .innerJoin('skus', join =>
      join.onRef('skus.merchant_id', '=', 'goods.merchant_id').onRef('skus.goods_id', '=', 'goods.id'),
    )
    .select(['goods.name', 'goods.additions_json', 'goods.min_buy', 'goods.booked_by'])
    .select(['skus.id as sku_id', 'skus.stock'])
    .select(({ selectFrom, fn }) => {
      const own = selectFrom('cart_lines')
        .where('merchant_id', '=', merchantId)
        .where('user_id', '=', userId)
        .where('cart_type', '=', type)
      return [
        own.select('number').where('key', '=', key).$asScalar().as('in_cart'),
        own.select('last_key').where('key', '=', key).$asScalar().as('last_key'),
        own.select(fn.countAll<number>().as('count')).$asScalar().$notNull().as('line_count'),
      ]
    })
    .where('goods.merchant_id', '=', merchantId)
    .where('goods.id', '=', goodsId)
    .where('goods.status', '=', 0)
    .where('skus.pairs', '=', pairs)
    .executeTakeFirst()

/** Why a product cannot be bought in a choice. */
export async function refusalFor(db: Db, merchantId: number, goodsId: number, pairs: string): Promise<Refusal> {
  const goods = await findGoods(db, merchantId, goodsId)
  const isOnShelf = goods !== undefined && goods.status === 0
  if (!isOnShelf) return new Refusal('goodsGone')
  return new Refusal(pairs === '' ? 'skuRequired' : 'skuGone')
}

/** Adds to the number of a line, up to the stock; answers whether it did: what has the line's last key is in it already. */
export async function addToLine(
  tx: Tx,
  { merchantId, userId, type }: Owner,
  line: Omit<Insertable<CartLineTable>, 'merchant_id' | 'user_id' | 'cart_type'>,
  stock: number,
): Promise<boolean> {
  const row = await tx
    .insertInto('cart_lines')
    .values({ merchant_id: merchantId, user_id: userId, cart_type: type, ...line })
    .onConflict(conflict =>
      conflict
        .columns(['merchant_id', 'user_id', 'cart_type', 'key'])
        .doUpdateSet(({ eb, ref }) => ({
          number: eb('cart_lines.number', '+', ref('excluded.number')),
          sku_id: ref('excluded.sku_id'),
          additions_json: ref('excluded.additions_json'),
          last_key: ref('excluded.last_key'),
          is_selected: 1,
        }))
        .where(({ eb, ref }) => eb(eb('cart_lines.number', '+', ref('excluded.number')), '<=', stock))
        .where(({ eb, ref }) =>
          eb.or([eb('excluded.last_key', '=', ''), eb('cart_lines.last_key', '!=', ref('excluded.last_key'))]),
        ),
    )
    .returning('number')
    .executeTakeFirst()
  return row !== undefined
}

export const changeLines = (
  tx: Tx,
  { merchantId, userId, type }: Owner,
  keys: readonly string[],
  change: { number?: number; is_selected?: number },
) =>
  tx
    .updateTable('cart_lines')
    .set(change)
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('cart_type', '=', type)
    .where('key', 'in', keys.length ? [...keys] : [''])
    .execute()

/** Some lines, or all of them. */
export const deleteLines = (tx: Tx, { merchantId, userId, type }: Owner, keys?: readonly string[]) =>
  tx
    .deleteFrom('cart_lines')
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('cart_type', '=', type)
    .$if(keys !== undefined, query => query.where('key', 'in', keys?.length ? [...keys] : ['']))
    .execute()
