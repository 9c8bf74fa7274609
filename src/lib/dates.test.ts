import { describe, expect, it } from 'vitest'
import { speak } from '@/texts'
import { en } from '@/texts/en'
import { dayText, momentText, remainingUntil } from './dates'

const now = new Date('2026-11-21T06:15:00Z') // 14:15 in Beijing

describe('momentText', () => {
  it('reads Beijing time wherever the phone is', () => {
    expect(momentText('2026-11-21 14:15:09', now)).toBe('11 月 21 日 14:15')
    expect(momentText('2025-01-02 03:04:05', now)).toBe('2025 年 1 月 2 日 03:04')
  })
  it('speaks the language that is spoken', () => {
    speak('en', en)
    expect(momentText('2026-11-21 14:15:09', now)).toBe('Nov 21, 14:15')
    expect(momentText('2025-01-02 03:04:05', now)).toBe('Jan 2, 2025, 03:04')
    speak('zh', {})
  })
})

describe('dayText', () => {
  it('keeps the day', () => expect(dayText('2026-11-21 23:59:59')).toBe('2026-11-21'))
})

describe('remainingUntil', () => {
  it('counts down to the second', () => {
    expect(remainingUntil('2026-11-22 15:16:01', now)).toEqual({ days: 1, hours: 1, minutes: 1, seconds: 1 })
    expect(remainingUntil('2026-11-21 14:15:01', now)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 1 })
  })
  it('ends', () => {
    expect(remainingUntil('2026-11-21 14:15:00', now)).toBeUndefined()
  })
})
