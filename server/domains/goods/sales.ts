/** Flash sales and prices by number, as the shop keeper sets them. */
import type { Fen } from '../../../contract/money'
import { touch } from '../../cache'
import type { Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { enqueue, type Job } from '../../jobs/queue'
import { writeJson } from '../../json'
import type { Services } from '../../services'
import type { LadderStep } from './offers'
import { findGoods } from './store'

export interface SaleDraft {
  goodsId: number
  /** Of the cheapest choice. */
  priceFen: Fen
  from: Date
  until: Date
}

/** Sets the flash sale of a product, in place of the one before. Refuses `goodsGone` and `saleTermsWrong`. */
export async function setSale(tx: Tx, merchantId: number, { goodsId, priceFen, from, until }: SaleDraft, now: Date) {
  const goods = await findGoods(tx, merchantId, goodsId)
  if (!goods) throw new Refusal('goodsGone')
  if (priceFen < 0 || priceFen >= goods.min_price_fen) throw new Refusal('saleTermsWrong', '秒杀价应低于平时的价格')
  if (until <= from || until <= now) throw new Refusal('saleTermsWrong', '结束时间应在开始以后，并且还没有过去')
  const sale = { miaosha_price_fen: priceFen, miaosha_from: from.getTime(), miaosha_until: until.getTime() }
  await change(tx, merchantId, goodsId, { ...sale, miaosha_on: from <= now ? 1 : 0 })
  for (const runAt of [from, until])
    await enqueue(
      tx,
      { merchantId, kind: 'turnSale', key: `sale:${goodsId}:${runAt.getTime()}`, payload: { goodsId }, runAt },
      now,
    )
}

/** Answers whether there was one. */
export async function stopSale(tx: Tx, merchantId: number, goodsId: number): Promise<boolean> {
  const goods = await findGoods(tx, merchantId, goodsId)
  if (goods?.miaosha_price_fen == null) return false
  await change(tx, merchantId, goodsId, NO_SALE)
  return true
}

const NO_SALE = { miaosha_price_fen: null, miaosha_from: null, miaosha_until: null, miaosha_on: 0 }

/** Lists of goods are kept, so a time that comes must change a row. Orders look at the time themselves. */
export async function turnSale(
  { merchantId, payload: { goodsId } }: Job<'turnSale'>,
  { transaction, clock }: Services,
): Promise<void> {
  await transaction(async tx => {
    const now = clock.now().getTime()
    const goods = await findGoods(tx, merchantId, goodsId)
    if (goods?.miaosha_until == null) return
    if (goods.miaosha_until <= now) return change(tx, merchantId, goodsId, NO_SALE)
    await change(tx, merchantId, goodsId, { miaosha_on: (goods.miaosha_from ?? 0) <= now ? 1 : 0 })
  })
}

/** Prices that fall with the number of pieces; none takes them away. Refuses steps that do not fall. */
export async function setLadder(tx: Tx, merchantId: number, goodsId: number, steps: readonly LadderStep[]) {
  const goods = await findGoods(tx, merchantId, goodsId)
  if (!goods) throw new Refusal('goodsGone')
  const sorted = steps.toSorted((a, b) => a.number - b.number)
  const falls = [{ number: 1, priceFen: goods.min_price_fen }, ...sorted]
  const isWrong = falls.some(({ number, priceFen }, i) => {
    const before = falls[i - 1]
    return before && (number <= before.number || priceFen >= before.priceFen || priceFen < 0)
  })
  if (isWrong) throw new Refusal('saleTermsWrong', '阶梯价应一级比一级低，数量从 2 件起一级比一级多')
  await change(tx, merchantId, goodsId, { ladder_json: writeJson(sorted) })
}

interface Columns {
  miaosha_price_fen?: Fen | null
  miaosha_from?: number | null
  miaosha_until?: number | null
  miaosha_on?: number
  ladder_json?: string
}

async function change(tx: Tx, merchantId: number, goodsId: number, columns: Columns): Promise<void> {
  await tx.updateTable('goods').set(columns).where('merchant_id', '=', merchantId).where('id', '=', goodsId).execute()
  touch(tx, merchantId, 'catalogue', [goodsId])
}
