/** WeChat's virtual payment. It knows orders by their payer, gives back by tasks, and closes nothing. */
import { GatewayError } from '../../../gateways/error'
import type { VirtualPayment, Xpay } from '../../../gateways/wechat/xpay'
import type { Found, GivenBack, Provider, ProviderKind } from '../port'

export const xpay: ProviderKind = {
  title: '微信虚拟支付',
  of: ({ xpay: gateway }) => gateway && xpayProvider(gateway),
}

const xpayProvider = (gateway: Xpay): Provider => ({
  async query(outTradeNo, payer) {
    const openid = await payer()
    const payment = openid && (await gateway.query(openid, outTradeNo))
    return payment ? foundIn(outTradeNo, payment) : undefined
  },

  /** Nothing closes an order there. One that is paid after all is money that came too late. */
  async close() {},

  async giveBack({ outTradeNo, outRefundNo, amountFen, payer }): Promise<GivenBack> {
    const openid = await payer()
    return openid ? giveBack(gateway, openid, { outTradeNo, refundNo: outRefundNo, amountFen }) : 'failed'
  },
})

type Refund = Pick<Parameters<Xpay['refund']>[0], 'outTradeNo' | 'refundNo' | 'amountFen'>

async function giveBack(gateway: Xpay, openid: string, refund: Refund): Promise<GivenBack> {
  const begun = await gateway.queryRefund(openid, refund.refundNo)
  if (begun) return begun
  const order = await gateway.query(openid, refund.outTradeNo)
  // What Apple took only Apple gives back: the shopper asks there.
  if (order?.leftFen === undefined || order.isApple) return 'failed'
  try {
    await gateway.refund({ ...refund, openid, leftFen: order.leftFen })
  } catch (error) {
    if (error instanceof GatewayError && error.sent === 'yes' && !error.retry) return 'failed'
    throw error
  }
  return (await gateway.queryRefund(openid, refund.refundNo)) ?? 'underWay'
}

function foundIn(outTradeNo: string, { state, paidFen, transactionId }: VirtualPayment): Found {
  if (state !== 'paid') return { state }
  if (paidFen === undefined || !transactionId) return { state: 'unclear' }
  return {
    state: 'paid',
    received: { provider: 'xpay', outTradeNo, transactionId, amountFen: paidFen, currency: 'CNY', isOurs: true },
  }
}
