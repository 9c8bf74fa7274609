/** What holds for any cart, level, coupon and score. The whole way, through orders and refunds: test/api/price-properties. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from '../../../contract/money'
import { takesOff } from '../coupon/discount'
import { worthOf } from '../score/rules'
import type { BasketLine } from './basket'
import { sumOf, takenOff } from './parts'
import { type Price, priceOf, takeOff } from './pricing'

const RUNS = 400

type Made<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never

const line = fc.record({
  priceFen: fc.integer({ min: 0, max: 10_000_000 }).map(fen),
  number: fc.integer({ min: 1, max: 999 }),
  additions: fc.array(
    fc
      .integer({ min: 0, max: 10_000 })
      .map(price => ({ id: 1, pid: 1, name: '', groupName: '', priceFen: fen(price) })),
    { maxLength: 3 },
  ),
  hasFreight: fc.boolean(),
  isCovered: fc.boolean(),
})
const coupon = fc.record({
  money_type: fc.constantFrom(0, 1),
  value: fc.integer({ min: 1, max: 1_000_000 }),
  threshold_fen: fc.integer({ min: 0, max: 1_000_000 }).map(fen),
})
const score = fc.record({
  owned: fc.integer({ min: 0, max: 1_000_000 }),
  rule: fc.record({
    score: fc.integer({ min: 1, max: 1000 }),
    value: fc.integer({ min: 1, max: 5000 }),
    is_loop: fc.constantFrom(0, 1),
  }),
})
const terms = fc.record({ rebateBp: fc.integer({ min: 1, max: 10_000 }), isPickedUp: fc.boolean() })

const template = {
  id: 1,
  feeType: 0,
  isFree: false,
  freeFromFen: null,
  rules: [{ type: 0, regions: [], first: 1, firstFen: fen(800), further: 1, furtherFen: fen(150) }],
  notServed: [],
}

/** Prices a cart as `discounted` does, and answers what each step made. */
function priced(
  lines: Made<typeof line>[],
  { rebateBp, isPickedUp }: Made<typeof terms>,
  off: Made<typeof coupon>,
  { owned, rule }: Made<typeof score>,
): { plain: Price; final: Price } {
  const basket = lines.map(
    ({ hasFreight, ...one }, i) =>
      ({ ...one, goodsId: i + 1, grams: 100, ...(hasFreight && { template }) }) as unknown as BasketLine,
  )
  const plain = priceOf(basket, { rebateBp, isPickedUp, destination: [] })
  const covers = (one: Price['lines'][number]) => lines[one.goodsId - 1]?.isCovered === true
  const amountFen = takesOff(off, plain.lines.filter(covers))
  const withCoupon = amountFen > 0 ? takeOff(plain, { type: 'coupon', amountFen }, covers) : plain
  const payable = withCoupon.lines.reduce((sum, { paidFen }) => sum + paidFen, 0)
  const { value } = worthOf([rule], owned, payable)
  const final = value > 0 ? takeOff(withCoupon, { type: 'score', amountFen: fen(value) }, () => true) : withCoupon
  return { plain, final }
}

describe('a price', () => {
  it('is the sum of its parts, and nothing in it is negative', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), terms, coupon, score, (lines, terms, off, points) => {
        const { plain, final } = priced(lines, terms, off, points)
        expect(final.realFen).toBe(sumOf(final.parts))
        expect(final.realFen).toBeGreaterThanOrEqual(0)
        expect(final.realFen).toBeGreaterThanOrEqual(final.freightFen)
        expect(final.realFen).toBeLessThanOrEqual(plain.realFen)
        for (const { unitFen, amountFen, paidFen } of final.lines) {
          for (const amount of [unitFen, amountFen, paidFen]) expect(Number.isSafeInteger(amount)).toBe(true)
          expect(paidFen).toBeGreaterThanOrEqual(0)
          expect(paidFen).toBeLessThanOrEqual(amountFen)
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('is what its lines and its freight cost: a discount is shared without a fen lost', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), terms, coupon, score, (lines, terms, off, points) => {
        const { plain, final } = priced(lines, terms, off, points)
        const paid = final.lines.reduce((sum, { paidFen }) => sum + paidFen, 0)
        expect(paid + final.freightFen).toBe(final.realFen)
        expect(plain.goodsFen - paid).toBe(takenOff(final.parts, 'coupon') + takenOff(final.parts, 'score'))
        const shared = final.lines.filter(({ goodsId }) => !lines[goodsId - 1]?.isCovered)
        if (takenOff(final.parts, 'score') === 0)
          for (const one of shared) expect(one.paidFen, 'what the coupon is not for').toBe(one.amountFen)
      }),
      { numRuns: RUNS },
    )
  })

  it('takes a coupon off only from its threshold on, and no more than what it is for', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), terms, coupon, score, (lines, terms, off, points) => {
        const { plain, final } = priced(lines, terms, off, points)
        const base = plain.lines
          .filter(({ goodsId }) => lines[goodsId - 1]?.isCovered)
          .reduce((sum, { amountFen }) => sum + amountFen, 0)
        const taken = takenOff(final.parts, 'coupon')
        expect(taken).toBeLessThanOrEqual(base)
        if (base < off.threshold_fen) expect(taken + 0).toBe(0)
      }),
      { numRuns: RUNS },
    )
  })
})
