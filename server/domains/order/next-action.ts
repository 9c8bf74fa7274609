import { fen } from '../../../contract/money'
import { Refusal } from '../../http/refusal'
import type { ActionKind } from '../pay/next-actions'
import { markPaid } from './pay'
import { STATUS } from './status'

/** Type 0: pays one order of the payer, or several. */
export const payOrders: ActionKind = {
  async amountOf(db, { merchantId, userId }, { id: orderIds = [] }) {
    const ids = [...new Set(orderIds)]
    const orders =
      ids.length === 0
        ? []
        : await db
            .selectFrom('orders')
            .select(['status', 'real_fen'])
            .where('merchant_id', '=', merchantId)
            .where('user_id', '=', userId)
            .where('id', 'in', ids)
            .execute()
    if (orders.length === 0 || orders.length < ids.length) throw new Refusal('orderUnknown')
    if (orders.some(({ status }) => status !== STATUS.unpaid)) throw new Refusal('orderNotOpen')
    return fen(orders.reduce((sum, { real_fen }) => sum + real_fen, 0))
  },

  async run(tx, { merchantId, userId, provider }, { id: orderIds = [] }, now) {
    const { transfers } = await markPaid(tx, { merchantId, userId, orderIds, channel: provider, now })
    return transfers
  },
}
