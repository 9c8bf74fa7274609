/** Property values as a choice of a product. Pure. */
import { sortedPairs } from '../../../contract/fields'
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
