import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useRef } from 'react'
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
