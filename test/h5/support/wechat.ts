/** WeChat's own browser: what it says of itself, whose it is, its payment sheet, and its script for pages. */
import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { DemoShop } from '../../support/demo-shop'

export const WECHAT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50(0x18003237) NetType/WIFI Language/zh_CN'

export interface Wechat {
  /** What its owner does with the payment sheet. */
  payer: 'pays' | 'cancels' | 'fails'
  /** What its menu passes on by now. */
  card: Record<string, string>
}

type Outside = Pick<DemoShop, 'origin' | 'sim'>

/** Makes a page, which has been nowhere yet, one in the WeChat of somebody. */
export async function inWechatOf(page: Page, { origin, sim }: Outside, person: string): Promise<Wechat> {
  const wechat: Wechat = { payer: 'pays', card: {} }
  await page.context().addCookies([{ name: 'wechat-person', value: encodeURIComponent(person), url: origin }])
  await page.exposeFunction('wechatPays', async (sheet: Record<string, string>) => {
    const missing = ['appId', 'timeStamp', 'nonceStr', 'package', 'signType', 'paySign'].some(name => !sheet[name])
    if (missing || wechat.payer === 'fails') return 'get_brand_wcpay_request:fail'
    if (wechat.payer === 'cancels') return 'get_brand_wcpay_request:cancel'
    await sim('/wechatpay/confirm', sheet)
    return 'get_brand_wcpay_request:ok'
  })
  await page.exposeFunction('wechatTakes', async (terms: Record<string, string>, address: string) => {
    const { ticket } = await sim('/wechat/lent')
    const text = `jsapi_ticket=${ticket}&noncestr=${terms.nonceStr}&timestamp=${terms.timestamp}&url=${address}`
    return createHash('sha1').update(text).digest('hex') === terms.signature
  })
  await page.exposeFunction('wechatCard', (card: Record<string, string>) => {
    wechat.card = card
  })
  await page.addInitScript(bridge)
  await page.route('https://res.wx.qq.com/open/js/jweixin-1.6.0.js', route =>
    route.fulfill({ contentType: 'text/javascript', body: `(${script})()` }),
  )
  return wechat
}

interface Inside {
  WeixinJSBridge?: object
  landing?: string
  wx?: object
  wechatPays(sheet: object): Promise<string>
  wechatTakes(terms: object, address: string): Promise<boolean>
  wechatCard(card: object): void
}

/** WeChat puts it in when the page has begun, and says so. */
function bridge(): void {
  const inside = window as unknown as Inside
  inside.landing = window.location.href.split('#')[0] ?? ''
  document.addEventListener('DOMContentLoaded', () =>
    setTimeout(() => {
      inside.WeixinJSBridge = {
        async invoke(name: string, fields: object, done: (answer: object) => void) {
          if (name !== 'getBrandWCPayRequest') throw new Error(name)
          done({ err_msg: await inside.wechatPays(fields) })
        },
      }
      document.dispatchEvent(new Event('WeixinJSBridgeReady'))
    }, 50),
  )
}

/** Its script. Nothing works that was not signed for the address that Apple's WeChat knows the page by. */
function script(): void {
  const inside = window as unknown as Inside
  let isTaken = false
  const runs = { ready: () => {}, error: (_: object) => {} }
  inside.wx = {
    async config(terms: { jsApiList: string[] }) {
      isTaken = await inside.wechatTakes(terms, inside.landing ?? '')
      if (isTaken) runs.ready()
      else runs.error({ errMsg: 'config:invalid signature' })
    },
    ready(run: () => void) {
      runs.ready = run
    },
    error(run: (problem: object) => void) {
      runs.error = run
    },
    updateAppMessageShareData(card: object) {
      if (isTaken) inside.wechatCard(card)
    },
    updateTimelineShareData() {},
  }
}
