import { expect, it } from 'vitest'
import { fen } from '../../../contract/money'
import { discountFor } from './bill'

const rule = (consume: number, discounts: number, is_loop = 0) => ({
  consume_fen: fen(consume),
  discounts_fen: fen(discounts),
  is_loop,
})

it('takes off what the highest rule reached says, once or for each full amount, and never more than the bill', () => {
  expect(discountFor(fen(55_000), [])).toBe(0)
  expect(discountFor(fen(9_999), [rule(10_000, 1000)])).toBe(0)
  expect(discountFor(fen(55_000), [rule(10_000, 1000)])).toBe(1000)
  expect(discountFor(fen(55_000), [rule(10_000, 1000, 1)])).toBe(5000)
  expect(discountFor(fen(55_000), [rule(10_000, 1000, 1), rule(50_000, 8000)])).toBe(8000)
  expect(discountFor(fen(100), [rule(100, 500)])).toBe(100)
})
