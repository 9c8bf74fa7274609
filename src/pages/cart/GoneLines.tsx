import { Text, View } from '@tarojs/components'
import type { CartLine } from '@/api'
import { Icon } from '@/components/Icon'
import { Picture } from '@/components/Picture'
import { Tag } from '@/components/Tag'
import { isBooked } from '@/lib/booked'
import { lineChoice } from '@/lib/cart-lines'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { useCart } from '@/stores/cart'
import { texts } from '@/texts'
import { removeLine } from './remove-line'

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
      {lines.map(line => (
        <View key={line.key} className="cart-gone__line">
          <Picture src={line.pic} color={line.picColor} size={52} radius={10} className="cart-gone__picture" />
          <View className="cart-gone__about">
            <Text className="cart-gone__name">{line.name}</Text>
            {isBooked(line) && <Text className="cart-gone__note">{whyNot(line)}</Text>}
          </View>
          {isBooked(line) ? (
            <Pressable className="cart__edit" to={pages.goods(line.goodsId, { choose: true })}>
              {texts.cart.chooseAgain}
            </Pressable>
          ) : (
            <Tag tone="plain">{line.status === 1 ? texts.cart.goneReason : texts.cart.soldOutReason}</Tag>
          )}
          <Pressable
            className="cart-gone__remove"
            label={texts.cart.removeLine(line.name)}
            onPress={() => removeLine(line)}
          >
            <Icon name="close" size={16} />
          </Pressable>
        </View>
      ))}
    </View>
  )
}

const whyNot = (line: CartLine): string =>
  [lineChoice(line), line.status === 1 ? texts.cart.dayGoneReason : texts.cart.fullReason].join(' · ')
