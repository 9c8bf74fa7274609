import type { ThirdParty } from '../../contract/third-party'
import { findShownGoods } from '../domains/goods/store'
import { miniCodePicture } from '../domains/qrcode/mini-code'
import { fits, pictureOf } from '../domains/qrcode/picture'
import { orRefuse, Refusal } from '../http/refusal'
import { type InterfaceHandler, Picture } from './frame'

const GOODS_PAGE = 'packages/goods/detail/index'
const HOME_PAGE = 'pages/home/index'

/** Any text as a picture. What is asked for is drawn and nothing is fetched or stored. */
export const qrcode: InterfaceHandler<ThirdParty['qrcode']> = async ({ data }) => {
  if (!fits(data)) throw new Refusal('badRequest', '内容太长，放不进一个二维码')
  return new Picture(await pictureOf(data))
}

/** The scene is two numbers, the product and who invites, as the storefront's own posters have it. */
export const spreadQrcode: InterfaceHandler<ThirdParty['spreadQrcode']> = async ({ id, type }, guest) => {
  const inviter = await guest.visitor()
  const isHome = (type ?? (id === undefined ? 'home' : 'goods')) === 'home'
  if (isHome) return miniCodePicture(guest, { scene: `0,${inviter?.id ?? 0}`, page: HOME_PAGE })
  if (id === undefined) throw new Refusal('badRequest', '缺少参数 id')
  const goods = orRefuse(await findShownGoods(guest.db, guest.merchant.id, id), 'goodsGone')
  return miniCodePicture(guest, { scene: `${goods.id},${inviter?.id ?? 0}`, page: GOODS_PAGE })
}
