import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { pages } from '@/lib/pages'
import { texts } from '@/texts/order'
import { PaySheet } from '../PaySheet'
import type { Payment } from './use-payment'

/** What can be done now; the first is the thing to do. */
export function Next({ payment: { order, state, late, askAgain }, orderId }: { payment: Payment; orderId: number }) {
  const [isPaying, setPaying] = useState(false)
  const goTo = (url: string) => () => Taro.redirectTo({ url })
  const team = order?.orderInfo.awaitsTeam ? order.orderInfo.pingtuanOpenId : undefined
  const goHome = () => Taro.switchTab({ url: pages.home })
  const bill = { id: orderId, amountReal: order?.orderInfo.amountReal ?? 0 }
  return (
    <>
      {state === 'unpaid' && (
        <>
          <Button onPress={() => setPaying(true)}>{texts.paying.goOn}</Button>
          <Button kind="soft" onPress={askAgain}>
            {texts.paying.again}
          </Button>
          <PaySheet order={isPaying ? bill : undefined} onClose={() => setPaying(false)} />
        </>
      )}
      {late === 'balance' && (
        <Button kind="soft" onPress={goTo(pages.cashLog)}>
          {texts.paying.balance}
        </Button>
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
