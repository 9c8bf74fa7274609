/** Integer hundredths of a yuan. Only the functions of this file make one from something else. */
export type Fen = number & { readonly unit: 'fen' }

export const fen = (amount: number): Fen => amount as Fen

/** Yuan as it travels, to fen. Throws on more than two decimals, so that nothing is rounded away unseen. */
export function toFen(yuan: number): Fen {
  const amount = Math.round(yuan * 100)
  if (!Number.isSafeInteger(amount) || Math.abs(amount - yuan * 100) > 1e-6)
    throw new RangeError(`${yuan} 不是以元为单位、最多两位小数的金额`)
  return amount as Fen
}

export const toYuan = (amount: Fen): number => amount / 100

/** `123456` fen as `1234.56`. */
export const yuanText = (amount: Fen): string => (amount / 100).toFixed(2)

/** A price times a rate in basis points (9500 = 95 %), half up to whole fen. */
export const atRate = (price: Fen, basisPoints: number): Fen => Math.floor((price * basisPoints + 5000) / 10000) as Fen

/** Parts of `total` by weight, in whole fen, that add up to it again. Largest remainders get the odd fen. */
export function splitFen(total: Fen, weights: readonly number[]): Fen[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (sum === 0) return weights.map((_, i) => (i === 0 ? total : 0) as Fen)
  const exact = weights.map(weight => (total * weight) / sum)
  const parts = exact.map(Math.floor)
  const odd = total - parts.reduce((a, b) => a + b, 0)
  const byRemainder = exact
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of byRemainder.slice(0, odd)) parts[i] = (parts[i] ?? 0) + 1
  return parts as Fen[]
}
