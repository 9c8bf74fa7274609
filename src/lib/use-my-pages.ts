import { useReachBottom } from '@tarojs/taro'
import type { DependencyList } from 'react'
import { listOf, type Reply, withToken } from '@/api'
import { usePull, useReturn } from './page-hooks'
import { PAGE_SIZE, type Pages, usePages } from './use-pages'

interface Request {
  token: string
  page: number
  pageSize: number
}

/** A list of the shopper's own that fills the page: it grows at the end, and is read anew when pulled or come back to. */
export function useMyPages<Row>(
  read: (request: Request) => Reply<Row[] | { result: Row[] }>,
  deps: DependencyList = [],
): Pages<Row> {
  const rows = usePages(page => listOf(withToken(token => read({ token, page, pageSize: PAGE_SIZE }))), deps)
  useReachBottom(rows.more)
  usePull(rows.reload)
  useReturn(rows.reload)
  return rows
}
