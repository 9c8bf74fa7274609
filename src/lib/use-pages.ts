import { type DependencyList, useCallback, useEffect, useRef, useState } from 'react'
import { reading } from '@/api'

export const PAGE_SIZE = 20

export interface Pages<Row> {
  /** Undefined until the first page is there. */
  rows: Row[] | undefined
  error: Error | undefined
  isLoading: boolean
  /** Nothing more to come. */
  isEnd: boolean
  more(): Promise<void>
  /** The first page again; what is shown stays until it is there. */
  reload(): Promise<void>
}

interface State<Row> {
  rows?: Row[] | undefined
  page: number
  isEnd: boolean
  isLoading: boolean
  error?: Error
}

const nothing = { page: 0, isEnd: false, isLoading: true }

/** A list that grows page by page, and starts again when `deps` change. */
export function usePages<Row>(load: (page: number) => Promise<Row[]>, deps: DependencyList): Pages<Row> {
  const [state, setState] = useState<State<Row>>(nothing)
  const turn = useRef(0)
  const isBusy = useRef(false)
  const latest = useRef({ load, state })
  latest.current = { load, state }

  const read = useCallback(async (page: number) => {
    turn.current += 1
    const own = turn.current
    isBusy.current = true
    setState(({ rows, isEnd, page }) => ({ rows, isEnd, page, isLoading: true }))
    const next = await reading(() => latest.current.load(page)).then(
      rows => ({ rows }),
      error => ({ error: error as Error }),
    )
    if (own !== turn.current) return
    isBusy.current = false
    if ('error' in next) return setState(before => ({ ...before, error: next.error, isLoading: false }))
    const isEnd = next.rows.length < PAGE_SIZE
    setState(({ rows = [] }) => ({
      rows: page === 1 ? next.rows : [...rows, ...next.rows],
      page,
      isEnd,
      isLoading: false,
    }))
  }, [])

  const reload = useCallback(() => read(1), [read])
  const more = useCallback(async () => {
    const { page, isEnd } = latest.current.state
    if (!isBusy.current && !isEnd) await read(page + 1)
  }, [read])

  useEffect(() => {
    setState(nothing)
    reload()
    return () => {
      turn.current += 1
    }
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says what the answer depends on
  }, deps)

  const { rows, error, isLoading, isEnd } = state
  return { rows, error, isLoading, isEnd, more, reload }
}
