import { describe, expect, it } from 'vitest'
import type { Cart, CartLine } from '@/api'
import { byShop, isBuyable, lineChoice, piecesIn, selection, withLine } from './cart-lines'

const line = (key: string, change: Partial<CartLine> = {}): CartLine => ({
  key,
  goodsId: 1,
  name: '寿眉',
  pic: '',
  picColor: '',
  number: 1,
  price: 0.1,
  originalPrice: 0,
  score: 0,
  stores: 10,
  minBuyNumber: 1,
  selected: true,
  status: 0,
  statusStr: '',
  shopId: 0,
  categoryId: 0,
  logisticsId: 0,
  weight: 0,
  supplyType: '',
  propertyChildIds: '',
  addedAt: 0,
  ...change,
})
const cart: Cart = {
  number: 6,
  selectedNumber: 5,
  selectedPrice: 0,
  price: 0,
  score: 0,
  shopList: [],
  items: [line('a', { number: 3 }), line('b', { selected: false }), line('c', { status: 1 }), line('d', { stores: 0 })],
}

describe('isBuyable', () => {
  it('wants stock for the fewest that may be bought', () => {
    expect(cart.items.map(isBuyable)).toEqual([true, true, false, false])
    expect(isBuyable(line('e', { stores: 2, minBuyNumber: 3 }))).toBe(false)
  })
})

describe('selection', () => {
  it('counts only what is chosen and can be bought', () => {
    expect(selection(cart.items)).toMatchObject({ number: 3, price: 0.3, lines: [{ key: 'a' }] })
  })
})

describe('byShop', () => {
  it('keeps the lines of a shop together, the one of the newest line first', () => {
    const lines = [line('a', { shopId: 3 }), line('b'), line('c', { shopId: 3 })]
    const shops = [
      { id: 0, name: '小铺' },
      { id: 3, name: '河坊街店' },
    ]
    const groups = byShop(lines, shops).map(({ name, lines }) => [name, lines.map(({ key }) => key)])
    expect(groups).toEqual([
      ['河坊街店', ['a', 'c']],
      ['小铺', ['b']],
    ])
  })
})

describe('piecesIn', () => {
  it('counts pieces, and nothing for an empty cart', () => {
    expect(piecesIn(cart)).toBe(6)
    expect(piecesIn(undefined)).toBe(0)
  })
})

describe('lineChoice', () => {
  it('names options and additions', () => {
    const sku = [{ optionId: 1, optionValueId: 2, optionName: '重量', optionValueName: '100g' }]
    const additions = [{ id: 1, pid: 1, name: '礼袋', pname: '包装', price: 5 }]
    expect(lineChoice(line('a', { sku, additions }))).toBe('100g · 礼袋')
    expect(lineChoice(line('a'))).toBe('')
  })
})

describe('withLine', () => {
  it('changes one line', () => {
    expect(withLine(cart, 'b', { number: 9 }).items[1]?.number).toBe(9)
    expect(cart.items[1]?.number).toBe(1)
  })
})
