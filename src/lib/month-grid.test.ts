import { describe, expect, it } from 'vitest'
import { monthBeside, monthGrid } from './month-grid'

describe('monthGrid', () => {
  it('has weeks from Monday, and holes at both ends', () => {
    const november = monthGrid(2026, 11)
    expect(november).toHaveLength(6)
    expect(november[0]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined, '2026-11-01'])
    expect(november[5]).toEqual(['2026-11-30', ...Array(6).fill(undefined)])
  })

  it('knows short and leap months', () => {
    expect(monthGrid(2027, 2)).toHaveLength(4)
    expect(monthGrid(2028, 2).flat().filter(Boolean)).toHaveLength(29)
  })
})

describe('monthBeside', () => {
  it('goes over the turn of the year', () => {
    expect(monthBeside(2026, 1, -1)).toEqual({ year: 2025, month: 12 })
    expect(monthBeside(2026, 12, 1)).toEqual({ year: 2027, month: 1 })
  })
})
