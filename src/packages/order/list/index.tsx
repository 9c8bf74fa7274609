import { View } from '@tarojs/components'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { asMeIfSignedIn, dataOrNone, type Order, type OrderLine, withToken, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Page } from '@/components/Page'
import { Tabs } from '@/components/Tabs'
import { usePull, useReturn } from '@/lib/page-hooks'
import { open, pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { useSettled } from '@/lib/use-settled'
import { texts } from '@/texts/order'
import { CardList } from '../CardList'
import { PaySheet } from '../PaySheet'
import { useOrderActions } from '../use-order-actions'
import { OrderCard } from './OrderCard'
import { SearchBar } from './SearchBar'
import './index.scss'

const statuses = { all: undefined, unpaid: 0, toShip: 1, shipped: 2, received: 3 } as const
type Tab = keyof typeof statuses
/** What still has to be done about, by state. */
const counters = {
  all: undefined,
  unpaid: 'count_id_no_pay',
  toShip: 'count_id_no_transfer',
  shipped: 'count_id_no_confirm',
  received: 'count_id_no_reputation',
} as const satisfies Record<Tab, unknown>

const TYPING_MS = 300

export default function Orders() {
  const asked = useRouter().params.tab ?? ''
  const [tab, setTab] = useState<Tab>(asked in statuses ? (asked as Tab) : 'all')
  const [words, setWords] = useState('')
  const sought = useSettled(words.trim(), TYPING_MS)
  const orders = usePages(page => ordersOf(statuses[tab], sought, page), [tab, sought])
  const counts = useLoad(() => asMeIfSignedIn(token => wxapi.orderStatistics(token)), [tab])
  const reload = () => Promise.all([orders.reload(), counts.reload()])
  const actions = useOrderActions(reload)
  useReachBottom(orders.more)
  usePull(reload)
  useReturn(reload)

  const tabs = (Object.keys(statuses) as Tab[]).map(key => {
    const counter = counters[key]
    return { key, name: texts.orders.tabs[key], count: counter && counts.data?.[counter] }
  })
  return (
    <Page title={texts.orders.title}>
      <SearchBar text={words} onChange={setWords} />
      <View className="orders__head">
        <Tabs<Tab> tabs={tabs} current={tab} onChange={setTab} />
      </View>
      <CardList
        of={orders}
        height={180}
        empty={
          sought ? (
            <Empty icon="search" title={texts.orders.notFound(sought)} text={texts.orders.notFoundText} />
          ) : (
            <Empty
              icon="box"
              title={texts.orders.empty}
              text={texts.orders.emptyText}
              action={texts.cart.goShopping}
              onAction={() => open(pages.home)}
            />
          )
        }
      >
        {({ order, lines }) => <OrderCard key={order.id} order={order} lines={lines} actions={actions} />}
      </CardList>
      <PaySheet order={actions.toPay} onClose={actions.closePayment} />
    </Page>
  )
}

const ORDER_NUMBER = /^od\d+$/i

/** Orders with their lines, which the server answers apart. */
async function ordersOf(
  status: (typeof statuses)[Tab],
  sought: string,
  page: number,
): Promise<Array<{ order: Order; lines: OrderLine[] }>> {
  const answer = await dataOrNone(
    withToken(token =>
      wxapi.orderList({
        token,
        page,
        pageSize: PAGE_SIZE,
        ...(status !== undefined && { status }),
        ...(sought && (ORDER_NUMBER.test(sought) ? { orderNumber: sought.toUpperCase() } : { nameLike: sought })),
      }),
    ),
  )
  return (answer?.orderList ?? []).map(order => ({ order, lines: answer?.goodsMap[order.id] ?? [] }))
}
