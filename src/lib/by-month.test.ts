import { expect, it } from 'vitest'
import { byMonth } from './by-month'

const row = (dateAdd: string) => ({ dateAdd })

it('byMonth keeps the order and begins anew with each month', () => {
  const rows = ['2026-11-21 08:00:00', '2026-11-01 00:00:00', '2026-10-31 23:59:59', '2025-11-01 00:00:00'].map(row)
  expect(byMonth(rows).map(({ month, rows }) => [month, rows.length])).toEqual([
    ['2026-11', 2],
    ['2026-10', 1],
    ['2025-11', 1],
  ])
  expect(byMonth([])).toEqual([])
})
