import type { CSSProperties, KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { open } from '@/lib/pages'

export interface PressableProps {
  className?: string
  style?: CSSProperties
  /** Said aloud when the content does not say it. */
  label?: string
  /** A page to open: in a browser a real link. */
  to?: string
  role?: 'button' | 'tab' | 'radio' | 'checkbox' | 'link'
  isOn?: boolean | undefined
  isDisabled?: boolean
  onPress?: () => void
  children?: ReactNode
}

/** Whatever answers to a finger, a mouse or a key. */
export function Pressable({ className, style, label, to, role, isOn, isDisabled, onPress, children }: PressableProps) {
  const press = () => {
    if (isDisabled) return
    if (onPress) onPress()
    else if (to) open(to)
  }
  const shared = {
    className: `pressable ${className ?? ''}`,
    style,
    'aria-label': label,
    onClick: (event: MouseEvent) => {
      const isNewTab = to !== undefined && (event.metaKey || event.ctrlKey)
      event.stopPropagation()
      if (isNewTab) return
      event.preventDefault()
      press()
    },
  }
  if (to) {
    return (
      <a {...shared} href={to}>
        {children}
      </a>
    )
  }
  const state = role === 'tab' ? { 'aria-selected': isOn } : { 'aria-checked': isOn }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it has a role; a button element may not hold blocks
    <div
      {...shared}
      {...(isOn === undefined ? {} : state)}
      role={role ?? 'button'}
      tabIndex={isDisabled ? -1 : 0}
      aria-disabled={isDisabled}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        event.stopPropagation()
        press()
      }}
    >
      {children}
    </div>
  )
}
