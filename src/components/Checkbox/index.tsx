import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/platform/pressable'
import './index.scss'

interface Props {
  isOn: boolean
  label: string
  isDisabled?: boolean
  onChange(isOn: boolean): void
  /** Words beside the mark that answer to a finger, too. */
  children?: string
}

export function Checkbox({ isOn, label, isDisabled = false, onChange, children }: Props) {
  return (
    <Pressable
      className={`checkbox ${isDisabled ? 'checkbox--off' : ''}`}
      role="checkbox"
      isOn={isOn}
      label={label}
      isDisabled={isDisabled}
      onPress={() => onChange(!isOn)}
    >
      <View className={`checkbox__mark ${isOn ? 'checkbox__mark--on' : ''}`}>
        {isOn && <Icon name="check" size={14} />}
      </View>
      {children}
    </Pressable>
  )
}
