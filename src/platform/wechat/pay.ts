/** Paying in WeChat's browser: its own sheet over the page. */
import { asMe, WxapiError, wxapi } from '@/api'
import type { SheetEnd } from '@/lib/paying'
import type { Purchase, Show } from '@/lib/purchase'
import { texts } from '@/texts/wechat'
import { codes } from '../../../contract/codes'
import { invoke } from './bridge'
import { askWechat } from './login'

/**
 * Shows the sheet, and then the page that says what became of it: only the server knows whether the money has come. Somebody
 * who logged in by their number goes to WeChat's page first, which says who is to pay, and finds the bill when they are back.
 */
export async function payInWechat({ pageOf, ...bill }: Purchase, show: Show): Promise<void> {
  const { outTradeId, ...sheet } = await asMe(token => wxapi.wxpayJsapi({ token, ...bill })).catch(async error => {
    if (!(error instanceof WxapiError)) throw error
    if (error.code === codes.payNotOpen) throw new Error(texts.wechat.noAccount)
    if (error.code !== codes.openidRequired) throw error
    await askWechat('bind', new URL(pageOf({ ended: 'failed' }), window.location.href).href)
    throw error
  })
  const { appId, timeStamp, nonceStr, package: prepay, signType, paySign } = sheet
  const fields = { appId, timeStamp, nonceStr, package: prepay, signType, paySign }
  const ended = endOf(await invoke('getBrandWCPayRequest', fields))
  await show(pageOf({ outTradeId, ...(ended && { ended }) }))
}

/** That it was paid is for the server to say; that it was not makes the page ask less long. */
function endOf(said: string): SheetEnd | undefined {
  if (said.endsWith(':ok')) return undefined
  return said.endsWith(':cancel') ? 'cancelled' : 'failed'
}
