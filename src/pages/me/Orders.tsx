import { Text, View } from '@tarojs/components'
import type { OrderCounters } from '@/api'
import { Icon, type IconName } from '@/components/Icon'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts'

const states = [
  { tab: 'unpaid', icon: 'wallet', counter: 'count_id_no_pay' },
  { tab: 'toShip', icon: 'box', counter: 'count_id_no_transfer' },
  { tab: 'shipped', icon: 'truck', counter: 'count_id_no_confirm' },
  { tab: 'received', icon: 'pen', counter: 'count_id_no_reputation' },
] as const satisfies Array<{ tab: string; icon: IconName; counter: keyof OrderCounters }>

/** How many orders wait for what. */
export function Orders({ counters }: { counters: OrderCounters | undefined }) {
  return (
    <View className="me__orders">
      <Pressable className="me__orders-head" to={pages.orders()}>
        <Text className="me__heading">{texts.me.orders}</Text>
        <Text className="me__all">{texts.me.allOrders}</Text>
        <Icon name="right" size={14} />
      </Pressable>
      <View className="me__states">
        {states.map(({ tab, icon, counter }) => {
          const count = counters?.[counter] ?? 0
          return (
            <Pressable key={tab} className="me__state" to={pages.orders({ tab })}>
              <View className="me__state-icon">
                <Icon name={icon} size={26} />
                {count > 0 && <Text className="tab-bar__count">{count > 99 ? '99+' : count}</Text>}
              </View>
              <Text className="me__state-name">{texts.me.counters[tab]}</Text>
            </Pressable>
          )
        })}
      </View>
    </View>
  )
}
