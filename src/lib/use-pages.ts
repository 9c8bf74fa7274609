import { type DependencyList, useCallback, useEffect, useRef, useState } from 'react'
import { NetworkError, reading } from '@/api'
import { keepAnswer, keptAnswer } from '@/stores/kept'
import { useBackOnline } from '@/stores/network'

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

/**
 * A list that grows page by page, and starts again when `deps` change. `keepAs`: its first page is kept under this name, and
 * shown at once the next time, as in `useLoad`.
 */
export function usePages<Row>(
  load: (page: number) => Promise<Row[]>,
  deps: DependencyList,
  keepAs?: string,
): Pages<Row> {
  const [state, setState] = useState<State<Row>>(() => firstOf(keepAs))
  const turn = useRef(0)
  const isBusy = useRef(false)
  const latest = useRef({ load, keepAs, state })
  latest.current = { load, keepAs, state }

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
    const { keepAs } = latest.current
    if (page === 1 && keepAs) keepAnswer(keepAs, next.rows)
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

  const isFirst = useRef(true)
  useEffect(() => {
    if (!isFirst.current) setState(firstOf(latest.current.keepAs))
    isFirst.current = false
    reload()
    return () => {
      turn.current += 1
    }
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says what the answer depends on
  }, deps)

  useBackOnline(() => {
    const { error, page } = latest.current.state
    if (error instanceof NetworkError) read(page + 1)
  })

  const { rows, error, isLoading, isEnd } = state
  return { rows, error, isLoading, isEnd, more, reload }
}

/** Kept rows are page 0: they make place for the first one, and nothing is read behind them. */
function firstOf<Row>(keepAs: string | undefined): State<Row> {
  const rows = keepAs === undefined ? undefined : keptAnswer<Row[]>(keepAs)
  return { page: 0, isEnd: false, isLoading: true, ...(rows && { rows }) }
}
