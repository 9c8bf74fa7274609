import { Text, View } from '@tarojs/components'
import { priceParts } from '@/lib/money'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts'

interface Props {
  amount: { balance: number; score: number; growth: number } | undefined
  coupons: number | undefined
}

/** What the shopper has at this shop. */
export function Assets({ amount, coupons }: Props) {
  const balance = amount && priceParts(amount.balance)
  const assets = [
    [texts.me.assets.balance, balance && `${balance.yuan}.${balance.fen}`, pages.cashLog],
    [texts.me.assets.coupons, coupons, pages.myCoupons()],
    [texts.me.assets.score, amount && grouped(amount.score), pages.scoreLog],
    [texts.me.assets.growth, amount && grouped(amount.growth), pages.growth],
  ] as const
  return (
    <View className="me__assets">
      {assets.map(([name, value, to]) => (
        <Pressable key={name} className="me__asset" to={to}>
          <Text className="me__asset-value">{value ?? '—'}</Text>
          <Text className="me__asset-name">{name}</Text>
        </Pressable>
      ))}
    </View>
  )
}

/** `2,460`: not `toLocaleString`, which some phones do not have. */
const grouped = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ',')
