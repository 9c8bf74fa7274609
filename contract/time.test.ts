import { describe, expect, it } from 'vitest'
import { dayOf, formatTime, parseTime } from './time'

describe('parseTime', () => {
  it('reads Beijing’s time, wherever this machine stands', () => {
    expect(parseTime('2026-01-31 08:00:00').toISOString()).toBe('2026-01-31T00:00:00.000Z')
    expect(parseTime('2026-01-31T08:00').toISOString()).toBe('2026-01-31T00:00:00.000Z')
    expect(parseTime('2026-01-31').toISOString()).toBe('2026-01-30T16:00:00.000Z')
  })

  it.each([
    '',
    'now',
    '2026-1-31',
    '31.01.2026',
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-31 24:00:00',
    '2026-01-31 10:75:00',
    '2026-01-31 10:00:61',
    '2026-01-31 08:00:00Z',
  ])('refuses "%s"', text => expect(() => parseTime(text)).toThrow(RangeError))

  it('knows leap days', () => {
    expect(formatTime(parseTime('2024-02-29'))).toBe('2024-02-29 00:00:00')
  })
})

describe('formatTime', () => {
  it('is the opposite of parseTime', () => {
    for (let i = 0; i < 500; i++) {
      const text = formatTime(new Date(1_700_000_000_000 + i * 77_777_000))
      expect(formatTime(parseTime(text))).toBe(text)
    }
  })
})

describe('dayOf', () => {
  it('changes at midnight in Beijing', () => {
    expect(dayOf(new Date('2026-01-30T15:59:59Z'))).toBe('2026-01-30')
    expect(dayOf(new Date('2026-01-30T16:00:00Z'))).toBe('2026-01-31')
  })
})
