import { describe, expect, it } from 'vitest'
import { amountsToOffer, giftFor, typedAmount } from './recharge'

const rules = [
  { id: 1, confine: 100, send: 5, loop: false },
  { id: 2, confine: 300, send: 20, loop: false },
  { id: 3, confine: 500, send: 40, loop: true },
]

describe('giftFor', () => {
  it('is what the highest threshold brings, again and again where it repeats', () => {
    expect([99.99, 100, 299, 300, 500, 999.99, 1000].map(amount => giftFor(amount, rules))).toEqual([
      0, 5, 5, 20, 40, 40, 80,
    ])
    expect(giftFor(100, [])).toBe(0)
  })
})

describe('amountsToOffer', () => {
  it('has every amount that brings a gift, in order, six at most', () => {
    expect(amountsToOffer(rules, 1)).toEqual([50, 100, 200, 300, 500, 1000])
    expect(amountsToOffer([{ id: 1, confine: 88, send: 8, loop: false }], 60)).toEqual([88, 100, 200, 300, 500, 1000])
    expect(amountsToOffer([], 1)).toHaveLength(6)
  })
})

describe('typedAmount', () => {
  it('takes yuan with at most two decimals', () => {
    expect(['100', ' 9.9 ', '0.01', '0', '1.234', '-5', '', '1e3', '1000000'].map(typedAmount)).toEqual([
      100,
      9.9,
      0.01,
      ...Array(6).fill(undefined),
    ])
  })
})
