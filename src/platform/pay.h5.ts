import { asMe, wxapi } from '@/api'
import type { OnlineWay } from '@/lib/paying'
import type { Purchase, Show } from '@/lib/purchase'
import { isInWechat } from './in-wechat'

/**
 * Leaves for the cashier of whoever takes the money; in WeChat its sheet comes to the page instead. The page that says what
 * became of it is opened first, so that both the cashier and the browser's own way back lead to it, and never to a checkout
 * that would order again.
 */
export async function payOnline({ pageOf, ...bill }: Purchase, way: OnlineWay, show: Show): Promise<void> {
  if (way === 'alipay') {
    // Alipay brings the payment's number back by itself.
    const returnUrl = addressOf(pageOf({}))
    const { outTradeId, url } = await asMe(token => wxapi.alipayH5({ token, ...bill, returnUrl }))
    await show(pageOf({ outTradeId }))
    window.location.href = url
    return
  }
  if (isInWechat) {
    const { payInWechat } = await import('./wechat/pay')
    await payInWechat({ pageOf, ...bill }, show)
    return
  }
  const { outTradeId, url } = await asMe(token => wxapi.wxpayH5({ token, ...bill }))
  const page = pageOf({ outTradeId })
  await show(page)
  window.location.href = `${url}${url.includes('?') ? '&' : '?'}redirect_url=${encodeURIComponent(addressOf(page))}`
}

const addressOf = (page: string): string => new URL(page, window.location.href).href
