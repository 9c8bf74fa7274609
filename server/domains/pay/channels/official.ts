import type { PaymentSheet } from '../../../gateways/wechatpay'
import { orRefuse } from '../../../http/refusal'
import { officialOpenidOf } from '../../user/official-login'
import type { Channel } from '../port'

/** On a page of the official account, inside WeChat: what `chooseWXPay` and `getBrandWCPayRequest` take. */
export const official: Channel<PaymentSheet & { prepayId: string }> = {
  name: 'jsapi',
  provider: 'wechatpay',
  async open({ db, merchant, gateways, user, now }) {
    const { appid } = orRefuse(gateways.official, 'payNotOpen')
    const openid = orRefuse(await officialOpenidOf(db, merchant.id, appid, user.id), 'openidRequired')
    const gateway = orRefuse(gateways.wechatpay, 'payNotOpen')
    return async prepared => {
      const { prepayId } = await gateway.jsapi({ ...prepared, openid, appid })
      return { ...gateway.sheet(prepayId, now, appid), prepayId }
    }
  },
}
