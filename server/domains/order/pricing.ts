/** What an order costs, as parts that add up. Pure; every amount is fen. */
import { atRate, type Fen, fen, splitFen } from '../../../contract/money'
import { additionsFen } from '../goods/additions'
import { type Destination, parcelFen, parcelsOf } from '../goods/freight'
import type { BasketLine, Deal } from './basket'
import { type PartName, type PricePart, sumOf } from './parts'

export interface PricedLine extends BasketLine {
  /** The member's price with additions, for one piece. */
  unitFen: Fen
  amountFen: Fen
  /** What of the amount is paid with money. */
  paidFen: Fen
}

export interface Price {
  lines: PricedLine[]
  goodsNumber: number
  /** All lines, before discounts. */
  goodsFen: Fen
  freightFen: Fen
  /** What is to be paid: the sum of the parts. */
  realFen: Fen
  parts: PricePart[]
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
    const deal = dealFor(line, rebateBp)
    const pieceFen = deal?.unitFen ?? atRate(line.priceFen, rebateBp)
    const unitFen = fen(pieceFen + additionsFen(line.additions))
    const amountFen = fen(unitFen * line.number)
    return { ...line, deal, unitFen, amountFen, paidFen: amountFen }
  })
  const needsLogistics = !isPickedUp && lines.some(({ template }) => template !== undefined)
  const freight = needsLogistics ? freightParts(lines, destination) : []
  const part = (type: PartName, amountFen: number): PricePart => ({ type, amountFen: fen(amountFen) })
  const parts = [
    part(
      'goods',
      total(lines, ({ priceFen, number }) => priceFen * number),
    ),
    part(
      'additions',
      total(lines, ({ additions, number }) => additionsFen(additions) * number),
    ),
    part('kanjia', dealt(lines, 'kanjia')),
    part('pingtuan', dealt(lines, 'pingtuan')),
    part('miaosha', dealt(lines, 'miaosha')),
    part('ladder', dealt(lines, 'ladder')),
    part(
      'level',
      total(lines, ({ deal, priceFen, number }) => (deal ? 0 : (atRate(priceFen, rebateBp) - priceFen) * number)),
    ),
  ].filter(({ type, amountFen }) => type === 'goods' || amountFen !== 0)
  parts.push(...freight)
  return {
    lines,
    goodsNumber: total(lines, ({ number }) => number),
    goodsFen: fen(total(lines, ({ amountFen }) => amountFen)),
    freightFen: sumOf(freight),
    realFen: sumOf(parts),
    parts,
    needsLogistics,
  }
}

/** What was asked for by name, or what everybody gets when the member's price is not better. */
const dealFor = ({ deal, offer, priceFen }: BasketLine, rebateBp: number): Deal | undefined =>
  deal ?? (offer && offer.unitFen < atRate(priceFen, rebateBp) ? offer : undefined)

/** What promotions of one kind take off. */
const dealt = (lines: readonly PricedLine[], type: PartName): number =>
  total(lines, ({ deal, priceFen, number }) => (deal?.type === type ? (deal.unitFen - priceFen) * number : 0))

/**
 * Takes a discount off, shared by lines that it `covers` in proportion to what is still to be paid for them. Freight is never
 * discounted. The amount must not be more than those lines cost.
 */
export function takeOff(price: Price, part: PricePart, covers: (line: PricedLine) => boolean): Price {
  const covered = price.lines.filter(covers)
  const shares = splitFen(
    part.amountFen,
    covered.map(({ paidFen }) => paidFen),
  )
  const lines = price.lines.map(line => {
    const share = shares[covered.indexOf(line)] ?? 0
    return { ...line, paidFen: fen(line.paidFen - share) }
  })
  const isFreight = ({ type }: PricePart) => type === 'freight'
  const parts = [
    ...price.parts.filter(one => !isFreight(one)),
    { ...part, amountFen: fen(-part.amountFen) },
    ...price.parts.filter(isFreight),
  ]
  return { ...price, lines, parts, realFen: sumOf(parts) }
}

/** One for each template; where there are several, each says which it is. */
function freightParts(lines: readonly PricedLine[], destination: Destination): PricePart[] {
  const parcels = parcelsOf(lines)
  return parcels.map(parcel => ({
    type: 'freight',
    amountFen: parcelFen(parcel, destination),
    ...(parcels.length > 1 && { about: parcel.template.name }),
  }))
}

const total = (lines: readonly PricedLine[], of: (line: PricedLine) => number): number =>
  lines.reduce((sum, line) => sum + of(line), 0)
