import { Text, View } from '@tarojs/components'
import type { CardCode } from '@/api'
import { Icon } from '@/components/Icon'
import { Picture } from '@/components/Picture'
import { copied } from '@/lib/copied'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts'
import './index.scss'

/** One code that was bought: its number when it has one, and the code to copy. */
export function CodeCard({ code: { type, coupon, number } }: { code: CardCode }) {
  if (type === 1) {
    return (
      <View className="code-card code-card--picture">
        <Picture src={coupon} size={200} radius={8} alt={texts.codes.picture} />
      </View>
    )
  }
  return (
    <View className="code-card">
      {number && <CodeRow name={texts.codes.number} value={number} />}
      <CodeRow name={number ? texts.codes.password : texts.codes.code} value={coupon} />
    </View>
  )
}

function CodeRow({ name, value }: { name: string; value: string }) {
  return (
    <View className="code-card__row">
      <View className="code-card__text">
        <Text className="code-card__name">{name}</Text>
        <Text className="code-card__value" userSelect>
          {value}
        </Text>
      </View>
      <Pressable className="code-card__copy" label={texts.codes.copyOf(name)} onPress={() => copied(value)}>
        <Icon name="copy" size={16} />
        {texts.copy}
      </Pressable>
    </View>
  )
}
