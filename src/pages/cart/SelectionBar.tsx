import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Cart, CartLine } from '@/api'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Checkbox } from '@/components/Checkbox'
import { Price } from '@/components/Price'
import { ordersIn, selection } from '@/lib/cart-lines'
import { open, pages } from '@/lib/pages'
import { useCart } from '@/stores/cart'
import { ask } from '@/stores/saying'
import { texts } from '@/texts'
import { SplitSheet } from './SplitSheet'

interface Props {
  lines: CartLine[]
  shops: Cart['shopList']
  /** While the cart is edited: the lines marked to be removed. */
  marked: readonly string[] | undefined
  onMark(keys: readonly string[]): void
  onDone(): void
}

/** What is selected, what it costs, and on to the checkout; while editing, what is removed. */
export function SelectionBar({ lines, shops, marked, onMark, onDone }: Props) {
  const { select, remove } = useCart.getState()
  const { number, price } = selection(lines)
  const orders = ordersIn(lines, shops)
  const [isSplitting, setSplitting] = useState(false)
  const checkOut = () => (orders.length > 1 ? setSplitting(true) : open(pages.checkout()))
  const keys = lines.map(({ key }) => key)
  const isAll = lines.length > 0 && (marked ? marked.length === lines.length : lines.every(line => line.selected))

  const removeMarked = async () => {
    if (!marked?.length) return
    const isSure = await ask({ title: texts.cart.removeAsk(marked.length), yes: texts.delete })
    if (!isSure) return
    onDone()
    await remove([...marked])
  }

  return (
    <>
      <BottomBar isAboveTabs>
        <View className="cart__all">
          <Checkbox
            isOn={isAll}
            label={texts.cart.selectAll}
            isDisabled={lines.length === 0}
            onChange={isOn => (marked ? onMark(isOn ? keys : []) : select(keys, isOn))}
          >
            {texts.cart.selectAll}
          </Checkbox>
        </View>
        {marked ? (
          <View className="cart__sum">
            <Button kind="soft" isDisabled={marked.length === 0} onPress={removeMarked}>
              {texts.cart.remove(marked.length)}
            </Button>
          </View>
        ) : (
          <View className="cart__sum">
            <View className="cart__total">
              <View className="cart__total-line">
                <Text>{texts.cart.total}</Text>
                <Price value={price} size="l" />
              </View>
              <Text className="cart__total-hint">{texts.cart.freightLater}</Text>
            </View>
            <Button isDisabled={number === 0} onPress={checkOut}>
              {texts.cart.checkout(number)}
            </Button>
          </View>
        )}
      </BottomBar>
      <SplitSheet orders={orders} isOpen={isSplitting} onClose={() => setSplitting(false)} />
    </>
  )
}
