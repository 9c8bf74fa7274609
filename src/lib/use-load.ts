import { type DependencyList, useCallback, useEffect, useRef, useState } from 'react'
import { reading } from '@/api'

export interface Loaded<Data> {
  data: Data | undefined
  error: Error | undefined
  isLoading: boolean
  /** Reads again; what is shown stays until the answer is there. */
  reload(): Promise<void>
  /** Shows what the page knows better than a new read would. */
  replace(data: Data): void
}

/** Loads what a page shows, and again when `deps` change. An answer that comes too late for them is dropped. */
export function useLoad<Data>(load: () => Promise<Data>, deps: DependencyList): Loaded<Data> {
  const [state, setState] = useState<{ data?: Data; error?: Error; isLoading: boolean }>({ isLoading: true })
  const turn = useRef(0)
  const latestLoad = useRef(load)
  latestLoad.current = load

  const reload = useCallback(async () => {
    turn.current += 1
    const own = turn.current
    const isCurrent = () => own === turn.current
    setState(({ data }) => ({ data, isLoading: true }))
    try {
      const data = await reading(() => latestLoad.current())
      if (isCurrent()) setState({ data, isLoading: false })
    } catch (error) {
      if (isCurrent()) setState(({ data }) => ({ data, error: error as Error, isLoading: false }))
    }
  }, [])

  const replace = useCallback((data: Data) => {
    turn.current += 1
    setState({ data, isLoading: false })
  }, [])

  useEffect(() => {
    setState({ isLoading: true })
    reload()
    return () => {
      turn.current += 1
    }
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says what the answer depends on
  }, deps)

  return { data: state.data, error: state.error, isLoading: state.isLoading, reload, replace }
}
