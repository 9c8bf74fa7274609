import { describe, expect, it } from 'vitest'
import { filtersOf, type GoodsQuery, isFiltered, noFilter, queryOf, reordered, tagsIn } from './goods-query'

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
  it('asks for a part of the category instead of the whole, for a tag, and for what the shop recommends', () => {
    const inKitchen = queryOf({ categoryKey: 'kitchen' })
    expect(filtersOf(inKitchen)).toEqual({ categoryKey: 'kitchen' })
    expect(filtersOf({ ...inKitchen, part: { id: 7, name: '锅' } })).toEqual({ categoryId: 7 })
    expect(filtersOf({ ...query, tag: '手作', isRecommended: true })).toEqual({ tagsLike: '手作', recommendStatus: 1 })
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
  it('is about everything but words and order', () => {
    expect(isFiltered({ ...query, word: '茶', order: 'sales' })).toBe(false)
    expect(isFiltered({ ...query, highest: '9' })).toBe(true)
    expect(isFiltered({ ...query, tag: '手作' })).toBe(true)
    expect(isFiltered({ ...query, tag: '手作', ...noFilter })).toBe(false)
  })
})

describe('queryOf', () => {
  it('reads an address, and no category out of what is no number', () => {
    expect(queryOf({ k: encodeURIComponent('茶 具'), categoryId: '3' })).toMatchObject({ word: '茶 具', categoryId: 3 })
    expect(queryOf({ categoryId: 'x' })).not.toHaveProperty('categoryId')
  })
})

describe('tagsIn', () => {
  it('names the most frequent first, and no more than asked for', () => {
    expect(tagsIn([{ tags: '手作' }, { tags: '满减,手作' }, { tags: '' }, { tags: '新品' }], 2)).toEqual([
      '手作',
      '满减',
    ])
  })
})
