import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { type DependencyList, useEffect, useRef } from 'react'
import { say } from '@/stores/saying'

/** Runs when the shopper comes back to the page; the first showing is the page's own load. */
export function useReturn(run: () => void): void {
  const wasShown = useRef(false)
  useDidShow(() => {
    if (wasShown.current) run()
    wasShown.current = true
  })
}

/** Runs when the page is pulled down, and lets go when it is done, or says why it could not be. */
export function usePull(run: () => Promise<unknown>): void {
  usePullDownRefresh(async () => {
    await run().catch(say)
    Taro.stopPullDownRefresh()
  })
}

/** Runs whenever the page comes to the front, and there whenever `deps` change: for what lies around all pages. */
export function useInFront(run: () => void, deps: DependencyList): void {
  const isInFront = useRef(true)
  useDidShow(() => {
    isInFront.current = true
    run()
  })
  useDidHide(() => {
    isInFront.current = false
  })
  useEffect(() => {
    if (isInFront.current) run()
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says what it depends on
  }, deps)
}
