import type { Input } from '../../../contract/index'
import type { qrcode } from '../../../contract/qrcode'
import { GatewayError } from '../../gateways/error'
import type { MiniCode } from '../../gateways/wechat'
import type { Guest, Handlers } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { keptPicture } from '../file/kept-picture'
import { fits, pictureAddress } from './picture'

export const qrcodeHandlers: Handlers<typeof qrcode> = {
  /** The same code is asked of WeChat once: a product's poster is drawn again and again. */
  async wxaQrcode({ token: _, expireHours, ...input }, guest) {
    const code = miniCodeOf(input)
    const key = `wxa ${guest.gateways.appid} ${JSON.stringify(code)} ${expireHours ?? ''}`
    return keptPicture(guest, key, () => fetched(guest, code), expireHours)
  },

  async commonQrcode({ content, width }) {
    if (!fits(content)) throw new Refusal('badRequest', '内容太长，放不进一个二维码')
    return pictureAddress(content, width)
  },
}

const miniCodeOf = (input: Omit<Input<typeof qrcode.wxaQrcode>, 'token' | 'expireHours'>): MiniCode => ({
  scene: input.scene,
  page: input.page,
  width: input.width,
  hasAutoColor: input.autoColor,
  lineColor: input.postJsonString,
  isTransparent: input.is_hyaline,
  version: input.env_version,
  isPageChecked: input.check_path,
})

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
