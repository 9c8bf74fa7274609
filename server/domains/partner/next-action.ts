import { Refusal } from '../../http/refusal'
import type { ActionKind } from '../pay/next-actions'
import { buyToLead, priceToLead } from './joining'

/** Type 14: a member buys the lead of a team. */
export const payToLead: ActionKind = {
  async amountOf(db, { merchantId, userId }) {
    const price = await priceToLead(db, merchantId, userId)
    if (price === 0) throw new Refusal('payAmountWrong', '成为团队长不用付款')
    return price
  },
  run: (tx, { merchantId, userId }, _, now) => buyToLead(tx, merchantId, userId, now),
}
