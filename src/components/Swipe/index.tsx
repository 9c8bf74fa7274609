import { type ITouchEvent, View } from '@tarojs/components'
import { type ReactNode, useRef, useState } from 'react'
import { Pressable } from '@/platform/pressable'
import { useSideways } from '@/platform/sideways'
import './index.scss'

interface Props {
  /** What stands behind the row's end, and what it is called aloud. */
  action: string
  label: string
  onAction(): void
  isOpen: boolean
  onOpen(isOpen: boolean): void
  isDisabled?: boolean
  children: ReactNode
}

/** As wide as in the style sheet. */
const WIDTH = 76
/** A finger that has not moved further may still mean a tap, or the page. */
const SLOP = 8

/** A row that a finger moves aside to what can be done with it. Whatever is behind it must be in reach elsewhere, too. */
export function Swipe({ action, label, onAction, isOpen, onOpen, isDisabled, children }: Props) {
  const start = useRef<{ x: number; y: number; isSideways?: boolean; offset?: number }>()
  const [drag, setDrag] = useState<number>()
  const front = useSideways()
  const rest = isOpen ? -WIDTH : 0
  const offset = drag ?? rest

  const move = (event: object) => {
    const from = start.current
    const finger = fingerOf(event)
    if (!from || !finger) return
    const [x, y] = [finger.clientX - from.x, finger.clientY - from.y]
    if (from.isSideways === undefined && Math.hypot(x, y) < SLOP) return
    from.isSideways ??= Math.abs(x) > Math.abs(y)
    if (!from.isSideways) return
    from.offset = Math.round(Math.min(0, Math.max(-WIDTH, rest + x)))
    setDrag(from.offset)
  }
  const end = () => {
    const moved = start.current?.offset
    start.current = undefined
    setDrag(undefined)
    if (moved !== undefined) onOpen(moved < -WIDTH / 2)
  }
  const touches = {
    onTouchStart: (event: object) => {
      const finger = fingerOf(event)
      if (finger) start.current = { x: finger.clientX, y: finger.clientY }
    },
    onTouchMove: move,
    onTouchEnd: end,
    onTouchCancel: end,
  }
  return (
    <View className="swipe">
      {offset !== 0 && (
        <Pressable className="swipe__action" label={label} onPress={onAction}>
          {action}
        </Pressable>
      )}
      <View
        ref={front}
        className={`swipe__front ${drag === undefined ? 'swipe__front--resting' : ''}`}
        style={offset === 0 ? {} : { transform: `translateX(${offset}px)` }}
        {...(isDisabled ? {} : touches)}
      >
        {children}
        {isOpen && <View className="swipe__shut" onClick={() => onOpen(false)} />}
      </View>
    </View>
  )
}

const fingerOf = (event: object) => (event as ITouchEvent).touches[0]
