import { orRefuse } from '../../../http/refusal'
import type { Channel } from '../port'

/** On a screen: the text of a QR code that WeChat scans. */
export const native: Channel<{ codeUrl: string }> = {
  name: 'native',
  provider: 'wechatpay',
  async open({ gateways }) {
    const gateway = orRefuse(gateways.wechatpay, 'payNotOpen')
    return async prepared => gateway.native(prepared)
  },
}
