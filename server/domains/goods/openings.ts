/** Days and time slots at which a product can be had, as shoppers see them. They change with every order, so nothing is kept. */
import type { goods } from '../../../contract/goods'
import type { Db } from '../../db/database'
import type { Handlers } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { someOf } from '../../paging'
import { inCategory } from './list'
import { BOOKED_BY } from './shapes'
import { findShownGoods } from './store'

type Names = 'goodsPriceDaily' | 'goodsTimesSchedule' | 'goodsTimesDays' | 'goodsTimesDayItems'

export const openingHandlers: Pick<Handlers<typeof goods>, Names> = {
  async goodsPriceDaily({ goodsId, priceId }, { db, merchant, now }) {
    const query = { goodsId, bookedBy: BOOKED_BY.days, skuId: priceId }
    const rows = await shownOpenings(db, merchant.id, query, now)
    return rows.map(({ slot, ...row }) => row)
  },

  async goodsTimesSchedule({ goodsId, propertyChildIds, brandId, categoryId }, { db, merchant, now }) {
    if (goodsId === undefined && categoryId === undefined)
      throw new Refusal('badRequest', '缺少参数 goodsId 或 categoryId')
    // Products have no brands here: none is of the one that is asked for.
    if (brandId) throw new Refusal('noData')
    const ids = await scheduledGoods(db, merchant.id, { goodsId, categoryId })
    const rows = ids.length ? await listOpenings(db, merchant.id, ids, now, { pairs: propertyChildIds }) : []
    const days = [...new Set(rows.filter(({ stock }) => stock > 0).map(({ day }) => day))]
    return someOf(days).map(day => ({ day, items: rows.filter(row => row.day === day).map(slotOf) }))
  },

  async goodsTimesDays({ goodsId, propertyChildIds }, { db, merchant, now }) {
    const query = { goodsId, bookedBy: BOOKED_BY.slots, pairs: propertyChildIds }
    const rows = await shownOpenings(db, merchant.id, query, now)
    return [...someOf([...new Set(rows.filter(({ stores }) => stores > 0).map(({ day }) => day))])]
  },

  async goodsTimesDayItems({ goodsId, propertyChildIds, day }, { db, merchant, now }) {
    const query = { goodsId, bookedBy: BOOKED_BY.slots, pairs: propertyChildIds, day }
    const rows = await shownOpenings(db, merchant.id, query, now)
    return rows.map(({ slot, ...row }) => ({ ...row, name: slot }))
  },
}

interface Asked {
  goodsId: number
  bookedBy: number
  /** Of one choice only. */
  skuId?: number | undefined
  pairs?: string | undefined
  day?: string | undefined
}

async function shownOpenings(db: Db, merchantId: number, { goodsId, bookedBy, ...of }: Asked, now: Date) {
  const row = orRefuse(await findShownGoods(db, merchantId, goodsId), 'noData')
  if (row.booked_by !== bookedBy) throw new Refusal('noData')
  return someOf(await listOpenings(db, merchantId, [goodsId], now, of)).map(opening => ({
    id: opening.id,
    goodsId,
    priceId: opening.sku_id,
    day: opening.day,
    slot: opening.slot,
    price: opening.price_fen,
    stores: opening.stock,
    userId: merchantId,
  }))
}

/** Products that are sold by time slots, and shown. */
async function scheduledGoods(
  db: Db,
  merchantId: number,
  of: { goodsId?: number | undefined; categoryId?: number | undefined },
) {
  const rows = await db
    .selectFrom('goods')
    .select('goods.id')
    .where('goods.merchant_id', '=', merchantId)
    .where('goods.booked_by', '=', BOOKED_BY.slots)
    .where('goods.status', '=', 0)
    .where('goods.is_hidden', '=', 0)
    .$if(of.goodsId !== undefined, query => query.where('goods.id', '=', of.goodsId ?? 0))
    .$if(of.categoryId !== undefined, query => query.where(eb => inCategory(eb, merchantId, 'id', of.categoryId ?? 0)))
    .orderBy('goods.id')
    .limit(100)
    .execute()
  return rows.map(({ id }) => id)
}

const slotOf = (row: Awaited<ReturnType<typeof listOpenings>>[number]) => ({
  name: row.slot,
  price: row.price_fen,
  stores: row.stock,
  goodsId: row.goods_id,
  priceId: row.sku_id,
})

/** Those that can still be booked, the next first. */
export const listOpenings = (
  db: Db,
  merchantId: number,
  goodsIds: readonly number[],
  now: Date,
  { skuId, pairs, day }: Pick<Asked, 'skuId' | 'pairs' | 'day'> = {},
) =>
  db
    .selectFrom('openings')
    .innerJoin('skus', join =>
      join.onRef('skus.merchant_id', '=', 'openings.merchant_id').onRef('skus.id', '=', 'openings.sku_id'),
    )
    .selectAll('openings')
    .select('skus.pairs')
    .where('openings.merchant_id', '=', merchantId)
    .where('openings.goods_id', 'in', goodsIds)
    .where('openings.closes_at', '>', now.getTime())
    .$if(skuId !== undefined, query => query.where('openings.sku_id', '=', skuId ?? 0))
    .$if(pairs !== undefined, query => query.where('skus.pairs', '=', pairs ?? ''))
    .$if(day !== undefined, query => query.where('openings.day', '=', day ?? ''))
    .orderBy('openings.day')
    .orderBy('openings.closes_at')
    .orderBy('openings.id')
    .limit(2000)
    .execute()
