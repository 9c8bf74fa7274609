import { Text, View } from '@tarojs/components'
import type { CartLine } from '@/api'
import { Picture } from '@/components/Picture'
import { Tag } from '@/components/Tag'
import { Pressable } from '@/platform/pressable'
import { useCart } from '@/stores/cart'
import { texts } from '@/texts'

/** What can no longer be bought, kept apart until the shopper lets go of it. */
export function GoneLines({ lines }: { lines: CartLine[] }) {
  const { remove } = useCart.getState()
  return (
    <View className="cart-gone">
      <View className="cart-gone__head">
        <Text>{texts.cart.gone}</Text>
        <Pressable className="cart__edit" onPress={() => remove(lines.map(({ key }) => key))}>
          {texts.cart.clearGone}
        </Pressable>
      </View>
      {lines.map(({ key, name, pic, picColor, status }) => (
        <View key={key} className="cart-gone__line">
          <Picture src={pic} color={picColor} size={52} radius={10} className="cart-gone__picture" />
          <Text className="cart-gone__name">{name}</Text>
          <Tag tone="plain">{status === 1 ? texts.cart.goneReason : texts.cart.soldOutReason}</Tag>
        </View>
      ))}
    </View>
  )
}
