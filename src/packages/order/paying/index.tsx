import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { OrderDetail } from '@/api'
import { Failed } from '@/components/Failed'
import type { IconName } from '@/components/Icon'
import { Outcome } from '@/components/Outcome'
import { Page } from '@/components/Page'
import { Recommended } from '@/components/Recommended'
import { isTopUp, orderState } from '@/lib/order-state'
import { numberIn, type PayingState, type SheetEnd } from '@/lib/paying'
import { texts } from '@/texts/order'
import { Codes } from '../Codes'
import { PickUpCode } from '../PickUpCode'
import { Next } from './Next'
import { type Payment, usePayment } from './use-payment'
import './index.scss'

const looks = (): Record<PayingState, { icon: IconName; isGood?: boolean; title: string; text: string }> => ({
  waiting: { icon: 'clock', title: texts.paying.waiting, text: texts.paying.waitingText },
  unpaid: { icon: 'clock', title: texts.paying.unpaid, text: texts.paying.unpaidText },
  closed: { icon: 'close', title: texts.paying.closed, text: texts.paying.closedText },
  paid: { icon: 'check', isGood: true, title: texts.paying.paid, text: texts.paying.paidText },
  sending: { icon: 'ticket', isGood: true, title: texts.paying.sending, text: texts.paying.sendingText },
  checking: { icon: 'info', title: texts.paying.checking, text: texts.paying.checkingText },
  delivered: { icon: 'check', isGood: true, title: texts.paying.delivered, text: texts.paying.deliveredText },
})

export default function Paying() {
  const { params } = useRouter()
  const { id, ended } = params
  const payment = usePayment(Number(id), numberIn(params), ended as SheetEnd | undefined)
  const { order, state, error, askAgain } = payment
  if (error && !order) {
    return (
      <Page title={texts.paying.title}>
        <Failed error={error} onRetry={askAgain} />
      </Page>
    )
  }
  return (
    <Page title={texts.paying.title}>
      <Outcome
        {...lookOf(payment, ended as SheetEnd | undefined)}
        isWaiting={state === 'waiting' || state === 'sending'}
        amount={order?.orderInfo.amountReal}
      >
        {order && <Next payment={payment} orderId={Number(id)} />}
      </Outcome>
      {order && order.orderInfo.status !== 0 && <Afterwards order={order} />}
    </Page>
  )
}

/** A top-up brings no code, and what is fetched is not sent: neither is spoken of as the other. Late money is spoken of first. */
function lookOf({ state, late, order }: Payment, ended: SheetEnd | undefined) {
  const look = looks()[state]
  if (late) return { ...look, text: texts.paying.late[late] }
  if (state === 'unpaid' && ended) return { ...look, text: texts.paying[`${ended}Text`] }
  if (!order) return look
  if (state === 'paid' && order.orderInfo.awaitsTeam) return { ...look, text: texts.paying.teamText }
  if (state === 'paid' && order.orderInfo.peisongType === 'zq') return { ...look, text: texts.order.pickUp }
  if (orderState(order.orderInfo) === 'toVisit') return { ...look, text: texts.order.visit }
  if (!isTopUp(order.goods)) return look
  if (state === 'sending') return { ...look, title: texts.paying.toppingUp, text: texts.paying.toppingUpText }
  if (state === 'delivered') return { ...look, title: texts.paying.toppedUp }
  return look
}

/** What the payment was for, where it can be had at once, and what else there is. */
function Afterwards({ order: { orderInfo, goods, goodsCoupons = [] } }: { order: OrderDetail }) {
  const state = orderState(orderInfo)
  const code = state === 'toPickUp' || state === 'toVisit' ? orderInfo.hxNumber : undefined
  const codeName = state === 'toVisit' ? texts.order.visitCode : texts.order.pickUpCode
  return (
    <View className="paid">
      {code && <PickUpCode number={code} name={codeName} />}
      {goodsCoupons.length > 0 && (
        <View className="paid__codes">
          <Codes codes={goodsCoupons} />
        </View>
      )}
      <Recommended without={goods.map(({ goodsId }) => goodsId)} />
    </View>
  )
}
