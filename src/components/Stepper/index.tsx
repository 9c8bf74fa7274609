import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts'
import './index.scss'

interface Props {
  value: number
  min?: number
  max: number
  onChange(value: number): void
}

/** A number between two others. */
export function Stepper({ value, min = 1, max, onChange }: Props) {
  return (
    <View className="stepper">
      <Pressable
        className="stepper__button"
        label={texts.stepper.less}
        isDisabled={value <= min}
        onPress={() => onChange(value - 1)}
      >
        <Icon name="minus" size={16} className={value <= min ? 'stepper__icon--off' : ''} />
      </Pressable>
      <Text className="stepper__value">{value}</Text>
      <Pressable
        className="stepper__button"
        label={texts.stepper.more}
        isDisabled={value >= max}
        onPress={() => onChange(value + 1)}
      >
        <Icon name="plus" size={16} className={value >= max ? 'stepper__icon--off' : ''} />
      </Pressable>
    </View>
  )
}
