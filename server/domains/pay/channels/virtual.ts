import type { VirtualSheet } from '../../../gateways/wechat/xpay'
import { orRefuse } from '../../../http/refusal'
import { sessionKeyOf } from '../../user/session-key'
import { readyItem } from '../../virtual/items'
import { unitOf, type VirtualPurchase } from '../../virtual/rules'
import { askForVirtual } from '../../virtual/settle'
import type { Channel } from '../port'

/** In the mini-program, for virtual goods: what `wx.requestVirtualPayment` takes. */
export const virtual = (purchase: VirtualPurchase): Channel<VirtualSheet> => ({
  name: 'virtual',
  provider: 'xpay',
  async open(context) {
    const { db, merchant, gateways, user, now, secrets, statement } = context
    const gateway = orRefuse(gateways.xpay, 'payNotOpen')
    const identity = { merchantId: merchant.id, appid: gateways.appid, userId: user.id }
    const sessionKey = orRefuse(await sessionKeyOf(db, secrets, identity), 'openidRequired')
    const item = orRefuse(await readyItem(db, merchant.id, purchase.skuId, now), 'virtualNotReady')
    const unitFen = unitOf(purchase, item.price_fen)
    return async ({ outTradeNo }) => {
      await statement(tx => askForVirtual(tx, merchant.id, outTradeNo, now))
      const { item_id: itemId, price_fen: itemFen } = item
      const attach = String(purchase.orderId)
      return gateway.sheet({ outTradeNo, itemId, itemFen, unitFen, quantity: purchase.number, attach }, sessionKey)
    }
  },
})
