/**
 * Pulling a page down in a browser, in the place of Taro's own (`config/index.ts`): that one takes every finger which moves
 * down for a pull, however far the page is scrolled, so that nobody gets back to the top, and then tells the page nothing.
 */
import Taro from '@tarojs/taro'
import { type ReactNode, useEffect, useRef } from 'react'
import './pull-down.scss'

/** How far a thumb moves when it means it. */
const FAR_PX = 72
/** The mark follows at half the way, and not below this. */
const LOWEST_PX = 80

interface Pullable extends HTMLElement {
  /** What Taro knows of the page. */
  __page?: { onPullDownRefresh?(): void }
}

/** Taro's own comes as a default export. */
export default function PullDown({ children }: { children?: ReactNode }) {
  const mark = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const page = mark.current?.closest<Pullable>('.taro_page')
    return page && mark.current ? watch(page, mark.current) : undefined
  }, [])
  return (
    <>
      <div ref={mark} className="pull-down" aria-hidden="true">
        <div className="pull-down__mark">
          <i />
          <i />
          <i />
        </div>
      </div>
      {children}
    </>
  )
}

/** Answers how to stop. */
function watch(page: Pullable, mark: HTMLElement): () => void {
  let from: Touch | undefined
  let pulled = 0
  let isRunning = false

  const show = (px: number) => {
    pulled = px
    mark.classList.toggle('pull-down--far', px >= FAR_PX)
    mark.style.transform = px ? `translateY(${Math.min(20 + px / 2, LOWEST_PX)}px)` : ''
  }
  const begin = ({ touches, target }: TouchEvent) => {
    from = !isRunning && touches.length === 1 && isAtTop(target as Element, page) ? touches[0] : undefined
  }
  const move = (event: TouchEvent) => {
    const [touch] = event.touches
    if (!from || !touch) return
    const down = touch.clientY - from.clientY
    const aside = Math.abs(touch.clientX - from.clientX)
    if (pulled === 0 && down === 0 && aside === 0) return
    // The way that a finger begins is the way that it means.
    if (pulled === 0 && aside >= down) {
      from = undefined
      return
    }
    if (event.cancelable) event.preventDefault()
    mark.classList.add('pull-down--held')
    show(Math.max(1, down))
  }
  const end = () => {
    if (!from) return
    from = undefined
    mark.classList.remove('pull-down--held')
    isRunning = pulled >= FAR_PX
    mark.classList.toggle('pull-down--running', isRunning)
    show(isRunning ? FAR_PX : 0)
    if (isRunning) page.__page?.onPullDownRefresh?.()
  }
  const letGo = ({ successHandler }: { successHandler(answer: object): void }) => {
    isRunning = false
    mark.classList.remove('pull-down--running')
    show(0)
    successHandler({ errMsg: 'stopPullDownRefresh:ok' })
  }

  page.addEventListener('touchstart', begin, { passive: true })
  page.addEventListener('touchmove', move, { passive: false })
  page.addEventListener('touchend', end)
  page.addEventListener('touchcancel', end)
  Taro.eventCenter.on('__taroStopPullDownRefresh', letGo)
  return () => {
    page.removeEventListener('touchstart', begin)
    page.removeEventListener('touchmove', move)
    page.removeEventListener('touchend', end)
    page.removeEventListener('touchcancel', end)
    Taro.eventCenter.off('__taroStopPullDownRefresh', letGo)
  }
}

/** Neither the page nor a part of it around the finger is scrolled, and no sheet lies over it. */
function isAtTop(target: Element, page: Element): boolean {
  if (target.closest('[role="dialog"], .sheet')) return false
  for (let part: Element | null = target; part; part = part.parentElement) {
    if (part.scrollTop > 0) return false
    if (part === page) return true
  }
  return false
}
