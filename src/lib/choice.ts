/** Choosing among the combinations of a product: which values lead to one that can be bought. */
import type { Property, Sku } from '@/api'

/** Chosen value ids by property id. */
export type Choice = Readonly<Record<number, number>>

/** `open` can be bought, `soldOut` exists without stock, `none` does not exist beside what is chosen already. */
export type ValueState = 'open' | 'soldOut' | 'none'

/** `propertyId:valueId,…` as stored, with or without commas at its ends. */
export function choiceOf(pairs: string): Choice {
  return Object.fromEntries(
    pairs
      .split(',')
      .filter(Boolean)
      .map(pair => pair.split(':').map(Number)),
  )
}

/** `1:11,2:21`: what the server takes, by property. */
export const pairsOf = (choice: Choice): string =>
  Object.entries(choice)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([property, value]) => `${property}:${value}`)
    .join(',')

/** What tapping a value does: it takes the place of the other values of its property, or is taken back. */
export function toggled(choice: Choice, propertyId: number, valueId: number): Choice {
  const { [propertyId]: current, ...others } = choice
  return current === valueId ? others : { ...others, [propertyId]: valueId }
}

/** The combination that a complete choice names. */
export function skuOf(skus: readonly Sku[], properties: readonly Property[], choice: Choice): Sku | undefined {
  if (properties.some(({ id }) => choice[id] === undefined)) return undefined
  return skus.find(sku => fits(sku, choice))
}

export function valueState(skus: readonly Sku[], choice: Choice, propertyId: number, valueId: number): ValueState {
  const wanted = { ...choice, [propertyId]: valueId }
  const matching = skus.filter(sku => fits(sku, wanted))
  if (matching.length === 0) return 'none'
  return matching.some(sku => sku.stores > 0) ? 'open' : 'soldOut'
}

/** Where there is nothing to choose, it is chosen already. */
export function firstChoice(skus: readonly Sku[], properties: readonly Property[]): Choice {
  const buyable = skus.filter(sku => sku.stores > 0)
  const only = buyable.length === 1 ? buyable[0] : undefined
  if (only) return choiceOf(only.propertyChildIds)
  return Object.fromEntries(
    properties.flatMap(({ id, childsCurGoods: [first, second] }) => (first && !second ? [[id, first.id]] : [])),
  )
}

/** `100g · 单盒`: the names of what is chosen, in the order of the properties. */
export function choiceText(properties: readonly Property[], choice: Choice): string {
  return properties
    .map(({ id, childsCurGoods: values }) => values.find(value => value.id === choice[id])?.name)
    .filter(Boolean)
    .join(' · ')
}

function fits(sku: Sku, choice: Choice): boolean {
  const own = choiceOf(sku.propertyChildIds)
  return Object.entries(choice).every(([property, value]) => own[Number(property)] === value)
}
