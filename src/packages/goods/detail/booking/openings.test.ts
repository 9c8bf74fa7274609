import { describe, expect, it } from 'vitest'
import type { GoodsDetail } from '@/api'
import { atOpenings, byDay, cellPrice, type Opening, openingsOf, withDay } from './openings'

const day = (date: number) => `2026-12-${String(date).padStart(2, '0')}`
const free = () => true

describe('withDay', () => {
  it('takes one day, then all until another', () => {
    expect(withDay([], day(3), free)).toEqual({ days: [day(3)] })
    expect(withDay([day(3)], day(6), free)).toEqual({ days: [3, 4, 5, 6].map(day) })
    expect(withDay(['2026-12-31'], '2027-01-01', free)).toEqual({ days: ['2026-12-31', '2027-01-01'] })
  })

  it('begins anew with an earlier day, and after a range', () => {
    expect(withDay([day(3)], day(1), free)).toEqual({ days: [day(1)] })
    expect(withDay([day(3), day(4)], day(4), free)).toEqual({ days: [day(4)] })
  })

  it('takes the only day back', () => {
    expect(withDay([day(3)], day(3), free)).toEqual({ days: [] })
  })

  it('goes over no day that is full, nor over more than an order takes', () => {
    expect(withDay([day(3)], day(6), one => one !== day(5))).toEqual({ days: [day(6)], problem: 'passesFull' })
    expect(withDay([day(1)], '2027-01-01', free)).toEqual({ days: [day(1)], problem: 'tooMany' })
    expect(withDay([day(1)], day(31), free).days).toHaveLength(31)
  })
})

const rows: Opening[] = [
  { day: day(1), price: 300, stores: 0, priceId: 7 },
  { day: day(1), price: 400, stores: 2, priceId: 8 },
  { day: day(2), price: 350, stores: 0, priceId: 7 },
  { day: day(2), price: 380, stores: 0, priceId: 8 },
]

it('byDay tells for each day the lowest price of what is free, or that it is full', () => {
  expect(byDay(rows)).toEqual([
    { day: day(1), price: 400, stores: 2 },
    { day: day(2), price: 350, stores: 0 },
  ])
})

it('openingsOf leaves what another choice has', () => {
  expect(openingsOf(rows, { id: 8 } as never).map(({ price }) => price)).toEqual([400, 380])
  expect(openingsOf(rows, undefined)).toHaveLength(4)
  expect(openingsOf([{ day: day(1), price: 1, stores: 1 }], { id: 8 } as never)).toHaveLength(1)
})

it('atOpenings prices and stocks a product and each choice by what is free', () => {
  const detail = {
    basicInfo: { minPrice: 100, originalPrice: 500, stores: 9 },
    skuList: [7, 8].map(id => ({ id, price: 100, originalPrice: 500, stores: 5 })),
  } as unknown as GoodsDetail
  expect(atOpenings(detail, rows)).toMatchObject({
    basicInfo: { minPrice: 400, originalPrice: 400, stores: 2 },
    skuList: [
      { price: 100, stores: 0 },
      { price: 400, stores: 2 },
    ],
  })
})

it('cellPrice fits a cell', () => {
  expect([398, 398.5, 12_800.5].map(cellPrice)).toEqual(['¥398', '398.5', '12800'])
})
