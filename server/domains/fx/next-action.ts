import { Refusal } from '../../http/refusal'
import type { ActionKind } from '../pay/next-actions'
import { buyToSell, priceToSell } from './sellers'

/** Type 13: buys the right to distribute. */
export const payToSell: ActionKind = {
  async amountOf(db, { merchantId, userId }) {
    const price = await priceToSell(db, merchantId, userId)
    if (price === 0) throw new Refusal('payAmountWrong', '成为分销商不用付款')
    return price
  },
  run: (tx, { merchantId, userId }, _, now) => buyToSell(tx, merchantId, userId, now),
}
