import Taro from '@tarojs/taro'
import { asMe, wxapi } from '@/api'
import { pages } from '@/lib/pages'
import type { Bill } from './pay.h5'

/**
 * Shows WeChat's payment sheet, then the paying page, whether it was paid, cancelled or failed: only the server knows
 * whether the money has come.
 */
export async function payOnline({ id, amount }: Bill, show: (url: string) => Promise<unknown>): Promise<void> {
  const {
    outTradeId,
    timeStamp,
    nonceStr,
    package: prepay,
    signType,
    paySign,
  } = await asMe(token => wxapi.wxpay({ token, money: amount, nextAction: { type: 0, id: String(id) } }))
  await new Promise<void>(resolve => {
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
  await show(pages.paying({ id, outTradeId }))
}
