import { Text, View } from '@tarojs/components'
import type { OrderDetail } from '@/api'
import { Icon } from '@/components/Icon'
import { moneyText } from '@/lib/money'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/order'

/** Money that came too late for the order, and where it is now. */
export function Late({ order: { lateMoney = [] } }: { order: OrderDetail }) {
  if (lateMoney.length === 0) return null
  return (
    <View className="order__card" {...{ role: 'status' }}>
      {lateMoney.map(({ money, outcome }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: payments have no other name here
        <View key={i} className="order__late">
          <Icon name="info" size={18} className="order__late-mark" />
          <Text className="order__late-words">{texts.order.late[outcome](moneyText(money))}</Text>
          {outcome === 'balance' && (
            <Pressable className="order__late-to" to={pages.cashLog}>
              {texts.paying.balance}
            </Pressable>
          )}
        </View>
      ))}
    </View>
  )
}
