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
  /** A category inside that of the address. */
  part?: Part | undefined
  tag?: string | undefined
  isRecommended?: boolean
}

export interface Part {
  id: number
  name: string
}

/** What can be asked for beside the words and the order. */
export type GoodsFilter = Pick<GoodsQuery, 'part' | 'lowest' | 'highest' | 'tag' | 'isRecommended'>

export const noFilter: GoodsFilter = { part: undefined, lowest: '', highest: '', tag: undefined, isRecommended: false }

/** What an address asks for. */
export const queryOf = (params: Partial<Record<string, string>>): GoodsQuery => ({
  word: decodeURIComponent(params.k ?? ''),
  ...(Number(params.categoryId) > 0 && { categoryId: Number(params.categoryId) }),
  ...(params.categoryKey && { categoryKey: decodeURIComponent(params.categoryKey) }),
  order: params.order === 'newest' || params.order === 'sales' ? params.order : 'usual',
  isDescending: false,
  lowest: '',
  highest: '',
})

/** A second tap on the price turns the order round. */
export function reordered(query: GoodsQuery, order: GoodsOrder): GoodsQuery {
  const isAgain = order === 'price' && query.order === 'price'
  return { ...query, order, isDescending: isAgain && !query.isDescending }
}

export const isFiltered = ({ part, lowest, highest, tag, isRecommended }: GoodsQuery): boolean =>
  Boolean(part || lowest || highest || tag || isRecommended)

export function filtersOf(query: GoodsQuery) {
  const { word, categoryId, categoryKey, order, isDescending, lowest, highest, part, tag, isRecommended } = query
  const category = part
    ? { categoryId: part.id }
    : { ...(categoryId && { categoryId }), ...(categoryKey && { categoryKey }) }
  const [priceMin, priceMax] = [amountOf(lowest), amountOf(highest)]
  const isSwapped = priceMin !== undefined && priceMax !== undefined && priceMin > priceMax
  return {
    ...(word && { k: word }),
    ...category,
    ...(tag && { tagsLike: tag }),
    ...(isRecommended && { recommendStatus: 1 as const }),
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

/** The words that the shop keeper gave these goods, the most frequent first. */
export function tagsIn(rows: ReadonlyArray<{ tags: string }>, most: number): string[] {
  const counts = new Map<string, number>()
  for (const tag of rows.flatMap(({ tags }) => (tags ?? '').split(/[,，、\s]+/).filter(Boolean)))
    counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([tag]) => tag)
}
