import { Text, View } from '@tarojs/components'
import type { CartLine } from '@/api'
import { Checkbox } from '@/components/Checkbox'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { Stepper } from '@/components/Stepper'
import { lineChoice } from '@/lib/cart-lines'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { useCart } from '@/stores/cart'
import { texts } from '@/texts'

interface Props {
  line: CartLine
  /** While the cart is edited, lines are marked to be removed instead of selected to be bought. */
  isMarked?: boolean
  onMark?: (isOn: boolean) => void
}

const FEW = 10

export function Line({ line, isMarked, onMark }: Props) {
  const { key, goodsId, name, pic, picColor, price, number, stores, minBuyNumber, selected } = line
  const { select, setNumber } = useCart.getState()
  return (
    <View className="cart-line">
      <Checkbox
        isOn={onMark ? Boolean(isMarked) : selected}
        label={texts.cart.select(name)}
        onChange={isOn => (onMark ? onMark(isOn) : select([key], isOn))}
      />
      <Pressable to={pages.goods(goodsId)} label={name}>
        <Picture src={pic} color={picColor} size={84} radius={12} />
      </Pressable>
      <View className="cart-line__about">
        <Pressable className="cart-line__name" to={pages.goods(goodsId)}>
          {name}
        </Pressable>
        {lineChoice(line) && <Text className="cart-line__choice">{lineChoice(line)}</Text>}
        {stores < FEW && <Text className="cart-line__few">{texts.cart.few(stores)}</Text>}
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
