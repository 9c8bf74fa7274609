import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '@/components/Icon'
import { Pressable } from '@/platform/pressable'
import './index.scss'

interface Props {
  /** What the row is about, in a narrow column. */
  name: string
  icon?: IconName
  /** Wide names push the value to the right. */
  isWide?: boolean
  onPress?: () => void
  to?: string
  children?: ReactNode
}

/** One row of a card. */
export function Cell({ name, icon, isWide, onPress, to, children }: Props) {
  const content = (
    <>
      {icon && <Icon name={icon} size={21} className="cell__icon" />}
      <Text className="cell__name">{name}</Text>
      <View className={`cell__value ${typeof children === 'string' ? 'cell__value--words' : ''}`}>{children}</View>
      {(onPress || to) && <Icon name="right" size={16} className="cell__more" />}
    </>
  )
  const className = `cell ${isWide || icon ? 'cell--wide' : ''}`
  if (!onPress && !to) return <View className={className}>{content}</View>
  return (
    <Pressable className={className} role={to ? 'link' : 'button'} {...(onPress && { onPress })} {...(to && { to })}>
      {content}
    </Pressable>
  )
}
