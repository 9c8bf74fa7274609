import { orRefuse } from '../../../http/refusal'
import type { Channel } from '../port'

/** In a phone's browser: an address that opens WeChat. */
export const h5: Channel<{ url: string }> = {
  name: 'h5',
  provider: 'wechatpay',
  async open({ gateways, request }) {
    const gateway = orRefuse(gateways.wechatpay, 'payNotOpen')
    return async prepared => gateway.h5({ ...prepared, payerIp: request.ip })
  },
}
