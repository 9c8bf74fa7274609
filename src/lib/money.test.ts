import { describe, expect, it } from 'vitest'
import { memberPrice, moneyText, priceParts, restOf, shortMoneyText, sumOf } from './money'

describe('priceParts', () => {
  it('splits yuan and fen', () => {
    expect(priceParts(128)).toEqual({ sign: '', yuan: '128', fen: '00' })
    expect(priceParts(0.05)).toEqual({ sign: '', yuan: '0', fen: '05' })
    expect(priceParts(-30.5)).toEqual({ sign: '−', yuan: '30', fen: '50' })
  })
  it('is not fooled by binary fractions', () => {
    for (const yuan of [19.9, 0.29, 1.15, 4.35, 1010.1, 0.1 + 0.2])
      expect(Number(`${priceParts(yuan).yuan}.${priceParts(yuan).fen}`)).toBeCloseTo(yuan, 10)
  })
  it('refuses to round', () => {
    expect(() => priceParts(1.005)).toThrow(RangeError)
  })
})

describe('texts', () => {
  it('keep the fen unless they may be left out', () => {
    expect(moneyText(8)).toBe('¥8.00')
    expect(moneyText(-66)).toBe('−¥66.00')
    expect(shortMoneyText(8)).toBe('¥8')
    expect(shortMoneyText(8.5)).toBe('¥8.50')
  })
})

describe('memberPrice', () => {
  it('rounds half up to whole fen, as the server does', () => {
    expect(memberPrice(128, 9.5)).toBe(121.6)
    expect(memberPrice(0.1, 9.5)).toBe(0.1)
    expect(memberPrice(128, 10)).toBe(128)
  })
})

describe('sumOf', () => {
  it('adds in fen', () => {
    expect(
      sumOf([
        { price: 0.1, number: 3 },
        { price: 19.9, number: 2 },
      ]),
    ).toBe(40.1)
    expect(sumOf([])).toBe(0)
  })
})

describe('restOf', () => {
  it('is whole fen', () => expect(restOf(0.3, 0.1)).toBe(0.2))
})
