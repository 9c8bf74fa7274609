import { describe, expect, it } from 'vitest'
import { formatTime, parseTime } from '../../../contract/time'
import { laterBy, nextMonth } from './period'

const later = (from: string, duration: number, unit: number) => formatTime(laterBy(parseTime(from), duration, unit))

describe('laterBy', () => {
  it('counts days, months and years in Beijing', () => {
    expect(later('2026-01-15 23:30:00', 7, 0)).toBe('2026-01-22 23:30:00')
    expect(later('2026-01-15 00:10:00', 1, 1)).toBe('2026-02-15 00:10:00')
    expect(later('2026-11-15 08:00:00', 3, 1)).toBe('2027-02-15 08:00:00')
    expect(later('2026-01-15 08:00:00', 1, 2)).toBe('2027-01-15 08:00:00')
  })

  it('ends with a shorter month', () => {
    expect(later('2026-01-31 08:00:00', 1, 1)).toBe('2026-02-28 08:00:00')
    expect(later('2028-02-29 08:00:00', 1, 2)).toBe('2029-02-28 08:00:00')
  })
})

it('nextMonth starts on its first day', () => {
  expect(formatTime(nextMonth(parseTime('2026-12-31 23:59:59')))).toBe('2027-01-01 00:00:00')
})
