/** Handlers of a shopper's favourites. */
import type { goods } from '../../../contract/goods'
import { touch } from '../../cache'
import type { Db, Tx } from '../../db/database'
import { containing } from '../../db/like'
import type { Handlers } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { someOf, windowOf } from '../../paging'
import { findShownGoods } from './store'

export const favouriteHandlers: Pick<
  Handlers<typeof goods>,
  'goodsFavPut' | 'goodsFavCheck' | 'goodsFavList' | 'goodsFavDelete'
> = {
  async goodsFavPut({ goodsId }, { transaction, merchant, user, now }) {
    await transaction(async tx => {
      if (!(await findShownGoods(tx, merchant.id, goodsId))) throw new Refusal('goodsGone')
      const added = await tx
        .insertInto('favourites')
        .values({ merchant_id: merchant.id, user_id: user.id, goods_id: goodsId, created_at: now.getTime() })
        .onConflict(conflict => conflict.columns(['merchant_id', 'user_id', 'goods_id']).doNothing())
        .returning('id')
        .executeTakeFirst()
      if (added) await countFavourites(tx, merchant.id, [goodsId], 1)
    })
  },

  async goodsFavCheck({ goodsId }, { db, merchant, user }) {
    const row = await ownFavourites(db, merchant.id, user.id)
      .where('favourites.goods_id', '=', goodsId)
      .executeTakeFirst()
    if (!row) throw new Refusal('negative', '未收藏', '未收藏')
    return '已收藏'
  },

  async goodsFavList({ nameLike, page, pageSize }, { db, merchant, user }) {
    const { limit, offset } = windowOf({ page, pageSize })
    const rows = await ownFavourites(db, merchant.id, user.id)
      .$if(nameLike !== undefined, query => query.where(containing('goods.name', nameLike)))
      .orderBy('favourites.id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute()
    return someOf(rows).map(row => ({
      id: row.id,
      goodsId: row.goods_id,
      goodsName: row.name,
      pic: row.pic,
      picColor: row.pic_color,
      minPrice: row.min_price_fen,
      originalPrice: row.original_price_fen,
      status: row.status,
      type: 0,
      dateAdd: new Date(row.created_at),
      dateUpdate: new Date(row.created_at),
    }))
  },

  async goodsFavDelete({ id, goodsId }, { transaction, merchant, user }) {
    if (id === undefined && goodsId === undefined) throw new Refusal('badRequest', '缺少参数 id 或 goodsId')
    await transaction(async tx => {
      const removed = await tx
        .deleteFrom('favourites')
        .where('merchant_id', '=', merchant.id)
        .where('user_id', '=', user.id)
        .$if(id !== undefined, query => query.where('id', '=', id ?? 0))
        .$if(goodsId !== undefined, query => query.where('goods_id', '=', goodsId ?? 0))
        .returning('goods_id')
        .execute()
      await countFavourites(
        tx,
        merchant.id,
        removed.map(({ goods_id }) => goods_id),
        -1,
      )
    })
  },
}

const ownFavourites = (db: Db, merchantId: number, userId: number) =>
  db
    .selectFrom('favourites')
    .innerJoin('goods', join =>
      join.onRef('goods.merchant_id', '=', 'favourites.merchant_id').onRef('goods.id', '=', 'favourites.goods_id'),
    )
    .select(['favourites.id', 'favourites.goods_id', 'favourites.created_at'])
    .select([
      'goods.name',
      'goods.pic',
      'goods.pic_color',
      'goods.min_price_fen',
      'goods.original_price_fen',
      'goods.status',
    ])
    .where('favourites.merchant_id', '=', merchantId)
    .where('favourites.user_id', '=', userId)

async function countFavourites(tx: Tx, merchantId: number, goodsIds: readonly number[], by: 1 | -1): Promise<void> {
  if (goodsIds.length === 0) return
  await tx
    .updateTable('goods')
    .set(({ eb }) => ({ fav_count: eb('fav_count', '+', by) }))
    .where('merchant_id', '=', merchantId)
    .where('id', 'in', [...goodsIds])
    .execute()
  touch(tx, merchantId, 'catalogue', goodsIds)
}
