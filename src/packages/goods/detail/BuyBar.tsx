import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Goods } from '@/api'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { Service, useHasService } from '@/components/Service'
import { hasOpenings } from '@/lib/goods'
import { shortMoneyText } from '@/lib/money'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { useCartCount } from '@/stores/cart'
import { texts } from '@/texts/goods'
import type { Deal } from './deal'

interface Props {
  goods: Goods
  /** Another way to buy that the page was opened for. */
  brought: Deal | undefined
  onPress(as: 'cart' | 'buy', by?: Deal): Promise<void> | void
}

export function BuyBar({ goods, brought, onPress }: Props) {
  const { id, name, pic, status, stores, minBuyNumber, minPrice, pingtuan, pingtuanPrice } = goods
  const other = brought ?? (pingtuan ? { team: 'new' as const, price: pingtuanPrice } : undefined)
  const inCart = useCartCount()
  const hasService = useHasService()
  const [isBusy, setBusy] = useState(false)
  const addToCart = async () => {
    setBusy(true)
    await onPress('cart')
    setBusy(false)
  }
  const isBookable = hasOpenings(goods)
  const soldOut = isBookable ? texts.goods.bookedOut : texts.goods.soldOut
  const problem = status === 1 ? texts.goods.gone : stores < Math.max(1, minBuyNumber) ? soldOut : undefined
  return (
    <BottomBar>
      {hasService ? (
        <Service className="buy-bar__to" about={{ title: name, path: pages.goods(id), picture: pic }}>
          <Icon name="chat" size={22} />
          <Text>{texts.service.name}</Text>
        </Service>
      ) : (
        <Pressable className="buy-bar__to" to={pages.home}>
          <Icon name="home" size={22} />
          <Text>{texts.goods.home}</Text>
        </Pressable>
      )}
      <Pressable className="buy-bar__to" to={pages.cart}>
        <View className="buy-bar__icon">
          <Icon name="cart" size={22} />
          {inCart > 0 && <Text className="tab-bar__count">{inCart > 99 ? '99+' : inCart}</Text>}
        </View>
        <Text>{texts.tabs.cart}</Text>
      </Pressable>
      {problem ? (
        <Button isWide isDisabled>
          {problem}
        </Button>
      ) : other ? (
        <>
          <Button kind="soft" isWide onPress={() => onPress('buy')}>
            {texts.deals.alone(shortMoneyText(minPrice))}
          </Button>
          <Button isWide onPress={() => onPress('buy', other)}>
            {wordsFor(other)(shortMoneyText(other.price))}
          </Button>
        </>
      ) : (
        <>
          <Button kind="soft" isWide isBusy={isBusy} onPress={addToCart}>
            {texts.goods.addToCart}
          </Button>
          <Button isWide onPress={() => onPress('buy')}>
            {isBookable ? texts.goods.bookNow : texts.goods.buyNow}
          </Button>
        </>
      )}
    </BottomBar>
  )
}

function wordsFor({ team, kjid }: Deal) {
  if (kjid) return texts.deals.byBargain
  return team === 'new' ? texts.deals.open : texts.deals.join
}
