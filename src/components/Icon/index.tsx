import { View } from '@tarojs/components'

export type IconName =
  | 'home'
  | 'grid'
  | 'cart'
  | 'person'
  | 'search'
  | 'back'
  | 'right'
  | 'down'
  | 'up'
  | 'close'
  | 'check'
  | 'plus'
  | 'minus'
  | 'heart'
  | 'heart-full'
  | 'copy'
  | 'pin'
  | 'wallet'
  | 'card'
  | 'box'
  | 'truck'
  | 'pen'
  | 'trash'
  | 'bell'
  | 'picture'
  | 'cloud'
  | 'clock'
  | 'ticket'
  | 'info'
  | 'filter'
  | 'out'
  | 'wechat'
  | 'rows'
  | 'tiles'
  | 'share'
  | 'chat'
  | 'play'
  | 'download'
  | 'link'
  | 'phone'
  | 'article'
  | 'message'
  | 'shield'
  | 'thumb'
  | 'gift'
  | 'settings'
  | 'return'
  | 'receipt'
  | 'lock'

interface Props {
  name: IconName
  size?: number
  className?: string
}

/** One of `styles/icons.scss`, in the colour of the text around it. */
export const Icon = ({ name, size = 24, className = '' }: Props) => (
  <View className={`icon icon--${name} ${className}`} style={{ width: `${size}px`, height: `${size}px` }} />
)
