import type { PaymentSheet } from '../../../gateways/wechatpay'
import { orRefuse } from '../../../http/refusal'
import { openidOf } from '../../user/wechat-identity'
import type { Channel } from '../port'

/** In the mini-program: what `wx.requestPayment` takes. */
export const wxapp: Channel<PaymentSheet & { prepayId: string }> = {
  name: 'wxapp',
  provider: 'wechatpay',
  async open({ db, merchant, gateways, user, now }) {
    const { openid } = orRefuse(await openidOf(db, merchant.id, gateways.appid, user.id), 'openidRequired')
    const gateway = orRefuse(gateways.wechatpay, 'payNotOpen')
    return async prepared => {
      const { prepayId } = await gateway.jsapi({ ...prepared, openid })
      return { ...gateway.sheet(prepayId, now), prepayId }
    }
  },
}
