/** What a page needs to use WeChat's own functions in WeChat's browser. */
import { randomBytes } from 'node:crypto'
import { GatewayError } from '../../gateways/error'
import { jsSignature } from '../../gateways/wechat/js-signature'
import type { Guest } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'

export interface JsConfig {
  appId: string
  timestamp: number
  nonceStr: string
  signature: string
  jsApiList: string[]
}

/** What a shop's pages do: share, pay, scan, show pictures and where a branch is. */
const FUNCTIONS = [
  'updateAppMessageShareData',
  'updateTimelineShareData',
  'onMenuShareAppMessage',
  'onMenuShareTimeline',
  'chooseWXPay',
  'scanQRCode',
  'previewImage',
  'openLocation',
  'getLocation',
]

/** Signs a page of ours. Refuses pages of others: the signature would let them speak in our name. */
export async function jsConfig(guest: Guest, url: string): Promise<JsConfig> {
  const { gateways, config, request, now, log } = guest
  const official = orRefuse(gateways.official, 'officialMissing')
  const host = hostOf(url)
  if (!host || ![hostOf(request.origin), ...config.wechatJsHosts].includes(host)) throw new Refusal('hostForeign')
  const ticket = await official.jsTicket().catch(error => {
    if (!(error instanceof GatewayError)) throw error
    log.error({ err: error }, 'WeChat lends no ticket')
    throw new Refusal('wxUnavailable')
  })
  const timestamp = Math.floor(now.getTime() / 1000)
  const nonceStr = randomBytes(8).toString('hex')
  const signature = jsSignature({ ticket, nonce: nonceStr, timestamp, url })
  return { appId: official.appid, timestamp, nonceStr, signature, jsApiList: FUNCTIONS }
}

/** `shop.example.com:8080`, as it stands in a web address; nothing for any other text. */
function hostOf(url: string): string | undefined {
  try {
    const { protocol, host, username } = new URL(url)
    return /^https?:$/.test(protocol) && !username ? host : undefined
  } catch {
    return undefined
  }
}
