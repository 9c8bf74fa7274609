import { type RefObject, useEffect, useRef } from 'react'

/** A browser takes a quick move aside for a fling, even where nothing can be scrolled that way, and swallows the tap after it. */
export function useSideways(): RefObject<HTMLElement> {
  const row = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = row.current
    if (!element) return
    let from: Touch | undefined
    const begin = ({ touches }: TouchEvent) => {
      from = touches[0]
    }
    const move = (event: TouchEvent) => {
      const [touch] = event.touches
      if (!from || !touch || !event.cancelable) return
      const [x, y] = [touch.clientX - from.clientX, touch.clientY - from.clientY]
      if (Math.abs(x) > Math.abs(y)) event.preventDefault()
    }
    element.addEventListener('touchstart', begin, { passive: true })
    element.addEventListener('touchmove', move, { passive: false })
    return () => {
      element.removeEventListener('touchstart', begin)
      element.removeEventListener('touchmove', move)
    }
  }, [])
  return row
}
