import { expect, it } from 'vitest'
import { lastDays, lastMonths, shortDay } from './last-days'

/** Half past midnight in Beijing. */
const now = new Date('2026-02-28T16:30:00Z')

it('days and months are those of Beijing, across the ends of months and years', () => {
  expect(lastDays(now, 3)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
  expect(lastMonths(now, 4)).toEqual(['2025-12', '2026-01', '2026-02', '2026-03'])
  expect(lastMonths(new Date('2026-12-31T08:00:00Z'), 1)).toEqual(['2026-12'])
  expect(shortDay('2026-03-01')).toBe('3-01')
  expect(shortDay('2026-03')).toBe('26-03')
})
