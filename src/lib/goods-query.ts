/** What the goods list asks the server for. */
export type GoodsOrder = 'usual' | 'sales' | 'price' | 'newest'

export interface GoodsQuery {
  word: string
  categoryId?: number
  categoryKey?: string
  order: GoodsOrder
  /** For the order by price. */
  isDescending: boolean
  lowest: string
  highest: string
}

/** A second tap on the price turns the order round. */
export function reordered(query: GoodsQuery, order: GoodsOrder): GoodsQuery {
  const isAgain = order === 'price' && query.order === 'price'
  return { ...query, order, isDescending: isAgain && !query.isDescending }
}

export const isFiltered = ({ lowest, highest }: GoodsQuery): boolean => lowest !== '' || highest !== ''

export function filtersOf({ word, categoryId, categoryKey, order, isDescending, lowest, highest }: GoodsQuery) {
  const [priceMin, priceMax] = [amountOf(lowest), amountOf(highest)]
  const isSwapped = priceMin !== undefined && priceMax !== undefined && priceMin > priceMax
  return {
    ...(word && { k: word }),
    ...(categoryId && { categoryId }),
    ...(categoryKey && { categoryKey }),
    ...priceRange(isSwapped ? [priceMax, priceMin] : [priceMin, priceMax]),
    ...orderBy(order, isDescending),
  }
}

function orderBy(order: GoodsOrder, isDescending: boolean) {
  if (order === 'sales') return { orderBy: 'ordersDown' } as const
  if (order === 'newest') return { orderBy: 'addedDown' } as const
  if (order === 'price') return { orderBy: isDescending ? 'priceDown' : 'priceUp' } as const
  return {}
}

const priceRange = ([priceMin, priceMax]: [number?, number?]) => ({
  ...(priceMin !== undefined && { priceMin }),
  ...(priceMax !== undefined && { priceMax }),
})

/** Yuan with at most two decimals; anything else is no limit. */
function amountOf(text: string): number | undefined {
  return /^\d{1,7}(\.\d{1,2})?$/.test(text.trim()) ? Number(text) : undefined
}
