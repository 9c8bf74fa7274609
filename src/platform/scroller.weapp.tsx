import { ScrollView } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { usePull } from '@/lib/page-hooks'
import { usePreferences } from '@/stores/preferences'
import { say } from '@/stores/saying'
import type { ScrollerProps } from './scroller.h5'

/** The part of a page that scrolls while the page itself stands still. WeChat has it pulled for itself, the rest with the page. */
export function Scroller({ className, ahead, onEnd, onPull, children }: ScrollerProps) {
  const [isPulled, setPulled] = useState(false)
  const scheme = usePreferences(preferences => preferences.scheme)
  const isDark = (scheme === 'system' ? Taro.getAppBaseInfo().theme : scheme) === 'dark'
  usePull(onPull)
  const pull = async () => {
    setPulled(true)
    await onPull().catch(say)
    setPulled(false)
  }
  return (
    <ScrollView
      className={className}
      scrollY
      enhanced
      showScrollbar={false}
      lowerThreshold={ahead}
      onScrollToLower={onEnd}
      refresherEnabled
      refresherTriggered={isPulled}
      refresherDefaultStyle={isDark ? 'white' : 'black'}
      refresherBackground="transparent"
      onRefresherRefresh={pull}
    >
      {children}
    </ScrollView>
  )
}
