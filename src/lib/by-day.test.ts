import { expect, it } from 'vitest'
import { byDay } from './by-day'

const now = new Date('2026-11-21T06:15:00Z') // 14:15 in Beijing

it('puts rows under their days in Beijing', () => {
  const rows = ['2026-11-21 00:00:01', '2026-11-20 23:59:59', '2026-11-20 01:00:00', '2026-11-02 09:00:00'].map(at => ({
    at,
  }))
  expect(byDay(rows, now).map(({ day, rows }) => [day, rows.length])).toEqual([
    ['今天', 1],
    ['昨天', 2],
    ['11 月 2 日', 1],
  ])
  expect(byDay([{ at: '2025-11-21 08:00:00' }], now)[0]?.day).toBe('2025 年 11 月 21 日')
})
