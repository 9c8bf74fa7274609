import { asMe, wxapi } from '@/api'
import { pages } from '@/lib/pages'

export interface Bill {
  id: number
  /** yuan */
  amount: number
}

type Show = (url: string) => Promise<unknown>

/**
 * Leaves for WeChat's cashier. The paying page is opened first, so that both the cashier and the browser's own way back
 * lead to it, and never to a checkout that would order again.
 */
export async function payOnline({ id, amount }: Bill, show: Show): Promise<void> {
  const { outTradeId, url } = await asMe(token =>
    wxapi.wxpayH5({ token, money: amount, nextAction: { type: 0, id: String(id) } }),
  )
  await leaveFor(url, pages.paying({ id, outTradeId }), show)
}

/** The same for a recharge, yuan: its own page says what became of it. */
export async function rechargeOnline(amount: number, show: Show): Promise<void> {
  const { outTradeId, url } = await asMe(token => wxapi.wxpayH5({ token, money: amount }))
  await leaveFor(url, pages.recharged(outTradeId), show)
}

export interface CouponBill {
  ruleId: number
  word: string
  /** yuan */
  amount: number
}

/** The same for a coupon: the shopper's own coupons say what became of it. */
export async function buyCouponOnline({ ruleId, word, amount }: CouponBill, show: Show): Promise<void> {
  const nextAction = { type: 7, couponRuleId: ruleId, ...(word && { pwd: word }) }
  const { outTradeId, url } = await asMe(token => wxapi.wxpayH5({ token, money: amount, nextAction }))
  await leaveFor(url, pages.myCoupons({ paid: outTradeId }), show)
}

async function leaveFor(url: string, page: string, show: Show): Promise<void> {
  await show(page)
  const back = encodeURIComponent(new URL(page, window.location.href).href)
  window.location.href = `${url}${url.includes('?') ? '&' : '?'}redirect_url=${back}`
}
