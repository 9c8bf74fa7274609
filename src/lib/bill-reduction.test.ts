import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, toFen, toYuan } from '../../contract/money'
import { reductionOf } from './bill-reduction'

const rule = (consume: number, discounts: number, loop = false) => ({ consume, discounts, loop, openScenePay: true })

describe('reductionOf', () => {
  it('takes off what the highest rule reached says, once or for each full amount, and never more than the bill', () => {
    expect(reductionOf(550, [])).toEqual({ off: 0, due: 550, rule: undefined, times: 0, next: undefined })
    expect(reductionOf(99.99, [rule(100, 10)])).toMatchObject({ off: 0, due: 99.99, next: { more: 0.01, off: 10 } })
    expect(reductionOf(550, [rule(100, 10)])).toMatchObject({ off: 10, due: 540, times: 1, next: undefined })
    expect(reductionOf(550, [rule(100, 10, true)])).toMatchObject({ off: 50, times: 5, next: { more: 50, off: 10 } })
    expect(reductionOf(550, [rule(100, 10, true), rule(500, 80)])).toMatchObject({ off: 80, due: 470, times: 1 })
    expect(reductionOf(1, [rule(1, 5)])).toMatchObject({ off: 1, due: 0 })
  })

  it('does not promise more for an amount from which less is taken off', () => {
    const rules = [rule(100, 10, true), rule(500, 30)]
    expect(reductionOf(410, rules)).toMatchObject({ off: 40, next: undefined })
    expect(reductionOf(390, rules)).toMatchObject({ off: 30, next: { more: 10, off: 10 } })
  })

  it('keeps its promise, and parts add up', () => {
    const yuan = fc.integer({ min: 1, max: 100_000 }).map(one => toYuan(fen(one)))
    const some = fc.array(fc.record({ consume: yuan, discounts: yuan, loop: fc.boolean(), openScenePay: fc.boolean() }))
    fc.assert(
      fc.property(yuan, some, (money, rules) => {
        const { off, due, next } = reductionOf(money, rules)
        expect(toFen(off) + toFen(due)).toBe(toFen(money))
        expect(due).toBeGreaterThanOrEqual(0)
        if (!next) return
        const then = reductionOf(toYuan(fen(toFen(money) + toFen(next.more))), rules)
        expect(toFen(then.off)).toBe(toFen(off) + toFen(next.off))
        expect(next.off).toBeGreaterThan(0)
      }),
    )
  })
})
