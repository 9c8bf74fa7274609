import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Cart, CartLine } from '@/api'
import { Checkbox } from '@/components/Checkbox'
import { Swipe } from '@/components/Swipe'
import { byShop } from '@/lib/cart-lines'
import { useCart } from '@/stores/cart'
import { texts } from '@/texts'
import { Line } from './Line'
import { removeLine } from './remove-line'

interface Props {
  lines: CartLine[]
  shops: Cart['shopList']
  /** While the cart is edited: the lines marked to be removed. */
  marked: readonly string[] | undefined
  onMark(keys: readonly string[], isOn: boolean): void
}

/** What can be bought, a card for each shop that sells it. */
export function Lines({ lines, shops, marked, onMark }: Props) {
  const [open, setOpen] = useState<string>()
  const select = useCart.getState().select
  const groups = byShop(lines, shops)
  const isNamed = groups.some(({ id }) => id !== 0)
  const isOn = ({ key, selected }: CartLine) => (marked ? marked.includes(key) : selected)
  const change = (keys: string[], isOn: boolean) => (marked ? onMark(keys, isOn) : select(keys, isOn))
  return groups.map(({ id, name, lines }) => (
    <View key={id} className="cart__lines">
      {isNamed && (
        <View className="cart__shop">
          <Checkbox
            isOn={lines.every(isOn)}
            label={texts.cart.selectShop(name)}
            onChange={isOn =>
              change(
                lines.map(({ key }) => key),
                isOn,
              )
            }
          />
          <Text className="cart__shop-name">{name}</Text>
        </View>
      )}
      {lines.map(line => (
        <Swipe
          key={line.key}
          action={texts.delete}
          label={texts.cart.removeLine(line.name)}
          isOpen={open === line.key && !marked}
          onOpen={isOpen => setOpen(isOpen ? line.key : undefined)}
          isDisabled={marked !== undefined}
          onAction={() => removeLine(line)}
        >
          <Line line={line} isOn={isOn(line)} onChange={isOn => change([line.key], isOn)} />
        </Swipe>
      ))}
    </View>
  ))
}
