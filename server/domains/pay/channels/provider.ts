import type { V2Sheet, WechatPayV2 } from '../../../gateways/wechatpay-v2'
import { orRefuse } from '../../../http/refusal'
import { openidOf } from '../../user/wechat-identity'
import type { Channel } from '../port'

/** In the mini-program, through the service provider that collects for the shop. */
export const throughProvider = (gateway: WechatPayV2): Channel<V2Sheet & { prepayId: string }> => ({
  name: 'wxfws',
  provider: 'wechatpayV2',
  async open({ db, merchant, gateways, user, now, request }) {
    const { openid } = orRefuse(await openidOf(db, merchant.id, gateways.appid, user.id), 'openidRequired')
    return async prepared => {
      const { prepayId } = await gateway.jsapi({ ...prepared, openid, payerIp: request.ip })
      return { ...gateway.sheet(prepayId, now), prepayId }
    }
  },
})
