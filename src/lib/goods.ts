/** Small readings of a product's record. */
import type { Freight, Goods } from '@/api'

/** At most two of the words that the shop keeper gave it. */
export const tagsOf = ({ tags }: Pick<Goods, 'tags'>): string[] =>
  (tags ?? '')
    .split(/[,，、\s]+/)
    .filter(Boolean)
    .slice(0, 2)

/** Sold by days or time slots: it has places, and no stock. */
export const hasOpenings = ({ hasDayPrice, hasGoodsTimes }: Pick<Goods, 'hasDayPrice' | 'hasGoodsTimes'>): boolean =>
  Boolean(hasDayPrice || hasGoodsTimes)

/** What the first piece costs by express where no region has a rule of its own; undefined when nobody knows. */
export function usualFreight({ isFree, details }: Freight): number | undefined {
  if (isFree) return 0
  return details.find(({ type, regions }) => type === 0 && !regions?.length)?.firstAmount
}
