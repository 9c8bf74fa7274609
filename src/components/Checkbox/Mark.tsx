import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import './mark.scss'

/** The round sign of what is chosen, or not. What answers to the finger stands around it. */
export const Mark = ({ isOn }: { isOn: boolean }) => (
  <View className={`mark ${isOn ? 'mark--on' : ''}`}>{isOn && <Icon name="check" size={14} />}</View>
)
