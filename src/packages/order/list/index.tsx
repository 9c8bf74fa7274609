import { View } from '@tarojs/components'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { dataOrNone, type Order, type OrderLine, withToken, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListEnd } from '@/components/ListEnd'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { Tabs } from '@/components/Tabs'
import { usePull, useReturn } from '@/lib/page-hooks'
import { open, pages } from '@/lib/pages'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { texts } from '@/texts'
import { PaySheet } from '../PaySheet'
import { useOrderActions } from '../use-order-actions'
import { OrderCard } from './OrderCard'
import './index.scss'

const statuses = { all: undefined, unpaid: 0, toShip: 1, shipped: 2, received: 3 } as const
type Tab = keyof typeof statuses

export default function Orders() {
  const asked = useRouter().params.tab ?? ''
  const [tab, setTab] = useState<Tab>(asked in statuses ? (asked as Tab) : 'all')
  const orders = usePages(page => ordersOf(statuses[tab], page), [tab])
  const actions = useOrderActions(orders.reload)
  useReachBottom(orders.more)
  usePull(orders.reload)
  useReturn(orders.reload)

  const tabs = (Object.keys(statuses) as Tab[]).map(key => ({ key, name: texts.orders.tabs[key] }))
  const { rows, error } = orders
  return (
    <Page title={texts.orders.title}>
      <View className="orders__head">
        <Tabs<Tab> tabs={tabs} current={tab} onChange={setTab} />
      </View>
      <View className="orders">
        {!rows && !error && [1, 2, 3].map(i => <Skeleton key={i} height={180} radius={18} gap={12} />)}
        {!rows && error && <Failed error={error} onRetry={orders.reload} />}
        {rows?.length === 0 && (
          <Empty
            icon="box"
            title={texts.orders.empty}
            text={texts.orders.emptyText}
            action={texts.cart.goShopping}
            onAction={() => open(pages.home)}
          />
        )}
        {rows?.map(({ order, lines }) => (
          <OrderCard key={order.id} order={order} lines={lines} actions={actions} />
        ))}
        <ListEnd of={orders} />
      </View>
      <PaySheet order={actions.toPay} onClose={actions.closePayment} />
    </Page>
  )
}

/** Orders with their lines, which the server answers apart. */
async function ordersOf(
  status: (typeof statuses)[Tab],
  page: number,
): Promise<Array<{ order: Order; lines: OrderLine[] }>> {
  const answer = await dataOrNone(
    withToken(token => wxapi.orderList({ token, page, pageSize: PAGE_SIZE, ...(status !== undefined && { status }) })),
  )
  return (answer?.orderList ?? []).map(order => ({ order, lines: answer?.goodsMap[order.id] ?? [] }))
}
