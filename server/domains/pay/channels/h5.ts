import type { Channel } from '../port'

/** In a phone's browser: an address that opens WeChat. */
export const h5: Channel<{ url: string }> = {
  name: 'h5',
  provider: 'wechatpay',
  open:
    async ({ gateways, request }) =>
    async prepared =>
      gateways.wechatpay.h5({ ...prepared, payerIp: request.ip }),
}
