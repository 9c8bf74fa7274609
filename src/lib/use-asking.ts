import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef } from 'react'
import { useBackInSight } from '@/platform/back-in-sight'

/**
 * Asks the server while the page is in front: whenever it comes there, and again after so many ms as `ask` answers, until
 * it answers nothing. `count` begins with 1. What comes for a round that is over is to be dropped: `isCurrent` tells.
 * Answers a function that begins anew.
 */
export function useAsking(
  begin: () => void,
  ask: (count: number, isCurrent: () => boolean) => Promise<number | undefined>,
): () => void {
  const latest = useRef({ begin, ask })
  latest.current = { begin, ask }
  const round = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>()

  const stop = useCallback(() => {
    round.current += 1
    clearTimeout(timer.current)
  }, [])

  const start = useCallback(() => {
    stop()
    const own = round.current
    const isCurrent = () => own === round.current
    const askOnce = async (count: number) => {
      const pause = await latest.current.ask(count, isCurrent)
      if (isCurrent() && pause) timer.current = setTimeout(() => askOnce(count + 1), pause)
    }
    latest.current.begin()
    askOnce(1)
  }, [stop])

  const isInFront = useRef(false)
  useDidShow(() => {
    isInFront.current = true
    start()
  })
  useDidHide(() => {
    isInFront.current = false
    stop()
  })
  useBackInSight(
    useCallback(() => {
      if (isInFront.current) start()
    }, [start]),
  )
  useEffect(() => stop, [stop])
  return start
}
