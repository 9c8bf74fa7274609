import type { PhoneSheet } from '../../../gateways/wechatpay'
import { orRefuse, Refusal } from '../../../http/refusal'
import type { Channel } from '../port'

/** In the shop's own app for phones: what WeChat's library takes there. */
export const phone: Channel<PhoneSheet> = {
  name: 'app',
  provider: 'wechatpay',
  async open({ gateways, now }) {
    const gateway = orRefuse(gateways.wechatpay, 'payNotOpen')
    if (!gateway.hasPhoneApp) throw new Refusal('payNotOpen')
    return async prepared => {
      const { prepayId } = await gateway.app(prepared)
      return gateway.phoneSheet(prepayId, now)
    }
  },
}
