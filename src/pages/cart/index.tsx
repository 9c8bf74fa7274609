import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { logIn } from '@/api'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Page } from '@/components/Page'
import { Recommended } from '@/components/Recommended'
import { Skeleton } from '@/components/Skeleton'
import { isBuyable, piecesIn } from '@/lib/cart-lines'
import { usePull } from '@/lib/page-hooks'
import { open, pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { knowsShopper } from '@/platform/login'
import { Pressable } from '@/platform/pressable'
import { useCart } from '@/stores/cart'
import { say } from '@/stores/saying'
import { useIsSignedIn } from '@/stores/session'
import { texts } from '@/texts'
import { GoneLines } from './GoneLines'
import { Lines } from './Lines'
import { SelectionBar } from './SelectionBar'
import './index.scss'

export default function CartPage() {
  const isSignedIn = useIsSignedIn()
  const isGuest = !isSignedIn && !knowsShopper
  return (
    <Page title={texts.cart.title} tab="cart" className="cart-page">
      {isGuest ? <GuestCart /> : <OwnCart />}
    </Page>
  )
}

const GuestCart = () => (
  <View className="cart">
    <Empty icon="cart" title={texts.cart.guest} action={texts.login.go} onAction={() => logIn().catch(say)} />
    <Recommended />
  </View>
)

function OwnCart() {
  const cart = useCart(store => store.cart)
  const refresh = useCart(store => store.refresh)
  const { error, isLoading, reload } = useLoad(refresh, [])
  const [isEditing, setEditing] = useState(false)
  const [marked, setMarked] = useState<readonly string[]>([])
  useDidShow(() => {
    refresh().catch(say)
  })
  usePull(reload)

  if (!cart && error) return <Failed error={error} onRetry={reload} />
  if (!cart && isLoading) return <Skeletons />
  if (!cart?.items.length) {
    return (
      <View className="cart">
        <Empty
          icon="cart"
          title={texts.cart.empty}
          text={texts.cart.emptyText}
          action={texts.cart.goShopping}
          onAction={() => open(pages.home)}
        />
        <Recommended />
      </View>
    )
  }
  const lines = cart.items.filter(isBuyable)
  const gone = cart.items.filter(line => !isBuyable(line))
  const edit = (on: boolean) => {
    setEditing(on)
    setMarked([])
  }
  const mark = (keys: readonly string[], isOn: boolean) =>
    setMarked([...marked.filter(other => !keys.includes(other)), ...(isOn ? keys : [])])

  return (
    <View className="cart">
      <View className="cart__head">
        <Text>{texts.orders.pieces(piecesIn(cart))}</Text>
        <Pressable className="cart__edit" onPress={() => edit(!isEditing)}>
          {isEditing ? texts.done : texts.edit}
        </Pressable>
      </View>
      <Lines lines={lines} shops={cart.shopList} marked={isEditing ? marked : undefined} onMark={mark} />
      {gone.length > 0 && <GoneLines lines={gone} />}
      <Recommended without={cart.items.map(({ goodsId }) => goodsId)} />
      {lines.length > 0 && (
        <SelectionBar
          lines={lines}
          shops={cart.shopList}
          marked={isEditing ? marked : undefined}
          onMark={setMarked}
          onDone={() => edit(false)}
        />
      )}
    </View>
  )
}

const Skeletons = () => (
  <View className="cart">
    <View className="cart__head" />
    <View className="cart__lines">
      {[1, 2, 3].map(i => (
        <View key={i} className="cart-line cart-line--skeleton">
          <Skeleton width={84} height={84} radius={12} />
          <View className="cart-line__about">
            <Skeleton height={15} gap={10} />
            <Skeleton width="40%" height={12} gap={20} />
            <Skeleton width={80} height={19} />
          </View>
        </View>
      ))}
    </View>
  </View>
)
