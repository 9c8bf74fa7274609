import { describe, expect, it } from 'vitest'
import { plotOf } from './plot'

describe('plotOf', () => {
  it('has round marks evenly apart, the highest not below the highest amount', () => {
    expect(plotOf([12, 87, 40]).marks).toEqual([0, 50, 100])
    expect(plotOf([0, 0]).marks).toEqual([0, 0.5, 1])
    for (const values of [[0.03], [3.3, 9.9], [1234.56, 20], [7]]) {
      const { marks } = plotOf(values)
      expect(marks[0]).toBe(0)
      expect(marks.at(-1)).toBeGreaterThanOrEqual(Math.max(...values))
    }
  })

  it('keeps every point within, each in the middle of its column', () => {
    const plot = plotOf([0, 50, 100, 25])
    expect([0, 1, 2, 3].map(i => plot.at(i).left)).toEqual([12.5, 37.5, 62.5, 87.5])
    const heights = [0, 1, 2, 3].map(i => plot.at(i).bottom)
    expect(Math.min(...heights)).toBeGreaterThan(0)
    expect(Math.max(...heights)).toBeLessThan(100)
    expect(heights[2]).toBeGreaterThan(heights[1] ?? 0)
  })

  it('draws one amount, and many', () => {
    for (const count of [1, 2, 30]) {
      const { line, area } = plotOf(Array.from({ length: count }, (_, i) => i * i))
      expect(line).toMatch(/^url\("data:image\/svg\+xml,%3Csvg[^"]*"\)$/)
      expect(decodeURIComponent(line + area)).not.toMatch(/NaN|Infinity/)
    }
  })
})
