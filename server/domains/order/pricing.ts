/** What an order costs. Pure; every amount is fen. Later discounts join here, each in its place. */
import { atRate, type Fen, fen } from '../../../contract/money'
import { additionsFen } from '../goods/additions'
import { type Destination, freightOf, parcelsOf } from '../goods/freight'
import type { BasketLine } from './basket'

export interface PricedLine extends BasketLine {
  /** The member's price with additions, for one piece. */
  unitFen: Fen
  amountFen: Fen
}

export interface Price {
  lines: PricedLine[]
  goodsNumber: number
  goodsFen: Fen
  freightFen: Fen
  /** What is to be paid. */
  realFen: Fen
  needsLogistics: boolean
}

export interface Terms {
  /** What the shopper's level pays, in basis points. */
  rebateBp: number
  /** Fetched at the shop, nothing is sent. */
  isPickedUp: boolean
  destination: Destination
}

/** Unit price, by number, plus freight. Refuses with `notDeliverable` where nothing is sent. */
export function priceOf(basket: readonly BasketLine[], { rebateBp, isPickedUp, destination }: Terms): Price {
  const lines = basket.map(line => {
    const unitFen = fen(atRate(line.priceFen, rebateBp) + additionsFen(line.additions))
    return { ...line, unitFen, amountFen: fen(unitFen * line.number) }
  })
  const needsLogistics = !isPickedUp && lines.some(({ template }) => template !== undefined)
  const goodsFen = fen(lines.reduce((sum, { amountFen }) => sum + amountFen, 0))
  const freightFen = needsLogistics ? freightOf(parcelsOf(lines), destination) : fen(0)
  return {
    lines,
    goodsNumber: lines.reduce((sum, { number }) => sum + number, 0),
    goodsFen,
    freightFen,
    realFen: fen(goodsFen + freightFen),
    needsLogistics,
  }
}
