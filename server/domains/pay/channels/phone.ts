import type { PhoneSheet } from '../../../gateways/wechatpay'
import { Refusal } from '../../../http/refusal'
import type { Channel } from '../port'

/** In the shop's own app for phones: what WeChat's library takes there. */
export const phone: Channel<PhoneSheet> = {
  name: 'app',
  provider: 'wechatpay',
  async open({ gateways, now }) {
    if (!gateways.wechatpay.hasPhoneApp) throw new Refusal('payNotOpen')
    return async prepared => {
      const { prepayId } = await gateways.wechatpay.app(prepared)
      return gateways.wechatpay.phoneSheet(prepayId, now)
    }
  },
}
