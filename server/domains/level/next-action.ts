import { Refusal } from '../../http/refusal'
import type { ActionKind, NextAction, Payer } from '../pay/next-actions'
import { type Buying, buyLevel, offered } from './buy'

/** Type 6: buys a level. */
export const payLevel: ActionKind = {
  async amountOf(db, payer, action, now) {
    const { price_fen } = await offered(db, buyingOf(payer, action), now)
    if (price_fen === 0) throw new Refusal('payAmountWrong', '这个会员不用付款')
    return price_fen
  },

  async run(tx, payer, action, now) {
    return (await buyLevel(tx, buyingOf(payer, action), now)).transfers
  },
}

const buyingOf = (
  { merchantId, userId }: Payer,
  { userLevelPriceId = 0, isAutoRenew, remark }: NextAction,
): Buying => ({ merchantId, userId, priceId: userLevelPriceId, isAutoRenew, remark })
