import type { Input } from '../../../contract/index'
import type { qrcode } from '../../../contract/qrcode'
import type { MiniCode } from '../../gateways/wechat'
import type { Handlers } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { miniCodePicture } from './mini-code'
import { fits, pictureAddress } from './picture'

export const qrcodeHandlers: Handlers<typeof qrcode> = {
  async wxaQrcode({ token: _, expireHours, ...input }, guest) {
    return miniCodePicture(guest, miniCodeOf(input), expireHours)
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
