/** What a shopper may have taken off a price, beside what goods and level say: a coupon, then score. */
import { fen } from '../../../contract/money'
import type { SignedIn } from '../../http/handlers'
import { type Applicable, chosenCoupon, labelOf, type Unfit, weighCoupons } from '../coupon/checkout'
import { asksForScore, type Deducible, deducible, NOTHING_DEDUCED } from '../score/spending'
import type { OrderRequest } from './basket'
import { type Price, type PricedLine, takeOff } from './pricing'

export interface Discounts {
  score: Deducible
  /** What could be used, the best first. */
  coupons: Applicable[]
  /** What could not, with the reason. */
  unfit: Unfit[]
  coupon: Applicable | undefined
}

export interface Discounted {
  price: Price
  discounts: Discounts
}

/** The best coupon, or the one asked for, or none; then so much score as is asked for. Refuses with `couponNotUsable`. */
export async function discounted(
  price: Price,
  { calculate, couponId, deductionScore }: OrderRequest,
  { db, merchant, user, now }: SignedIn,
): Promise<Discounted> {
  const goods = price.lines.map(line => ({ ...line, isDiscounted: isDiscounted(line) }))
  const { applicable: coupons, unfit } = await weighCoupons(db, merchant.id, user.id, goods, now)
  const coupon = chosenCoupon(coupons, couponId)
  const part = coupon && ({ type: 'coupon', amountFen: coupon.offFen, about: labelOf(coupon.coupon) } as const)
  const withCoupon = coupon && part ? takeOff(price, part, line => isDiscounted(line) && coupon.covers(line)) : price
  const payable = fen(withCoupon.lines.filter(isDiscounted).reduce((sum, { paidFen }) => sum + paidFen, 0))
  // Who only asks for the price is told what could be deducted; who orders has decided.
  const score =
    calculate || asksForScore(deductionScore)
      ? await deducible(db, merchant.id, user.id, { asked: deductionScore, payable })
      : NOTHING_DEDUCED
  const { fen: off, score: spent } = score.deduction
  return {
    price:
      off > 0 ? takeOff(withCoupon, { type: 'score', amountFen: off, about: String(spent) }, isDiscounted) : withCoupon,
    discounts: { coupons, unfit, coupon, score },
  }
}

/** What a promotion has priced already is not discounted once more. */
const isDiscounted = ({ deal }: PricedLine): boolean => deal === undefined
