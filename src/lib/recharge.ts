/** What a recharge brings, as the server will count it. */
import type { RechargeRule } from '@/api'
import { type Fen, toFen, toYuan } from '../../contract/money'

/** The rule with the highest threshold that was reached decides; yuan. */
export function giftFor(yuan: number, rules: readonly RechargeRule[]): number {
  const reached = rules.filter(({ confine }) => confine > 0 && confine <= yuan).sort((a, b) => b.confine - a.confine)[0]
  if (!reached) return 0
  const times = reached.loop ? Math.floor(toFen(yuan) / toFen(reached.confine)) : 1
  return toYuan((times * toFen(reached.send)) as Fen)
}

const USUAL = [50, 100, 200, 300, 500, 1000]
const MOST_CHOICES = 6

/** The amounts to choose from: those that bring a gift, and usual ones around them. */
export function amountsToOffer(rules: readonly RechargeRule[], least: number): number[] {
  const gifted = rules.map(({ confine }) => confine).filter(amount => amount >= least)
  const usual = USUAL.filter(amount => amount >= least && !gifted.includes(amount))
  return [...gifted, ...usual].slice(0, MOST_CHOICES).sort((a, b) => a - b)
}

/** The yuan that somebody typed; undefined when it is no amount of at most two decimals. */
export function typedAmount(text: string): number | undefined {
  return /^\d{1,6}(\.\d{1,2})?$/.test(text.trim()) && Number(text) > 0 ? Number(text) : undefined
}
