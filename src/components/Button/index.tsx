import { Text, View } from '@tarojs/components'
import { Pressable } from '@/platform/pressable'
import './index.scss'

interface Props {
  /** `primary` is the one thing to do next: once a page. */
  kind?: 'primary' | 'soft' | 'line' | 'plain'
  size?: 'm' | 's'
  /** Takes the room that is left. */
  isWide?: boolean
  isBusy?: boolean
  isDisabled?: boolean
  onPress?: () => void
  to?: string
  children: string
}

export function Button({ kind = 'primary', size = 'm', isWide, isBusy, isDisabled, onPress, to, children }: Props) {
  const state = `${isWide ? 'button--wide' : ''} ${isDisabled ? 'button--disabled' : ''}`
  return (
    <Pressable
      className={`button button--${kind} button--${size} ${state}`}
      isDisabled={Boolean(isDisabled || isBusy)}
      {...(onPress && { onPress })}
      {...(to && { to })}
    >
      {isBusy && <View className="button__busy" />}
      <Text className={isBusy ? 'button__text button__text--busy' : 'button__text'}>{children}</Text>
    </Pressable>
  )
}
