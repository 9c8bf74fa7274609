import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './index.scss'

/** What to do on this page, always in reach. On a tab page it stands on the tabs. */
export function BottomBar({ isAboveTabs, children }: { isAboveTabs?: boolean; children: ReactNode }) {
  return (
    <View className={`bottom-bar ${isAboveTabs ? 'bottom-bar--above-tabs' : ''}`}>
      <View className="bottom-bar__room" />
      <View className="bottom-bar__bar">{children}</View>
    </View>
  )
}
