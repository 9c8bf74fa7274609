/** What a product sells cheaper by itself: a flash sale for a while, or more pieces at once. Pure. */
import type { Fen } from '../../../contract/money'
import { readJson } from '../../json'
import { choicePrice } from './choice'

/** From so many pieces of the product on, the cheapest choice costs so much. */
export interface LadderStep {
  number: number
  priceFen: Fen
}

export interface Offering {
  min_price_fen: Fen
  miaosha_price_fen: Fen | null
  miaosha_from: number | null
  miaosha_until: number | null
  ladder_json: string
}

export interface Offer {
  type: 'miaosha' | 'ladder'
  unitFen: Fen
}

/** The cheapest of what is offered to everybody for one piece of a choice, when `number` of the product are bought. */
export function offerOf(goods: Offering, priceFen: Fen, number: number, now: Date): Offer | undefined {
  const step = readJson<LadderStep[]>(goods.ladder_json).findLast(one => one.number <= number)
  const sale = isOnSale(goods, now) ? goods.miaosha_price_fen : null
  const offers: Offer[] = []
  if (sale !== null) offers.push({ type: 'miaosha', unitFen: choicePrice(sale, priceFen, goods.min_price_fen) })
  if (step) offers.push({ type: 'ladder', unitFen: choicePrice(step.priceFen, priceFen, goods.min_price_fen) })
  return offers.filter(({ unitFen }) => unitFen < priceFen).sort((a, b) => a.unitFen - b.unitFen)[0]
}

export const isOnSale = (
  { miaosha_price_fen, miaosha_from, miaosha_until }: Omit<Offering, 'ladder_json'>,
  now: Date,
): boolean => miaosha_price_fen !== null && (miaosha_from ?? 0) <= now.getTime() && (miaosha_until ?? 0) > now.getTime()
