/**
 * What a price is made of: named parts in the order in which they are explained. They add up to what is to be paid; what
 * takes off is negative. A new kind of price or discount is a new name here.
 */
import { type Fen, fen } from '../../../contract/money'
import { readJson } from '../../json'
import type { OrderRow } from './rows'

export type PartName =
  | 'goods'
  | 'additions'
  | 'kanjia'
  | 'pingtuan'
  | 'miaosha'
  | 'ladder'
  | 'level'
  | 'coupon'
  | 'score'
  | 'freight'

export interface PricePart {
  type: PartName
  amountFen: Fen
  /** Which one, where there are several: the name of a coupon, the score that was spent. */
  about?: string | undefined
}

export const sumOf = (parts: readonly PricePart[]): Fen => fen(parts.reduce((sum, { amountFen }) => sum + amountFen, 0))

/** What parts of one name take off together, as a positive amount. */
export const takenOff = (parts: readonly PricePart[], type: PartName): Fen =>
  fen(0 - sumOf(parts.filter(part => part.type === type)))

/** Those of an order that was placed. Before parts were written down there were goods and freight alone. */
export function partsOf({ parts_json, amount_fen, freight_fen, needs_logistics }: OrderRow): PricePart[] {
  const parts = readJson<PricePart[]>(parts_json)
  if (parts.length) return parts
  const goods: PricePart = { type: 'goods', amountFen: amount_fen }
  return needs_logistics ? [goods, { type: 'freight', amountFen: freight_fen }] : [goods]
}

export const partAnswer = ({ type, amountFen, about }: PricePart) => ({ type, amount: amountFen, about })
