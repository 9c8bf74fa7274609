/** Days and time slots at which a product can be had, as shoppers see them. They change with every order, so nothing is kept. */
import type { goods } from '../../../contract/goods'
import type { Db } from '../../db/database'
import type { Handlers } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { someOf } from '../../paging'
import { BOOKED_BY } from './shapes'
import { findShownGoods } from './store'

type Names = 'goodsPriceDaily' | 'goodsTimesDays' | 'goodsTimesDayItems'

export const openingHandlers: Pick<Handlers<typeof goods>, Names> = {
  async goodsPriceDaily({ goodsId, priceId }, { db, merchant, now }) {
    const query = { goodsId, bookedBy: BOOKED_BY.days, skuId: priceId }
    const rows = await shownOpenings(db, merchant.id, query, now)
    return rows.map(({ slot, ...row }) => row)
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
  return someOf(await listOpenings(db, merchantId, goodsId, now, of)).map(opening => ({
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

/** Those that can still be booked, the next first. */
export const listOpenings = (
  db: Db,
  merchantId: number,
  goodsId: number,
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
    .where('openings.goods_id', '=', goodsId)
    .where('openings.closes_at', '>', now.getTime())
    .$if(skuId !== undefined, query => query.where('openings.sku_id', '=', skuId ?? 0))
    .$if(pairs !== undefined, query => query.where('skus.pairs', '=', pairs ?? ''))
    .$if(day !== undefined, query => query.where('openings.day', '=', day ?? ''))
    .orderBy('openings.day')
    .orderBy('openings.closes_at')
    .orderBy('openings.id')
    .limit(2000)
    .execute()
