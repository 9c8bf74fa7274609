import { Refusal } from './http/refusal'

/** Clients that want everything ask for 100,000 rows; this is what a page holds at most. */
const MAX_PAGE_SIZE = 1000
const PAGE_SIZE = 20

export interface PageRequest {
  page?: number | undefined
  pageSize?: number | undefined
}

export function windowOf({ page = 1, pageSize = PAGE_SIZE }: PageRequest): { limit: number; offset: number } {
  const limit = Math.min(pageSize, MAX_PAGE_SIZE)
  return { limit, offset: (page - 1) * limit }
}

/** WXAPI answers 700, not an empty list, when nothing is there or a page lies beyond the end. */
export function someOf<Row>(rows: readonly Row[]): readonly Row[] {
  if (rows.length === 0) throw new Refusal('noData')
  return rows
}

export const totals = (totalRow: number, request: PageRequest) => ({
  totalRow,
  totalPage: Math.ceil(totalRow / windowOf(request).limit),
})

/** Rows that carry their whole count in `total`, as `count(*) over ()` gives it. */
export function paged<Row extends { total: number }, Out>(
  rows: readonly Row[],
  request: PageRequest,
  toOut: (row: Row) => Out,
) {
  return { result: someOf(rows).map(row => toOut(row as Row)), ...totals(rows[0]?.total ?? 0, request) }
}
