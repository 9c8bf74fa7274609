/** What somebody pays for online, in the words of the server, and the page that says what became of it. */
import { pages } from './pages'
import type { Standing } from './paying'

export interface Bill {
  id: number
  /** yuan */
  amount: number
}

export interface CouponBill {
  ruleId: number
  word: string
  /** yuan */
  amount: number
}

export interface LevelBill {
  priceId: number
  isAutoRenew: boolean
  /** yuan */
  amount: number
}

export interface ShopBill {
  /** yuan, before what the shop takes off */
  money: number
  /** At which branch. */
  shopId?: number
  /** yuan, as the server has counted it */
  amount: number
}

export interface DepositToLeave {
  /** yuan */
  amount: number
  refCode?: string
  remark?: string
}

export interface Purchase {
  /** yuan */
  money: number
  /** None fills the balance. */
  nextAction?: {
    type: number
    id?: string
    couponRuleId?: number
    pwd?: string
    userLevelPriceId?: number
    isAutoRenew?: boolean
    money?: number
    shopId?: number
    amount?: number
    refCode?: string
    remark?: string
  }
  pageOf(payment: Standing): string
}

/** How a page is opened. */
export type Show = (url: string) => Promise<unknown>

export const purchaseOf = {
  order: ({ id, amount }: Bill): Purchase => ({
    money: amount,
    nextAction: { type: 0, id: String(id) },
    pageOf: payment => pages.paying({ id, ...payment }),
  }),
  recharge: (amount: number): Purchase => ({ money: amount, pageOf: payment => pages.recharged(payment) }),
  level: ({ priceId, isAutoRenew, amount }: LevelBill): Purchase => ({
    money: amount,
    nextAction: { type: 6, userLevelPriceId: priceId, isAutoRenew },
    pageOf: payment => pages.levelPaid(payment),
  }),
  bill: ({ amount, ...bill }: ShopBill): Purchase => ({
    money: amount,
    nextAction: { type: 4, ...bill },
    pageOf: payment => pages.paid({ what: 'bill', ...payment }),
  }),
  deposit: (deposit: DepositToLeave): Purchase => ({
    money: deposit.amount,
    nextAction: { type: 5, ...deposit },
    pageOf: payment => pages.paid({ what: 'deposit', ...payment }),
  }),
  coupon: ({ ruleId, word, amount }: CouponBill): Purchase => ({
    money: amount,
    nextAction: { type: 7, couponRuleId: ruleId, ...(word && { pwd: word }) },
    pageOf: ({ outTradeId }) => pages.myCoupons(outTradeId ? { paid: outTradeId } : {}),
  }),
}
