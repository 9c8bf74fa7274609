import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { pages } from '@/lib/pages'
import { payOnline } from '@/platform/pay'
import { say } from '@/stores/saying'
import { texts } from '@/texts/order'
import type { Payment } from './use-payment'

/** What can be done now; the first is the thing to do. */
export function Next({ payment: { order, state, askAgain }, orderId }: { payment: Payment; orderId: number }) {
  const [isBusy, setBusy] = useState(false)
  const goTo = (url: string) => () => Taro.redirectTo({ url })
  const team = order?.orderInfo.awaitsTeam ? order.orderInfo.pingtuanOpenId : undefined
  const goHome = () => Taro.switchTab({ url: pages.home })
  const goOn = async () => {
    setBusy(true)
    const bill = { id: orderId, amount: order?.orderInfo.amountReal ?? 0 }
    await payOnline(bill, url => Taro.redirectTo({ url })).catch(say)
    setBusy(false)
  }
  return (
    <>
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
      {team && <Button onPress={goTo(pages.group(team))}>{texts.orders.actions.invite}</Button>}
      {(state === 'paid' || state === 'checking') && (
        <Button kind={team ? 'soft' : 'primary'} onPress={goTo(pages.order(orderId))}>
          {texts.paying.order}
        </Button>
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
    </>
  )
}
