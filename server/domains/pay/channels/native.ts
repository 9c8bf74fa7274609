import type { Channel } from '../port'

/** On a screen: the text of a QR code that WeChat scans. */
export const native: Channel<{ codeUrl: string }> = {
  name: 'native',
  provider: 'wechatpay',
  open:
    async ({ gateways }) =>
    async prepared =>
      gateways.wechatpay.native(prepared),
}
