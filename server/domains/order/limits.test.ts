import { describe, expect, it } from 'vitest'
import { formatTime, parseTime } from '../../../contract/time'
import { periodStart } from './limits'

const start = (now: string, duration: number, unit: number) => formatTime(periodStart(parseTime(now), duration, unit))

describe('periodStart', () => {
  it('begins a day at midnight in Beijing, not in Greenwich', () => {
    expect(start('2026-03-05 00:00:00', 1, 0)).toBe('2026-03-05 00:00:00')
    expect(start('2026-03-05 07:59:59', 1, 0)).toBe('2026-03-05 00:00:00')
    expect(start('2026-03-05 23:59:59', 1, 0)).toBe('2026-03-05 00:00:00')
  })

  it('counts the running day, month or year as the first', () => {
    expect(start('2026-03-02 12:00:00', 7, 0)).toBe('2026-02-24 00:00:00')
    expect(start('2026-03-31 12:00:00', 1, 1)).toBe('2026-03-01 00:00:00')
    expect(start('2026-03-31 12:00:00', 2, 1)).toBe('2026-02-01 00:00:00')
    expect(start('2026-01-01 00:30:00', 3, 1)).toBe('2025-11-01 00:00:00')
    expect(start('2026-12-31 23:30:00', 1, 2)).toBe('2026-01-01 00:00:00')
    expect(start('2026-12-31 23:30:00', 2, 2)).toBe('2025-01-01 00:00:00')
  })

  it('takes a duration of nothing for one', () => {
    expect(start('2026-03-05 12:00:00', 0, 0)).toBe('2026-03-05 00:00:00')
  })
})
