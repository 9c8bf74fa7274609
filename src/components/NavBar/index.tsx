import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '@/components/Icon'
import { goBack } from '@/lib/pages'
import { barHeight, capsuleWidth, statusBarHeight } from '@/platform/frame'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts'
import './index.scss'

interface Props {
  title: string
  hasBack?: boolean
  /** How far a clear bar has become solid, 0 to 1. It lies over the page instead of above it. */
  solidity?: number | undefined
  action?: ReactNode
}

/** The bar at the top of a page, where the platform draws none. */
export function NavBar({ title, hasBack = true, solidity, action }: Props) {
  const isClear = solidity !== undefined
  return (
    <View
      className={`nav-bar ${isClear ? 'nav-bar--clear' : ''}`}
      style={{ paddingTop: `${statusBarHeight}px`, paddingRight: `${capsuleWidth}px` }}
    >
      {isClear && <View className="nav-bar__ground" style={{ opacity: solidity }} />}
      <View className="nav-bar__row" style={{ height: `${barHeight}px` }}>
        {hasBack && (
          <Pressable className="nav-bar__back" label={texts.back} onPress={goBack}>
            <Icon name="back" size={22} />
          </Pressable>
        )}
        <Text className="nav-bar__title" style={{ opacity: solidity ?? 1 }}>
          {title}
        </Text>
        {action && <View className="nav-bar__action">{action}</View>}
      </View>
    </View>
  )
}
