/** Property values as a choice of a product. Pure. */
import { sortedPairs } from '../../../contract/fields'
import { type Fen, fen } from '../../../contract/money'
import type { Property } from './shapes'

/** `1:2,3:4` of what a cart sends. */
export const pairsOf = (options: readonly { optionId: number; optionValueId: number }[]): string =>
  sortedPairs(options.map(({ optionId, optionValueId }) => `${optionId}:${optionValueId}`).join(','))

export interface ChosenValue {
  optionId: number
  optionValueId: number
  optionName: string
  optionValueName: string
}

export const valuesOf = (properties: readonly Property[], pairs: string): ChosenValue[] =>
  pairs
    .split(',')
    .filter(Boolean)
    .map(pair => {
      const [optionId = 0, optionValueId = 0] = pair.split(':').map(Number)
      const property = properties.find(one => one.id === optionId)
      const value = property?.values.find(one => one.id === optionValueId)
      return { optionId, optionValueId, optionName: property?.name ?? '', optionValueName: value?.name ?? '' }
    })

/** `颜色:薄荷绿,尺寸:大,` as WXAPI writes a choice in words. */
export const choiceText = (properties: readonly Property[], pairs: string): string =>
  valuesOf(properties, pairs)
    .map(({ optionName, optionValueName }) => `${optionName}:${optionValueName},`)
    .join('')

/**
 * What a choice costs when a promotion sells the cheapest one for `dealFen`: so much dearer as it is without, and never dearer
 * than it is without.
 */
export const choicePrice = (dealFen: Fen, priceFen: Fen, lowestFen: Fen): Fen =>
  fen(Math.min(priceFen, dealFen + priceFen - lowestFen))
