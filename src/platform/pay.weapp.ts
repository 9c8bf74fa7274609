import Taro from '@tarojs/taro'
import { asMe, type PaymentSheet, wxapi } from '@/api'
import { pages } from '@/lib/pages'
import type { Bill } from './pay.h5'

type Show = (url: string) => Promise<unknown>

/**
 * Shows WeChat's payment sheet, then the paying page, whether it was paid, cancelled or failed: only the server knows
 * whether the money has come.
 */
export async function payOnline({ id, amount }: Bill, show: Show): Promise<void> {
  const sheet = await asMe(token => wxapi.wxpay({ token, money: amount, nextAction: { type: 0, id: String(id) } }))
  await showSheet(sheet)
  await show(pages.paying({ id, outTradeId: sheet.outTradeId }))
}

/** The same for a recharge, yuan: its own page says what became of it. */
export async function rechargeOnline(amount: number, show: Show): Promise<void> {
  const sheet = await asMe(token => wxapi.wxpay({ token, money: amount }))
  await showSheet(sheet)
  await show(pages.recharged(sheet.outTradeId))
}

const showSheet = ({ timeStamp, nonceStr, package: prepay, signType, paySign }: PaymentSheet): Promise<void> =>
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
