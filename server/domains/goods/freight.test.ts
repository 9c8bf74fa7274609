import { describe, expect, it } from 'vitest'
import { fen } from '../../../contract/money'
import { type FreightTemplate, freightOf, parcelsOf, tariffFor } from './freight'
import { BY_PIECE, BY_WEIGHT, type FreightRule } from './shapes'

const rule = (regions: string[], firstFen: number, more: Partial<FreightRule> = {}): FreightRule => ({
  type: 0,
  regions,
  first: 1,
  firstFen: fen(firstFen),
  further: 1,
  furtherFen: fen(200),
  ...more,
})
const EVERYWHERE = rule([], 800)
const template = (more: Partial<FreightTemplate> = {}): FreightTemplate => ({
  id: 1,
  name: '快递',
  feeType: BY_PIECE,
  isFree: false,
  freeFromFen: null,
  rules: [EVERYWHERE],
  notServed: [],
  ...more,
})
const WEST_LAKE = ['330106000000', '330100000000', '330000000000']
const costOf = (of: FreightTemplate, pieces: number, grams = 0, goodsFen = 1000) =>
  freightOf([{ template: of, pieces, grams, goodsFen: fen(goodsFen) }], WEST_LAKE)

describe('tariffFor', () => {
  const [province, city, district] = [
    rule(['330000000000'], 600),
    rule(['330100000000'], 500),
    rule(['330106000000'], 400),
  ]

  it('takes the rule of the smallest region, however the rules are ordered', () => {
    for (const rules of [
      [EVERYWHERE, province, city, district],
      [district, city, province, EVERYWHERE],
    ]) {
      const of = template({ rules })
      expect(tariffFor(of, WEST_LAKE).firstFen).toBe(400)
      expect(tariffFor(of, ['330102000000', '330100000000', '330000000000']).firstFen).toBe(500)
      expect(tariffFor(of, ['330200000000', '330000000000']).firstFen).toBe(600)
      expect(tariffFor(of, ['110000000000']).firstFen).toBe(800)
      expect(tariffFor(of, []).firstFen).toBe(800)
    }
  })

  it('keeps express, EMS and post apart', () => {
    const of = template({ rules: [rule([], 800), rule([], 2500, { type: 1 })] })
    expect(tariffFor(of, WEST_LAKE, 1).firstFen).toBe(2500)
    expect(() => tariffFor(of, WEST_LAKE, 2)).toThrow('所在地区暂不支持配送')
  })

  it('refuses where nothing is sent, and where no rule speaks for a region', () => {
    for (const isFree of [true, false]) {
      const of = template({ isFree, notServed: ['330000000000'] })
      expect(() => tariffFor(of, WEST_LAKE)).toThrow('所在地区暂不支持配送')
      expect(() => tariffFor(of, ['110000000000'])).not.toThrow()
    }
    expect(() => tariffFor(template({ rules: [district] }), ['110000000000'])).toThrow('所在地区暂不支持配送')
  })

  it('asks for nothing where sending is free, with rules or without', () => {
    expect(tariffFor(template({ isFree: true }), WEST_LAKE)).toMatchObject({ firstFen: 0, furtherFen: 0 })
    expect(tariffFor(template({ isFree: true, rules: [] }), WEST_LAKE)).toMatchObject({ firstFen: 0 })
  })
})

describe('freightOf', () => {
  it.each([
    [1, 800],
    [2, 1000],
    [10, 2600],
  ])('asks for %i pieces %i fen', (pieces, cost) => expect(costOf(template(), pieces)).toBe(cost))

  it.each([
    [1, 800],
    [1000, 800],
    [1001, 1000],
    [1500, 1000],
    [1501, 1200],
  ])('asks for %i grams %i fen, each step begun in full', (grams, cost) => {
    const rules = [rule([], 800, { first: 1000, further: 500 })]
    expect(costOf(template({ feeType: BY_WEIGHT, rules }), 1, grams)).toBe(cost)
  })

  it('asks for the first amount alone where no further one is counted', () => {
    expect(costOf(template({ rules: [rule([], 800, { further: 0 })] }), 9)).toBe(800)
  })

  it('is free from an amount on', () => {
    const of = template({ freeFromFen: fen(9900) })
    expect(costOf(of, 3, 0, 9899)).toBe(1200)
    expect(costOf(of, 3, 0, 9900)).toBe(0)
  })

  it('adds up the templates of an order', () => {
    const parcel = (id: number, isFree: boolean) => ({
      template: template({ id, isFree }),
      pieces: 2,
      grams: 0,
      goodsFen: fen(1),
    })
    expect(freightOf([parcel(1, false), parcel(2, false), parcel(3, true)], WEST_LAKE)).toBe(2000)
    expect(freightOf([], WEST_LAKE)).toBe(0)
  })
})

describe('parcelsOf', () => {
  it('makes one parcel of all goods of a template, and none of what is not sent', () => {
    const [one, two] = [template(), template({ id: 2 })]
    const parcels = parcelsOf([
      { template: one, number: 2, grams: 100, amountFen: fen(500) },
      { template: undefined, number: 5, grams: 900, amountFen: fen(900) },
      { template: two, number: 1, grams: 50, amountFen: fen(100) },
      { template: one, number: 1, grams: 300, amountFen: fen(250) },
    ])
    expect(parcels).toEqual([
      { template: one, pieces: 3, grams: 500, goodsFen: 750 },
      { template: two, pieces: 1, grams: 50, goodsFen: 100 },
    ])
  })
})
