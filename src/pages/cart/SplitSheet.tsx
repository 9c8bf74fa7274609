import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Sheet } from '@/components/Sheet'
import type { ordersIn } from '@/lib/cart-lines'
import { moneyText } from '@/lib/money'
import { open, pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts'

interface Props {
  /** What is selected, by the shops that sell it. */
  orders: ReturnType<typeof ordersIn>
  isOpen: boolean
  onClose(): void
}

/** Every shop's goods are an order of their own: which is paid for first? */
export function SplitSheet({ orders, isOpen, onClose }: Props) {
  const checkOut = (shop: number) => {
    onClose()
    open(pages.checkout({ shop }))
  }
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={texts.cart.split}>
      <View className="cart-split">
        <Text className="cart-split__text">{texts.cart.splitText}</Text>
        {orders.map(({ id, name, number, price }) => (
          <Pressable
            key={id}
            className="cart-split__shop"
            label={texts.cart.splitOne(name)}
            onPress={() => checkOut(id)}
          >
            <Text className="cart-split__name">{name}</Text>
            <Text className="cart-split__sum">{texts.cart.splitSum(number, moneyText(price))}</Text>
            <Icon name="right" size={16} />
          </Pressable>
        ))}
      </View>
    </Sheet>
  )
}
