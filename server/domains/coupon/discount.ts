/** What coupons take off a price. Pure; every amount is fen. */
import { atRate, type Fen, fen } from '../../../contract/money'
import { PERCENT } from './states'

export interface FaceValue {
  money_type: number
  value: number
  threshold_fen: Fen
}

/** What a coupon takes off what it covers: nothing when that does not reach its threshold, never more than it costs. */
export function takesOff(coupon: FaceValue, covered: readonly { amountFen: Fen }[]): Fen {
  const base = totalOf(covered)
  if (base === 0 || base < coupon.threshold_fen) return fen(0)
  const off = coupon.money_type === PERCENT ? atRate(base, Math.min(coupon.value, 10_000)) : coupon.value
  return fen(Math.min(off, base))
}

/** What counts towards a threshold. */
export const totalOf = (covered: readonly { amountFen: Fen }[]): Fen =>
  fen(covered.reduce((sum, { amountFen }) => sum + amountFen, 0))
