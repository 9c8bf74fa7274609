import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Failed } from '@/components/Failed'
import { Icon, type IconName } from '@/components/Icon'
import { Page } from '@/components/Page'
import { Price } from '@/components/Price'
import { isTopUp } from '@/lib/order-state'
import { pages } from '@/lib/pages'
import type { PayingState } from '@/lib/paying'
import { payOnline } from '@/platform/pay'
import { say } from '@/stores/saying'
import { texts } from '@/texts'
import { type Payment, usePayment } from './use-payment'
import './index.scss'

const looks = (): Record<PayingState, { icon: IconName; tone: string; title: string; text: string }> => ({
  waiting: { icon: 'clock', tone: 'calm', title: texts.paying.waiting, text: texts.paying.waitingText },
  unpaid: { icon: 'clock', tone: 'calm', title: texts.paying.unpaid, text: texts.paying.unpaidText },
  closed: { icon: 'close', tone: 'calm', title: texts.paying.closed, text: texts.paying.closedText },
  paid: { icon: 'check', tone: 'good', title: texts.paying.paid, text: texts.paying.paidText },
  sending: { icon: 'ticket', tone: 'good', title: texts.paying.sending, text: texts.paying.sendingText },
  checking: { icon: 'info', tone: 'calm', title: texts.paying.checking, text: texts.paying.checkingText },
  delivered: { icon: 'check', tone: 'good', title: texts.paying.delivered, text: texts.paying.deliveredText },
})

export default function Paying() {
  const { id, outTradeId } = useRouter().params
  const payment = usePayment(Number(id), outTradeId)
  const { order, state, error, askAgain } = payment
  if (error && !order) {
    return (
      <Page title={texts.paying.title}>
        <Failed error={error} onRetry={askAgain} />
      </Page>
    )
  }
  const { icon, tone, title, text } = lookOf(payment)
  return (
    <Page title={texts.paying.title}>
      <View className="paying" {...{ role: 'status', 'aria-live': 'polite' }}>
        <View className={`paying__mark paying__mark--${tone} paying__mark--${state}`}>
          <Icon name={icon} size={34} />
        </View>
        <Text className="paying__title">{title}</Text>
        <View className="paying__amount">
          {order && <Price value={order.orderInfo.amountReal} size="xl" tone="ink" />}
        </View>
        <Text className="paying__text">{text}</Text>
      </View>
      {order && <Next payment={payment} orderId={Number(id)} />}
    </Page>
  )
}

/** A top-up brings no code, and is not spoken of as one. */
function lookOf({ state, order }: Payment) {
  const look = looks()[state]
  if (!order || !isTopUp(order.goods)) return look
  if (state === 'sending') return { ...look, title: texts.paying.toppingUp, text: texts.paying.toppingUpText }
  if (state === 'delivered') return { ...look, title: texts.paying.toppedUp }
  return look
}

/** What can be done now; the first is the thing to do. */
function Next({ payment: { order, state, askAgain }, orderId }: { payment: Payment; orderId: number }) {
  const [isBusy, setBusy] = useState(false)
  const goTo = (url: string) => () => Taro.redirectTo({ url })
  const goHome = () => Taro.switchTab({ url: pages.home })
  const goOn = async () => {
    setBusy(true)
    const bill = { id: orderId, amount: order?.orderInfo.amountReal ?? 0 }
    await payOnline(bill, url => Taro.redirectTo({ url })).catch(say)
    setBusy(false)
  }
  return (
    <View className="paying__next">
      {state === 'unpaid' && (
        <>
          <Button isBusy={isBusy} onPress={goOn}>
            {texts.paying.goOn}
          </Button>
          <Button kind="soft" onPress={askAgain}>
            {texts.paying.again}
          </Button>
        </>
      )}
      {state === 'delivered' && (
        <Button onPress={goTo(pages.order(orderId))}>
          {order?.goodsCoupons?.length ? texts.paying.codes : texts.paying.order}
        </Button>
      )}
      {(state === 'paid' || state === 'checking') && (
        <Button onPress={goTo(pages.order(orderId))}>{texts.paying.order}</Button>
      )}
      {state === 'closed' && <Button onPress={goHome}>{texts.paying.home}</Button>}
      {state !== 'paid' && state !== 'delivered' && state !== 'checking' && (
        <Button kind="plain" onPress={goTo(pages.order(orderId))}>
          {texts.paying.order}
        </Button>
      )}
      {(state === 'paid' || state === 'delivered' || state === 'checking') && (
        <Button kind="plain" onPress={goHome}>
          {texts.paying.home}
        </Button>
      )}
    </View>
  )
}
