import { Text, View } from '@tarojs/components'
import { Mark } from '@/components/Checkbox/Mark'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/order'

type Type = 0 | 1 | 2

interface Props {
  types: readonly Type[]
  value: Type
  isSent: boolean
  onChange(type: Type): void
}

const icons = { 0: 'wallet', 1: 'return', 2: 'box' } as const

/** What the shopper wants, each with what it means. */
export const TypeCard = ({ types, value, isSent, onChange }: Props) => (
  <View className="refund__card" {...{ role: 'radiogroup', 'aria-label': texts.refund.type }}>
    {types.map(type => (
      <Pressable key={type} className="refund__type" role="radio" isOn={type === value} onPress={() => onChange(type)}>
        <Icon name={icons[type]} size={22} className="refund__type-icon" />
        <View className="refund__about">
          <Text className="refund__type-name">{texts.refund.types[type]}</Text>
          <Text className="refund__hint">
            {type === 0 && !isSent ? texts.refund.unsentHint : texts.refund.typeHints[type]}
          </Text>
        </View>
        <Mark isOn={type === value} />
      </Pressable>
    ))}
  </View>
)
