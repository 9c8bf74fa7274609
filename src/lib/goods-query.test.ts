import { describe, expect, it } from 'vitest'
import { filtersOf, type GoodsQuery, isFiltered, reordered } from './goods-query'

const query: GoodsQuery = { word: '', order: 'usual', isDescending: false, lowest: '', highest: '' }

describe('filtersOf', () => {
  it('leaves out what was not asked for', () => expect(filtersOf(query)).toEqual({}))
  it('asks for words, category and order', () => {
    expect(filtersOf({ ...query, word: '茶', categoryId: 3, order: 'sales' })).toEqual({
      k: '茶',
      categoryId: 3,
      orderBy: 'ordersDown',
    })
    expect(filtersOf({ ...query, order: 'price', isDescending: true })).toEqual({ orderBy: 'priceDown' })
  })
  it('puts a range of prices the right way round and ignores what is no amount', () => {
    expect(filtersOf({ ...query, lowest: '200', highest: '50.5' })).toEqual({ priceMin: 50.5, priceMax: 200 })
    expect(filtersOf({ ...query, lowest: '1.234', highest: 'x' })).toEqual({})
  })
})

describe('reordered', () => {
  it('turns round only the price', () => {
    const byPrice = reordered(query, 'price')
    expect(byPrice).toMatchObject({ order: 'price', isDescending: false })
    expect(reordered(byPrice, 'price').isDescending).toBe(true)
    expect(reordered(reordered(byPrice, 'price'), 'sales').isDescending).toBe(false)
  })
})

describe('isFiltered', () => {
  it('is about the range of prices', () => {
    expect(isFiltered(query)).toBe(false)
    expect(isFiltered({ ...query, highest: '9' })).toBe(true)
  })
})
