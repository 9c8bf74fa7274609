/** Handlers of what a shopper has bought before. The list follows from paid orders; forgetting is remembered. */
import { sql } from 'kysely'
import type { goods } from '../../../contract/goods'
import type { Db } from '../../db/database'
import type { Handlers } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { type PageRequest, paged, windowOf } from '../../paging'

export const boughtHandlers: Pick<Handlers<typeof goods>, 'myBuyGoodsHis' | 'myBuyGoodsHisDelete'> = {
  async myBuyGoodsHis(request, { db, merchant, user }) {
    return paged(await listBought(db, merchant.id, user.id, request), request, row => ({
      id: row.last_line_id,
      goodsId: row.goods_id,
      goodsName: row.name,
      pic: row.pic,
      number: row.number,
      numberSells: row.sold_count,
      minPrice: row.min_price_fen,
      status: row.status,
      dateAdd: new Date(row.last_at),
    }))
  },

  async myBuyGoodsHisDelete({ id, goodsId }, { transaction, merchant, user }) {
    if (id === undefined && goodsId === undefined) throw new Refusal('badRequest', '缺少参数 id 或 goodsId')
    await transaction(async tx => {
      const last = await tx
        .selectFrom('order_lines')
        .select(['goods_id', 'id'])
        .where('merchant_id', '=', merchant.id)
        .where('user_id', '=', user.id)
        .$if(id !== undefined, query => query.where('id', '=', id ?? 0))
        .$if(goodsId !== undefined, query => query.where('goods_id', '=', goodsId ?? 0))
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (!last) return
      await tx
        .insertInto('forgotten_goods')
        .values({ merchant_id: merchant.id, user_id: user.id, goods_id: last.goods_id, until_line_id: last.id })
        .onConflict(conflict =>
          conflict
            .columns(['merchant_id', 'user_id', 'goods_id'])
            .doUpdateSet({ until_line_id: last.id })
            .where('forgotten_goods.until_line_id', '<', last.id),
        )
        .execute()
    })
  },
}

function listBought(db: Db, merchantId: number, userId: number, request: PageRequest) {
  const { limit, offset } = windowOf(request)
  return db
    .selectFrom('order_lines as line')
    .innerJoin('orders', join =>
      join.onRef('orders.merchant_id', '=', 'line.merchant_id').onRef('orders.id', '=', 'line.order_id'),
    )
    .innerJoin('goods', join =>
      join.onRef('goods.merchant_id', '=', 'line.merchant_id').onRef('goods.id', '=', 'line.goods_id'),
    )
    .leftJoin('forgotten_goods as forgotten', join =>
      join
        .onRef('forgotten.merchant_id', '=', 'line.merchant_id')
        .onRef('forgotten.user_id', '=', 'line.user_id')
        .onRef('forgotten.goods_id', '=', 'line.goods_id'),
    )
    .select(['line.goods_id', 'goods.name', 'goods.pic', 'goods.sold_count', 'goods.min_price_fen', 'goods.status'])
    .select(({ fn }) => [
      fn.max('line.id').as('last_line_id'),
      fn.max('line.created_at').as('last_at'),
      fn.sum<number>('line.number').as('number'),
      fn.countAll<number>().over().as('total'),
    ])
    .where('line.merchant_id', '=', merchantId)
    .where('line.user_id', '=', userId)
    .where('orders.status', '>=', 1)
    .where(({ eb, fn }) => eb('line.id', '>', fn.coalesce('forgotten.until_line_id', sql<number>`0`)))
    .groupBy(['line.goods_id', 'goods.name', 'goods.pic', 'goods.sold_count', 'goods.min_price_fen', 'goods.status'])
    .orderBy('last_line_id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}
