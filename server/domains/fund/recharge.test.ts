import { describe, expect, it } from 'vitest'
import { fen } from '../../../contract/money'
import { giftFor } from './recharge'

const once = (confine: number, send: number) => ({ confineFen: fen(confine), sendFen: fen(send), isLoop: false })
const each = (confine: number, send: number) => ({ ...once(confine, send), isLoop: true })

describe('giftFor', () => {
  it('is nothing without a rule, and below every threshold', () => {
    expect(giftFor(fen(10_000), [])).toBe(0)
    expect(giftFor(fen(9_999), [once(10_000, 500)])).toBe(0)
  })

  it('is what the rule with the highest threshold gives, in whatever order rules come', () => {
    const rules = [once(30_000, 2000), once(10_000, 500), once(50_000, 4000)]
    expect([10_000, 29_999, 30_000, 49_999, 50_000, 90_000].map(amount => giftFor(fen(amount), rules))).toEqual([
      500, 500, 2000, 2000, 4000, 4000,
    ])
  })

  it('comes once for each full amount where the rule repeats', () => {
    const rules = [once(10_000, 500), each(50_000, 4000)]
    expect([49_999, 50_000, 99_999, 100_000, 150_001].map(amount => giftFor(fen(amount), rules))).toEqual([
      500, 4000, 4000, 8000, 12_000,
    ])
  })

  it('never comes from a threshold of nothing', () => {
    expect(giftFor(fen(100), [each(0, 500)])).toBe(0)
  })
})
