import { expect, it } from 'vitest'
import { scoreByDay } from './score-by-day'

const row = (dateAdd: string, behavior: 0 | 1, score: number, scoreLeft: number) => ({
  dateAdd,
  behavior,
  score,
  scoreLeft,
})
const days = ['2026-01-29', '2026-01-30', '2026-01-31', '2026-02-01']
const rows = [
  row('2026-01-31 23:59:59', 1, 30, 80),
  row('2026-01-31 00:00:00', 0, 10, 110),
  row('2026-01-30 12:00:00', 0, 40, 100),
]

it('is what there was at the end of each day, days without a movement included', () => {
  expect(scoreByDay(days, rows, false).map(({ score }) => score)).toEqual([60, 100, 80, 80])
})

it('begins where it is known, and is nothing when nothing has moved', () => {
  expect(scoreByDay(days, rows, true).map(({ day }) => day)).toEqual(days.slice(1))
  expect(scoreByDay(days, [], false)).toEqual([])
})
