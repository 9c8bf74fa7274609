import { Text, View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Icon, type IconName } from '@/components/Icon'
import './index.scss'

interface Props {
  icon: IconName
  title: string
  text?: string | undefined
  /** The way on. */
  action?: string | undefined
  onAction?: () => void
}

/** Nothing is there, and what can be done about it. */
export function Empty({ icon, title, text, action, onAction }: Props) {
  return (
    <View className="empty">
      <View className="empty__icon">
        <Icon name={icon} size={34} />
      </View>
      <Text className="empty__title">{title}</Text>
      {text && <Text className="empty__text">{text}</Text>}
      {action && onAction && (
        <View className="empty__action">
          <Button kind="soft" onPress={onAction}>
            {action}
          </Button>
        </View>
      )}
    </View>
  )
}
