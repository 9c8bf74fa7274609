import { describe, expect, it } from 'vitest'
import { bookedOf, bookedText, choiceWords, dayAfter } from './booked'

const now = new Date('2026-11-22T04:00:00Z')

describe('bookedText', () => {
  it('names a slot by its day', () => {
    expect(bookedText({ goodsTimesDay: '2026-11-27', goodsTimesItem: '09:00-10:00' }, now)).toBe(
      '11 月 27 日 周五 09:00-10:00',
    )
  })

  it('puts days that follow one another together, over the turn of the year', () => {
    expect(bookedText({ days: ['2026-12-31', '2027-01-01', '2027-01-03'] }, now)).toBe(
      '12 月 31 日 周四 至 2027 年 1 月 1 日 周五，2 天、2027 年 1 月 3 日 周日',
    )
    expect(bookedText({}, now)).toBe('')
  })
})

describe('choiceWords', () => {
  it('leaves the days to those who say them in the language of the page', () => {
    const days = ['2026-12-24', '2026-12-25']
    expect(choiceWords('房型：大床房 2026-12-24 至 2026-12-25', { days })).toBe('房型：大床房')
    expect(choiceWords('2026-12-24 至 2026-12-25', { days })).toBe('')
    expect(choiceWords('年份：2026-12-24', {})).toBe('年份：2026-12-24')
  })
})

describe('bookedOf', () => {
  it('takes nothing that says nothing', () => {
    expect(bookedOf({ days: [], goodsTimesDay: '2026-12-24' })).toEqual({})
    expect(bookedOf({ days: ['2026-12-24'] })).toEqual({ days: ['2026-12-24'] })
  })
})

it('dayAfter goes over the turn of months and years', () => {
  expect([dayAfter('2026-11-30'), dayAfter('2026-12-31'), dayAfter('2028-02-28')]).toEqual([
    '2026-12-01',
    '2027-01-01',
    '2028-02-29',
  ])
})
