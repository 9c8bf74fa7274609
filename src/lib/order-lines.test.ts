import { describe, expect, it } from 'vitest'
import type { Cart, CartLine } from '@/api'
import { basketOfCart, fieldProblem, lineOfParams, linesOfCart, withAnswers } from './order-lines'

describe('linesOfCart', () => {
  it('asks for goods, choice and additions', () => {
    const line = {
      key: 'k',
      goodsId: 3,
      number: 2,
      propertyChildIds: '1:11,',
      additions: [{ id: 5, pid: 4, name: '', pname: '', price: 0 }],
    } as CartLine
    expect(linesOfCart([line])).toEqual([
      {
        key: 'k',
        request: {
          goodsId: 3,
          number: 2,
          logisticsType: 0,
          propertyChildIds: '1:11,',
          goodsAdditionList: [{ id: 5, pid: 4 }],
        },
      },
    ])
  })
})

describe('basketOfCart', () => {
  const line = (key: string, shopId: number, selected = true) =>
    ({ key, goodsId: 3, number: 1, price: 1, shopId, selected, status: 0, stores: 5, minBuyNumber: 1 }) as CartLine
  const cart = (items: CartLine[]) => {
    const shopList = [...new Set(items.map(({ shopId }) => shopId))].map(id => ({ id, name: `店 ${id}` }))
    return { items, shopList } as Cart
  }
  const of = (...given: Parameters<typeof basketOfCart>) => {
    const { lines, shop } = basketOfCart(...given)
    return [lines.map(({ key }) => key), shop?.id]
  }

  it('holds what is selected of one shop, as every shop makes an order of its own', () => {
    const mixed = cart([line('a', 7), line('b', 0), line('c', 7), line('d', 7, false)])
    expect(of(mixed, 7)).toEqual([['a', 'c'], 7])
    expect(of(mixed, 0)).toEqual([['b'], 0])
    expect(of(mixed), 'the address names none: whose line is the newest').toEqual([['a', 'c'], 7])
    expect(of(mixed, 9)).toEqual([[], undefined])
  })

  it('names the shop where there are branches', () => {
    expect(basketOfCart(cart([line('a', 0), line('b', 7)])).shop).toEqual({ id: 0, name: '店 0', isNamed: true })
    expect(basketOfCart(cart([line('a', 0)])).shop?.isNamed).toBe(false)
  })
})

describe('lineOfParams', () => {
  it('reads a page address', () => {
    expect(lineOfParams({ goodsId: '3', number: '2', sku: '1%3A11', additions: '4%3A5' })?.request).toEqual({
      goodsId: 3,
      number: 2,
      logisticsType: 0,
      propertyChildIds: '1:11',
      goodsAdditionList: [{ pid: 4, id: 5 }],
    })
  })
  it('is about the cart when no product is named', () => expect(lineOfParams({})).toBeUndefined())
  it('orders one where the number is odd', () => {
    expect(lineOfParams({ goodsId: '3', number: 'x' })?.request.number).toBe(1)
  })
})

describe('fieldProblem', () => {
  const field = { key: 'account', label: '', placeholder: '', required: true, pattern: '^1\\d{10}$' }
  it('wants what is required in its form', () => {
    expect(fieldProblem(field, {})).toBe('missing')
    expect(fieldProblem(field, { account: '123' })).toBe('wrong')
    expect(fieldProblem(field, { account: ' 13800138000 ' })).toBeUndefined()
    expect(fieldProblem({ ...field, required: false }, {})).toBeUndefined()
  })
})

describe('withAnswers', () => {
  it('gives each line the answers of its product', () => {
    const lines = [{ request: { goodsId: 1, number: 1 } }, { request: { goodsId: 2, number: 1 } }]
    expect(withAnswers(lines, { 2: { account: ' 1 ' } })).toEqual([
      { goodsId: 1, number: 1 },
      { goodsId: 2, number: 1, fields: { account: '1' } },
    ])
  })
})
