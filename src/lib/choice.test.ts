import { describe, expect, it } from 'vitest'
import type { Property, Sku } from '@/api'
import { choiceOf, choiceText, firstChoice, pairsOf, skuOf, toggled, valueState } from './choice'

const property = (id: number, name: string, ...values: Array<[number, string]>): Property => ({
  id,
  name,
  childsCurGoods: values.map(([valueId, valueName]) => ({ id: valueId, name: valueName, propertyId: id })),
})
const sku = (propertyChildIds: string, stores: number): Sku => ({
  id: 1,
  propertyChildIds,
  stores,
  price: 1,
  originalPrice: 0,
  pingtuanPrice: 0,
  score: 0,
  weight: 0,
})
const properties = [property(1, '重量', [11, '100g'], [12, '200g']), property(2, '包装', [21, '单盒'], [22, '礼盒'])]
const skus = [sku('1:11,2:21,', 5), sku(',1:12,2:21', 0), sku('2:22,1:12', 3)]

describe('choiceOf and pairsOf', () => {
  it('read every spelling and write one', () => {
    for (const pairs of ['1:11,2:21,', ',2:21,1:11', '1:11,2:21']) expect(pairsOf(choiceOf(pairs))).toBe('1:11,2:21')
    expect(pairsOf(choiceOf(''))).toBe('')
  })
})

describe('toggled', () => {
  it('replaces within the property and takes back', () => {
    expect(toggled({ 1: 11 }, 1, 12)).toEqual({ 1: 12 })
    expect(toggled({ 1: 11, 2: 21 }, 1, 11)).toEqual({ 2: 21 })
  })
})

describe('skuOf', () => {
  it('answers only for a complete choice', () => {
    expect(skuOf(skus, properties, { 1: 11 })).toBeUndefined()
    expect(skuOf(skus, properties, { 1: 12, 2: 22 })?.stores).toBe(3)
    expect(skuOf(skus, properties, { 1: 11, 2: 22 })).toBeUndefined()
  })
})

describe('valueState', () => {
  it('knows what can be bought beside the choice so far', () => {
    expect(valueState(skus, {}, 1, 12)).toBe('open')
    expect(valueState(skus, { 2: 21 }, 1, 12)).toBe('soldOut')
    expect(valueState(skus, { 1: 11 }, 2, 22)).toBe('none')
  })
  it('compares a value with the other properties, not with the present value of its own', () => {
    expect(valueState(skus, { 1: 11, 2: 21 }, 1, 12)).toBe('soldOut')
  })
})

describe('firstChoice', () => {
  it('takes the only combination in stock, or the only value of a property', () => {
    expect(firstChoice([sku('1:11,2:21', 0), sku('1:12,2:22', 1)], properties)).toEqual({ 1: 12, 2: 22 })
    expect(firstChoice(skus, [property(1, '重量', [11, '100g']), ...properties.slice(1)])).toEqual({ 1: 11 })
  })
})

describe('choiceText', () => {
  it('names the chosen values in order', () => {
    expect(choiceText(properties, { 2: 22, 1: 12 })).toBe('200g · 礼盒')
    expect(choiceText(properties, {})).toBe('')
  })
})
