import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { asMe, type OrderDetail } from '@/api'
import { orderDetail } from '@/api/order-detail'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { type OrderAction, orderActions, orderState } from '@/lib/order-state'
import { usePull, useReturn } from '@/lib/page-hooks'
import { goBack, pages } from '@/lib/pages'
import { isOpenLine } from '@/lib/refund-state'
import { useLoad } from '@/lib/use-load'
import { texts } from '@/texts/order'
import { ActionButtons } from '../ActionButtons'
import { PaySheet } from '../PaySheet'
import { useOrderActions } from '../use-order-actions'
import { Facts } from './Facts'
import { Goods } from './Goods'
import { Headline } from './Headline'
import { Late } from './Late'
import { Parcel } from './Parcel'
import { PickUp } from './PickUp'
import './index.scss'

/** While codes are being fetched, the page looks again. */
const LOOK_AGAIN_MS = 3000

/** Not in the bar: codes stand on the page, and deleting is at its end, away from the thumb. */
const apart: readonly OrderAction[] = ['codes', 'delete']

export default function OrderPage() {
  const id = Number(useRouter().params.id)
  const order = useLoad(() => asMe(token => orderDetail(token, id)), [id])
  usePull(order.reload)
  useReturn(order.reload)

  const isSending = order.data && orderState(order.data.orderInfo) === 'sending'
  useEffect(() => {
    if (!isSending) return
    const timer = setInterval(order.reload, LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [isSending, order.reload])

  return (
    <Page title={texts.order.title}>
      <Show of={order} skeleton={<Skeletons />}>
        {data => <Content order={data} reload={order.reload} />}
      </Show>
    </Page>
  )
}

function Content({ order, reload }: { order: OrderDetail; reload(): Promise<void> }) {
  const { orderInfo } = order
  const actions = useOrderActions(action => (action === 'delete' ? goBack() : reload()))
  const hasCodes = Boolean(order.goodsCoupons?.length)
  const all = orderActions(orderInfo)
  const shown = all.filter(action => !apart.includes(action))
  const afterSale = afterSaleOf(order)
  return (
    <View className="order">
      <Headline order={order} onEnd={reload} hasCodes={hasCodes} />
      <Late order={order} />
      <PickUp order={order} />
      <Goods order={order} />
      <Parcel order={order} />
      <Facts order={order} />
      {all.includes('delete') && (
        <View className="order__delete">
          <Button kind="plain" size="s" onPress={() => actions.run('delete', orderInfo, order.goods)}>
            {texts.orders.actions.delete}
          </Button>
        </View>
      )}
      {(shown.length > 0 || afterSale) && (
        <BottomBar>
          <View className="order__actions">
            {afterSale && (
              <Button kind="line" to={afterSale.to}>
                {afterSale.name}
              </Button>
            )}
            <ActionButtons order={orderInfo} lines={order.goods} actions={actions} without={apart} size="m" />
          </View>
        </BottomBar>
      )}
      <PaySheet order={actions.toPay} onClose={actions.closePayment} />
    </View>
  )
}

/** To ask, while something can be asked for; to follow, once something was. */
function afterSaleOf({ orderInfo, goods }: OrderDetail): { name: string; to: string } | undefined {
  const { id: orderId, hasRefund } = orderInfo
  if (hasRefund) return { name: texts.refund.progress, to: pages.refund({ orderId }) }
  return goods.some(isOpenLine) ? { name: texts.refund.entry, to: pages.refundApply({ orderId }) } : undefined
}

const Skeletons = () => (
  <View className="order">
    <Skeleton width={140} height={30} gap={8} />
    <Skeleton width={220} height={16} gap={18} />
    <Skeleton height={180} radius={18} gap={12} />
    <Skeleton height={140} radius={18} gap={12} />
    <Skeleton height={120} radius={18} />
  </View>
)
