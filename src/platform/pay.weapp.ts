import Taro from '@tarojs/taro'
import { asMe, logIn, type PaymentSheet, type VirtualSheet, wxapi } from '@/api'
import { pages } from '@/lib/pages'
import { session } from '@/stores/session'
import type { Bill, CouponBill } from './pay.h5'

type Show = (url: string) => Promise<unknown>

/**
 * Shows WeChat's payment sheet, then the paying page, whether it was paid, cancelled or failed: only the server knows
 * whether the money has come.
 */
export async function payOnline({ id, amount }: Bill, show: Show): Promise<void> {
  const start = () => asMe(token => wxapi.wxpay({ token, money: amount, nextAction: { type: 0, id: String(id) } }))
  await show(pages.paying({ id, outTradeId: await showSheet(start) }))
}

/** The same for a recharge, yuan: its own page says what became of it. */
export async function rechargeOnline(amount: number, show: Show): Promise<void> {
  const start = () => asMe(token => wxapi.wxpay({ token, money: amount }))
  await show(pages.recharged(await showSheet(start)))
}

/** The same for a coupon: the shopper's own coupons say what became of it. */
export async function buyCouponOnline({ ruleId, word, amount }: CouponBill, show: Show): Promise<void> {
  const nextAction = { type: 7, couponRuleId: ruleId, ...(word && { pwd: word }) }
  const start = () => asMe(token => wxapi.wxpay({ token, money: amount, nextAction }))
  await show(pages.myCoupons({ paid: await showSheet(start) }))
}

/** Shows the sheet that fits what is bought. Answers the payment's number, whatever became of it. */
async function showSheet(start: () => Promise<PaymentSheet>): Promise<string> {
  const sheet = await start()
  if (!sheet.virtual) {
    await showOrdinary(sheet)
    return sheet.outTradeId
  }
  if ((await showVirtual(sheet.virtual)) !== 'stale') return sheet.outTradeId
  // WeChat has made another key for this login meanwhile: log in anew, and sign a new payment with it.
  await logIn(session().token)
  const again = await start()
  if (again.virtual) await showVirtual(again.virtual)
  return again.outTradeId
}

const showOrdinary = ({ timeStamp, nonceStr, package: prepay, signType, paySign }: PaymentSheet): Promise<void> =>
  new Promise<void>(resolve => {
    Taro.requestPayment({
      timeStamp,
      nonceStr,
      package: prepay,
      signType: signType as 'RSA',
      paySign,
      success: () => resolve(),
      fail: () => resolve(),
    })
  })

interface VirtualRequest extends VirtualSheet {
  success(): void
  fail(error: { errCode?: number }): void
}

const SESSION_STALE = -15007

/** There at run time; Taro has no type for it. Older WeChats do not have it, and nothing is paid then. */
const showVirtual = (sheet: VirtualSheet): Promise<'stale' | undefined> =>
  new Promise(resolve => {
    const { requestVirtualPayment } = Taro as { requestVirtualPayment?(request: VirtualRequest): void }
    if (!requestVirtualPayment) return resolve(undefined)
    requestVirtualPayment({
      ...sheet,
      success: () => resolve(undefined),
      fail: ({ errCode }) => resolve(errCode === SESSION_STALE ? 'stale' : undefined),
    })
  })
