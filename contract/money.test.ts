import { describe, expect, it } from 'vitest'
import { atRate, fen, splitFen, toFen, toYuan, yuanText } from './money'

describe('toFen and toYuan', () => {
  it('are one another’s opposite for every amount up to ten thousand yuan', () => {
    for (let amount = -200; amount <= 1_000_000; amount++) {
      if (toFen(toYuan(fen(amount))) !== amount) expect.fail(`${amount} fen`)
    }
  })

  it.each([
    [0.07, 7],
    [1.1, 110],
    [19.99, 1999],
    [1_000_000, 100_000_000],
    [999_999.99, 99_999_999],
    [-3.5, -350],
  ])('reads %f yuan as %i fen', (yuan, amount) => expect(toFen(yuan)).toBe(amount))

  it.each([0.001, 10.005, 1.999, Number.NaN, Number.POSITIVE_INFINITY, 1e300])('refuses %f yuan', yuan =>
    expect(() => toFen(yuan)).toThrow(RangeError),
  )
})

describe('yuanText', () => {
  it('always has two decimals', () => {
    expect([0, 7, 110, 123_456].map(amount => yuanText(fen(amount)))).toEqual(['0.00', '0.07', '1.10', '1234.56'])
  })
})

describe('atRate', () => {
  it.each([
    [1000, 9500, 950],
    [999, 9500, 949], // 949.05
    [990, 9500, 941], // 940.5
    [1, 5000, 1], // 0.5
    [1234, 10_000, 1234],
    [1234, 0, 0],
  ])('%i fen at %i basis points are %i', (price, rate, amount) => expect(atRate(fen(price), rate)).toBe(amount))
})

describe('splitFen', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [1, [1, 1], [1, 0]],
    [10, [0, 1, 0], [0, 10, 0]],
    [10, [0, 0], [10, 0]],
    [0, [3, 4], [0, 0]],
    [-100, [1, 1, 1], [-33, -33, -34]],
    [1000, [3333, 3333, 3334], [333, 333, 334]],
  ])('splits %i by %j into %j', (total, weights, parts) => {
    expect([...splitFen(fen(total), weights)].sort()).toEqual([...parts].sort())
  })

  it('loses nothing, whatever the weights', () => {
    for (let total = 0; total < 300; total += 7) {
      for (let seed = 1; seed < 20; seed++) {
        const weights = Array.from({ length: seed }, (_, i) => (i * seed * 7919) % 101)
        const parts = splitFen(fen(total), weights)
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total)
        expect(parts.every(part => part >= 0)).toBe(true)
      }
    }
  })
})
