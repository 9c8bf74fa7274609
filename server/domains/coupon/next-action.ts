import { Refusal } from '../../http/refusal'
import type { ActionKind, NextAction, Payer } from '../pay/next-actions'
import { checkFetch, type Fetching, fetchCoupon } from './fetch'

/** Type 7: buys a coupon. Whoever comes too late keeps the money in the balance. */
export const buyCoupon: ActionKind = {
  async amountOf(db, payer, action, now) {
    const rule = await checkFetch(db, fetchingOf(payer, action, now))
    if (rule.need_fen === 0) throw new Refusal('payAmountWrong', '这张优惠券不用付款')
    return rule.need_fen
  },

  async run(tx, payer, action, now) {
    const fetching = fetchingOf(payer, action, now)
    const { transfers } = await fetchCoupon(tx, await checkFetch(tx, fetching), fetching)
    return transfers
  },
}

const fetchingOf = ({ merchantId, userId }: Payer, { couponRuleId = 0, pwd }: NextAction, now: Date): Fetching => ({
  merchantId,
  userId,
  ruleId: couponRuleId,
  word: pwd,
  isPaid: true,
  now,
})
