import { asMe, wxapi } from '@/api'
import { pages } from '@/lib/pages'

export interface Bill {
  id: number
  /** yuan */
  amount: number
}

/**
 * Leaves for WeChat's cashier. The paying page is opened first, so that both the cashier and the browser's own way back
 * lead to it, and never to a checkout that would order again.
 */
export async function payOnline({ id, amount }: Bill, show: (url: string) => Promise<unknown>): Promise<void> {
  const { outTradeId, url } = await asMe(token =>
    wxapi.wxpayH5({ token, money: amount, nextAction: { type: 0, id: String(id) } }),
  )
  const page = pages.paying({ id, outTradeId })
  await show(page)
  const back = encodeURIComponent(new URL(page, window.location.href).href)
  window.location.href = `${url}${url.includes('?') ? '&' : '?'}redirect_url=${back}`
}
