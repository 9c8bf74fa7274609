import { GatewayError } from '../../gateways/error'
import type { MiniCode } from '../../gateways/wechat'
import type { Guest } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { keptPicture } from '../file/kept-picture'

/** The address of the picture of a mini-program code. The same code is asked of WeChat once: a product's poster is drawn again and again. */
export function miniCodePicture(guest: Guest, code: MiniCode, expireHours?: number): Promise<string> {
  const key = `wxa ${guest.gateways.appid} ${JSON.stringify(code)} ${expireHours ?? ''}`
  return keptPicture(guest, key, () => fetched(guest, code), expireHours)
}

/** Refuses in the caller's terms what WeChat refuses. */
async function fetched({ gateways, log }: Guest, code: MiniCode): Promise<Buffer> {
  try {
    return await gateways.wechat.miniCode(code)
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    if (error.code === 'pageUnknown') throw new Refusal('pageUnknown')
    log.error({ err: error }, 'WeChat gives no mini-program code')
    throw new Refusal('wxUnavailable')
  }
}
