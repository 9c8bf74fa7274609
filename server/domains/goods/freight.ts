/** What sending goods costs: by template, by region, by pieces or grams. Pure; amounts are fen. */
import { type Fen, fen } from '../../../contract/money'
import { Refusal } from '../../http/refusal'
import { BY_WEIGHT, type FreightRule } from './shapes'

export interface FreightTemplate {
  id: number
  name: string
  feeType: number
  isFree: boolean
  /** Goods of this amount go free. */
  freeFromFen: Fen | null
  rules: FreightRule[]
  /** Regions that nothing is sent to. */
  notServed: string[]
}

/** Region ids of an address, the smallest first; empty ones are skipped. */
export type Destination = readonly string[]

export interface Parcel {
  template: FreightTemplate
  pieces: number
  grams: number
  goodsFen: Fen
}

type Tariff = Pick<FreightRule, 'first' | 'firstFen' | 'further' | 'furtherFen'>

const FREE: Tariff = { first: 1, firstFen: fen(0), further: 1, furtherFen: fen(0) }

/** What a template asks for: by the rule of the smallest region that has one. Refuses where nothing is sent, also free of charge. */
export function tariffFor(template: FreightTemplate, destination: Destination, type = 0): Tariff {
  if (destination.some(region => template.notServed.includes(region))) throw new Refusal('notDeliverable')
  if (template.isFree) return FREE
  const rules = template.rules.filter(rule => rule.type === type)
  for (const region of destination) {
    const own = rules.find(rule => rule.regions.includes(region))
    if (own) return own
  }
  const elsewhere = rules.find(rule => rule.regions.length === 0)
  if (!elsewhere) throw new Refusal('notDeliverable')
  return elsewhere
}

/** Sum over the templates of an order, each counted once with all of its goods. */
export function freightOf(parcels: readonly Parcel[], destination: Destination, type = 0): Fen {
  return fen(parcels.reduce((sum, parcel) => sum + parcelFen(parcel, destination, type), 0))
}

/** What the goods of one template ask for. */
export function parcelFen({ template, pieces, grams, goodsFen }: Parcel, destination: Destination, type = 0): Fen {
  const { first, firstFen, further, furtherFen } = tariffFor(template, destination, type)
  if (template.freeFromFen !== null && goodsFen >= template.freeFromFen) return fen(0)
  const amount = template.feeType === BY_WEIGHT ? grams : pieces
  const steps = amount <= first || further <= 0 ? 0 : Math.ceil((amount - first) / further)
  return fen(firstFen + steps * furtherFen)
}

/** Goods of one template make one parcel. */
export function parcelsOf(
  lines: readonly { template: FreightTemplate | undefined; number: number; grams: number; amountFen: Fen }[],
): Parcel[] {
  const parcels = new Map<number, Parcel>()
  for (const { template, number, grams, amountFen } of lines) {
    if (!template) continue
    const known = parcels.get(template.id) ?? { template, pieces: 0, grams: 0, goodsFen: fen(0) }
    parcels.set(template.id, {
      template,
      pieces: known.pieces + number,
      grams: known.grams + grams * number,
      goodsFen: fen(known.goodsFen + amountFen),
    })
  }
  return [...parcels.values()]
}
