import { GatewayError } from '../../../gateways/error'
import type { PaidPayment, Payment, WechatPay } from '../../../gateways/wechatpay'
import type { Found, Provider, ProviderKind, Received } from '../port'

export const wechatpay: ProviderKind = {
  title: '微信支付',
  of: ({ wechatpay: gateway }) => gateway && wechatPayProvider(gateway),
  bill: ({ wechatpay: gateway }) => gateway && (day => gateway.tradeBill(day)),
}

const wechatPayProvider = (gateway: WechatPay): Provider => ({
  async query(outTradeNo) {
    const payment = await gateway.query(outTradeNo)
    return payment && foundIn(gateway, payment)
  },

  close: outTradeNo => gateway.close(outTradeNo),

  async giveBack(order) {
    const { state } = await gateway.refund(order).catch(refusedForGood)
    return GIVEN_BACK[state]
  },
})

const GIVEN_BACK = { SUCCESS: 'done', PROCESSING: 'underWay', CLOSED: 'failed', ABNORMAL: 'failed' } as const

function foundIn(gateway: WechatPay, payment: Payment): Found {
  const { state, transactionId, amountFen, currency, mchid, appid } = payment
  // REFUND: given back in whole or part, perhaps at the gateway's own console before we ever heard of the payment.
  if (state === 'CLOSED' || state === 'REVOKED' || state === 'REFUND') return { state: 'over' }
  if (state !== 'SUCCESS') return { state: 'payable' }
  if (!transactionId || amountFen === undefined || !currency || !mchid || !appid) return { state: 'unclear' }
  return {
    state: 'paid',
    received: receivedFrom(gateway, { ...payment, transactionId, amountFen, currency, mchid, appid }),
  }
}

export function receivedFrom(gateway: WechatPay, payment: PaidPayment): Received {
  const { outTradeNo, transactionId, amountFen, currency } = payment
  return {
    provider: 'wechatpay',
    outTradeNo,
    transactionId,
    amountFen,
    currency,
    isOurs: gateway.isOurs(payment),
  }
}

function refusedForGood(error: unknown): { state: 'CLOSED' } {
  if (error instanceof GatewayError && error.sent === 'yes' && !error.retry) return { state: 'CLOSED' }
  throw error
}
