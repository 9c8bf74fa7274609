import { ScrollView } from '@tarojs/components'
import type { ReactNode } from 'react'
import { usePull } from '@/lib/page-hooks'

export interface ScrollerProps {
  className: string
  /** How far before its end it asks for more, in px. */
  ahead: number
  onEnd(): void
  /** Pulled down at its beginning. */
  onPull(): Promise<unknown>
  children: ReactNode
}

/** The part of a page that scrolls while the page itself stands still. A browser's page knows when it is pulled. */
export function Scroller({ className, ahead, onEnd, onPull, children }: ScrollerProps) {
  usePull(onPull)
  return (
    <ScrollView
      className={className}
      scrollY
      enhanced
      showScrollbar={false}
      lowerThreshold={ahead}
      onScrollToLower={onEnd}
    >
      {children}
    </ScrollView>
  )
}
