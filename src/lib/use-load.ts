import { type DependencyList, useCallback, useEffect, useRef, useState } from 'react'
import { NetworkError, reading } from '@/api'
import { forgetAnswer, keepAnswer, keptAnswer } from '@/stores/kept'
import { useBackOnline } from '@/stores/network'

export interface Loaded<Data> {
  data: Data | undefined
  error: Error | undefined
  isLoading: boolean
  /** Reads again; what is shown stays until the answer is there. */
  reload(): Promise<void>
  /** Shows what the page knows better than a new read would. */
  replace(data: Data): void
}

interface State<Data> {
  data?: Data | undefined
  error?: Error
  isLoading: boolean
  /** `data` is from an earlier visit. */
  isKept?: boolean
}

/**
 * Loads what a page shows, and again when `deps` change. An answer that comes too late for them is dropped. `keepAs` is
 * for the catalogue: the answer is kept under this name, and shown at once the next time, until a fresh one is there.
 */
export function useLoad<Data>(load: () => Promise<Data>, deps: DependencyList, keepAs?: string): Loaded<Data> {
  const [state, setState] = useState<State<Data>>(() => firstOf(keepAs))
  const turn = useRef(0)
  const latest = useRef({ load, keepAs, state })
  latest.current = { load, keepAs, state }

  const reload = useCallback(async () => {
    turn.current += 1
    const own = turn.current
    const isCurrent = () => own === turn.current
    setState(({ data, isKept }) => ({ data, isLoading: true, ...(isKept && { isKept }) }))
    try {
      const data = await reading(() => latest.current.load())
      if (!isCurrent()) return
      setState({ data, isLoading: false })
      if (latest.current.keepAs) keepAnswer(latest.current.keepAs, data)
    } catch (error) {
      if (!isCurrent()) return
      const { keepAs } = latest.current
      const isGone = !(error instanceof NetworkError)
      if (isGone && keepAs) forgetAnswer(keepAs)
      setState(({ data, isKept }) => ({
        data: isGone && isKept ? undefined : data,
        error: error as Error,
        isLoading: false,
        ...(isKept && { isKept }),
      }))
    }
  }, [])

  const replace = useCallback((data: Data) => {
    turn.current += 1
    setState({ data, isLoading: false })
  }, [])

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
    if (latest.current.state.error instanceof NetworkError) reload()
  })

  return { data: state.data, error: state.error, isLoading: state.isLoading, reload, replace }
}

function firstOf<Data>(keepAs: string | undefined): State<Data> {
  const data = keepAs === undefined ? undefined : keptAnswer<Data>(keepAs)
  return data === undefined ? { isLoading: true } : { data, isLoading: true, isKept: true }
}
