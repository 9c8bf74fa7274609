/** Day prices and time slots, as the shop keeper sets them. */
import type { Fen } from '../../../contract/money'
import { DAY_MS, parseTime } from '../../../contract/time'
import { touch } from '../../cache'
import type { Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { BOOKED_BY } from './shapes'
import { findGoods } from './store'

export interface OpeningsDraft {
  goodsId: number
  skuIds: readonly number[]
  days: readonly string[]
  /** Names of the parts of each day; none for whole days. */
  slots?: readonly string[] | undefined
  priceFen: Fen
  /** Places that are left on each day, or in each slot. */
  stock: number
}

/** Opens these days, or slots of them, in place of what stood there. Refuses `goodsGone` and `saleTermsWrong`. */
export async function setOpenings(
  tx: Tx,
  merchantId: number,
  { goodsId, skuIds, days, slots = [], priceFen, stock }: OpeningsDraft,
  now: Date,
): Promise<void> {
  const goods = await findGoods(tx, merchantId, goodsId)
  if (!goods) throw new Refusal('goodsGone')
  const bookedBy = slots.length ? BOOKED_BY.slots : BOOKED_BY.days
  if (goods.supply_type) throw new Refusal('saleTermsWrong', '供货商发货的商品不能按日期预订')
  if (goods.booked_by !== BOOKED_BY.nothing && goods.booked_by !== bookedBy)
    throw new Refusal('saleTermsWrong', '按天和按时段只能选一种，请先停止另一种')
  const names = slots.length ? slots : ['']
  for (const sku_id of skuIds) {
    for (const day of days) {
      const rows = names.map(slot => {
        const row = { goods_id: goodsId, sku_id, day, slot, price_fen: priceFen, stock, closes_at: closesAt(day, slot) }
        return { merchant_id: merchantId, ...row }
      })
      if (rows.some(({ closes_at }) => closes_at <= now.getTime()))
        throw new Refusal('saleTermsWrong', `${day} 已经过去`)
      await tx
        .insertInto('openings')
        .values(rows)
        .onConflict(conflict =>
          conflict.columns(['merchant_id', 'sku_id', 'day', 'slot']).doUpdateSet({ price_fen: priceFen, stock }),
        )
        .execute()
    }
  }
  await bookBy(tx, merchantId, goodsId, bookedBy)
}

/** The product is sold as it is again; what was booked stays booked. Answers whether it was sold by days or slots. */
export async function stopOpenings(tx: Tx, merchantId: number, goodsId: number): Promise<boolean> {
  const goods = await findGoods(tx, merchantId, goodsId)
  if (!goods?.booked_by) return false
  await tx.deleteFrom('openings').where('merchant_id', '=', merchantId).where('goods_id', '=', goodsId).execute()
  await bookBy(tx, merchantId, goodsId, BOOKED_BY.nothing)
  return true
}

async function bookBy(tx: Tx, merchantId: number, goodsId: number, bookedBy: number): Promise<void> {
  await tx
    .updateTable('goods')
    .set({ booked_by: bookedBy })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', goodsId)
    .execute()
  touch(tx, merchantId, 'catalogue', [goodsId])
}

/** A slot whose name begins with a time can be booked until then, everything else until its day is over. In Beijing. */
export function closesAt(day: string, slot: string): number {
  const [, hour, minute] = /^(\d{1,2})[:：](\d\d)/.exec(slot) ?? []
  const midnight = parseTime(day).getTime()
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return midnight + DAY_MS
  return midnight + (Number(hour) * 60 + Number(minute)) * 60_000
}
