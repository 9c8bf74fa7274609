import { Text, View } from '@tarojs/components'
import type { CartLine } from '@/api'
import { Checkbox } from '@/components/Checkbox'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { Stepper } from '@/components/Stepper'
import { isBooked } from '@/lib/booked'
import { lineChoice } from '@/lib/cart-lines'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { useCart } from '@/stores/cart'
import { texts } from '@/texts'

interface Props {
  line: CartLine
  /** Selected to be bought, or marked to be removed while the cart is edited. */
  isOn: boolean
  onChange(isOn: boolean): void
}

const FEW = 10

export function Line({ line, isOn, onChange }: Props) {
  const { key, goodsId, name, pic, picColor, price, number, stores, minBuyNumber } = line
  const { setNumber } = useCart.getState()
  return (
    <View className="cart-line">
      <Checkbox isOn={isOn} label={texts.cart.select(name)} onChange={onChange} />
      <Pressable to={pages.goods(goodsId)} label={name}>
        <Picture src={pic} color={picColor} size={84} radius={12} />
      </Pressable>
      <View className="cart-line__about">
        <Pressable className="cart-line__name" to={pages.goods(goodsId)}>
          {name}
        </Pressable>
        {lineChoice(line) && <Text className="cart-line__note">{lineChoice(line)}</Text>}
        {stores < FEW && (
          <Text className="cart-line__few">{isBooked(line) ? texts.goods.places(stores) : texts.cart.few(stores)}</Text>
        )}
        <View className="cart-line__foot">
          <Price value={price} />
          <Stepper
            value={number}
            min={Math.max(1, minBuyNumber)}
            max={stores}
            onChange={value => setNumber(key, value)}
          />
        </View>
      </View>
    </View>
  )
}
