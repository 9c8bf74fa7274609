import { View } from '@tarojs/components'
import { open } from '@/lib/pages'
import type { PressableProps } from './pressable.h5'

/** Whatever answers to a finger. */
export function Pressable({ className, style, label, to, role, isDisabled, onPress, children }: PressableProps) {
  return (
    <View
      className={`pressable ${className ?? ''}`}
      style={style}
      ariaRole={role ?? 'button'}
      ariaLabel={label}
      hoverClass={isDisabled ? 'none' : 'pressable--pressed'}
      hoverStayTime={80}
      onClick={event => {
        event.stopPropagation()
        if (isDisabled) return
        if (onPress) onPress()
        else if (to) open(to)
      }}
    >
      {children}
    </View>
  )
}
