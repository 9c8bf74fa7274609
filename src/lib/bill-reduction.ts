/** What a bill in the shop is reduced by, as the server will count it: so that it is seen while the amount is typed. */
import type { BillDiscount } from '@/api'
import { type Fen, fen, toFen, toYuan } from '../../contract/money'

export interface Reduction {
  /** All in yuan. */
  off: number
  due: number
  /** What takes it off, and how many times. */
  rule: BillDiscount | undefined
  times: number
  /** So much more on the bill takes so much more off. */
  next: { more: number; off: number } | undefined
}

/** The highest threshold reached decides, for each full amount where it says so; never more than the bill. */
export function reductionOf(money: number, rules: readonly BillDiscount[]): Reduction {
  const { off, rule, times } = counted(toFen(money), rules)
  return { off: toYuan(off), due: toYuan(fen(toFen(money) - off)), rule, times, next: nextOf(money, rules) }
}

function counted(money: Fen, rules: readonly BillDiscount[]) {
  const rule = rules
    .filter(({ consume }) => consume > 0 && toFen(consume) <= money)
    .sort((a, b) => b.consume - a.consume)[0]
  if (!rule) return { off: fen(0), rule, times: 0 }
  const times = rule.loop ? Math.floor(money / toFen(rule.consume)) : 1
  return { off: fen(Math.min(money, toFen(rule.discounts) * times)), rule, times }
}

/** The nearest amount from which more is taken off than now. */
function nextOf(money: number, rules: readonly BillDiscount[]): Reduction['next'] {
  const at = toFen(money)
  const { off } = counted(at, rules)
  const steps = rules
    .filter(({ consume }) => consume > 0)
    .map(({ consume, loop }) => {
      const step = toFen(consume)
      return fen(step > at || !loop ? step : (Math.floor(at / step) + 1) * step)
    })
    .filter(step => step > at)
    .sort((a, b) => a - b)
  const better = steps.find(step => counted(step, rules).off > off)
  if (better === undefined) return undefined
  return { more: toYuan(fen(better - at)), off: toYuan(fen(counted(better, rules).off - off)) }
}
