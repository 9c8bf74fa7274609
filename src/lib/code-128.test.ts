import { describe, expect, it } from 'vitest'
import { code128 } from './code-128'

const bars = (modules: boolean[]) => modules.map(isBar => (isBar ? '1' : '0')).join('')

describe('code128', () => {
  it('writes digits two by two', () => {
    // Start C, 12, 34, check (105 + 12 + 2 × 34) mod 103 = 82, stop.
    expect(bars(code128('1234'))).toBe(
      ['11010011100', '10110011100', '10001011000', '10010011110', '1100011101011'].join(''),
    )
  })

  it('writes anything else character by character', () => {
    // Start B, A, check (104 + 33) mod 103 = 34, stop.
    expect(bars(code128('A'))).toBe(['11010010000', '10100011000', '10001011000', '1100011101011'].join(''))
    expect(code128('A1').length).toBe(11 * 4 + 13)
  })

  it('is eleven modules a sign, and refuses what cannot be written', () => {
    expect(code128('123456789012')).toHaveLength(11 * (1 + 6 + 1) + 13)
    expect(() => code128('取货')).toThrow('Code 128')
  })
})
