import type { Alipay, AlipayOrder } from '../../../gateways/alipay'
import { orRefuse } from '../../../http/refusal'
import type { Channel, Prepared } from '../port'

/** The ways to pay with Alipay differ in what they answer and in nothing else. */
const channel = <Sheet>(
  name: string,
  prepare: (gateway: Alipay, order: AlipayOrder) => Sheet | Promise<Sheet>,
): Channel<Sheet> => ({
  name,
  provider: 'alipay',
  async open({ gateways }) {
    const gateway = orRefuse(gateways.alipay, 'payNotOpen')
    return async prepared => prepare(gateway, orderOf(prepared))
  },
})

const orderOf = ({ description: subject, ...prepared }: Prepared): AlipayOrder => ({ subject, ...prepared })

/** In a phone's browser. */
export const alipayWap = channel('alipayWap', (gateway, order) => ({ url: gateway.wapUrl(order) }))
/** In a computer's browser. */
export const alipayPage = channel('alipayPage', (gateway, order) => ({ url: gateway.pageUrl(order) }))
/** In an app for phones: what Alipay's library takes. */
export const alipayPhone = channel('alipayApp', (gateway, order) => ({ orderString: gateway.appOrder(order) }))
/** On a screen; the code stands in Alipay's own answer, as clients of WXAPI read it. */
export const alipayCode = channel('alipayQrcode', async (gateway, order) => {
  const answer = {
    code: '10000',
    msg: 'Success',
    out_trade_no: order.outTradeNo,
    qr_code: await gateway.precreate(order),
  }
  return { qrcode: JSON.stringify({ alipay_trade_precreate_response: answer }) }
})
