import type { Alipay, AlipayMoney } from '../../../gateways/alipay'
import { GatewayError } from '../../../gateways/error'
import type { Provider, ProviderKind, Received } from '../port'

export const alipay: ProviderKind = {
  title: '支付宝',
  of: ({ alipay: gateway }) => gateway && alipayProvider(gateway),
  bill: ({ alipay: gateway }) => gateway && (day => gateway.tradeBill(day)),
}

const alipayProvider = (gateway: Alipay): Provider => ({
  async query(outTradeNo) {
    const found = await gateway.query(outTradeNo)
    if (!found) return undefined
    if (found.state === 'TRADE_CLOSED') return { state: 'over' }
    if (found.state === 'WAIT_BUYER_PAY') return { state: 'payable' }
    return found.money ? { state: 'paid', received: receivedFrom(found.money) } : { state: 'unclear' }
  },

  close: outTradeNo => gateway.close(outTradeNo),
  giveBack: order => gateway.refund(order).catch(refusedForGood),
})

/** Alipay collects in yuan alone. */
export const receivedFrom = (money: AlipayMoney): Received => ({
  provider: 'alipay',
  currency: 'CNY',
  ...money,
})

function refusedForGood(error: unknown): 'failed' {
  if (error instanceof GatewayError && error.sent === 'yes' && !error.retry) return 'failed'
  throw error
}
