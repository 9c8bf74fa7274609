import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from '@/components/Icon'

interface Props {
  icon: IconName
  what: string
  when: string
  isIn: boolean
  /** Without its sign. */
  amount: string
  /** What was had afterwards. */
  after: string
}

export const Movement = ({ icon, what, when, isIn, amount, after }: Props) => (
  <View className="movement">
    <View className={`movement__icon ${isIn ? 'movement__icon--in' : ''}`}>
      <Icon name={icon} size={20} />
    </View>
    <View className="movement__about">
      <Text className="movement__what">{what}</Text>
      <Text className="movement__note">{when}</Text>
    </View>
    <View className="movement__amounts">
      <Text className={`movement__amount ${isIn ? 'movement__amount--in' : ''}`}>
        {isIn ? '+' : '−'}
        {amount}
      </Text>
      <Text className="movement__note">{after}</Text>
    </View>
  </View>
)
