import { GatewayError } from '../../../gateways/error'
import type { V2Money, WechatPayV2 } from '../../../gateways/wechatpay-v2'
import type { Provider, ProviderKind, Received } from '../port'

export const wechatpayV2: ProviderKind = {
  title: '微信支付（服务商）',
  of: ({ wechatpayV2: gateway }) => gateway && v2Provider(gateway),
}

const v2Provider = (gateway: WechatPayV2): Provider => ({
  async query(outTradeNo) {
    const found = await gateway.query(outTradeNo)
    return found?.state === 'paid' ? { state: 'paid', received: receivedFrom(found.money) } : found
  },
  close: outTradeNo => gateway.close(outTradeNo),
  giveBack: order => gateway.refund(order).catch(refusedForGood),
})

export const receivedFrom = (money: V2Money): Received => ({ provider: 'wechatpayV2', ...money })

function refusedForGood(error: unknown): 'failed' {
  if (error instanceof GatewayError && error.sent === 'yes' && !error.retry) return 'failed'
  throw error
}
