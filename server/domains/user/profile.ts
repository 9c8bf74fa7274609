import { GatewayError } from '../../gateways/error'
import type { WechatSession } from '../../gateways/wechat'
import { decryptData } from '../../gateways/wechat/decrypt'
import { Refusal } from '../../http/refusal'

const text = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value ? value.slice(0, 50) : otherwise

/** Name and picture that the device encrypted. Refuses data of another app or person. */
export function profileFrom(session: WechatSession & { appid: string }, encryptedData: string, iv: string) {
  const data = opened(session, encryptedData, iv)
  if (data.openId !== undefined && data.openId !== session.openid) throw new Refusal('wxDataInvalid')
  const avatarUrl =
    typeof data.avatarUrl === 'string' && /^https?:\/\//.test(data.avatarUrl) ? data.avatarUrl.slice(0, 500) : ''
  return {
    nick: text(data.nickName, '微信用户'),
    avatarUrl,
    province: text(data.province, ''),
    city: text(data.city, ''),
  }
}

/** Only numbers of mainland China fit what follows: text messages, parcels. */
export function mobileFrom(session: WechatSession & { appid: string }, encryptedData: string, iv: string): string {
  const { purePhoneNumber, countryCode } = opened(session, encryptedData, iv)
  const mobile = String(purePhoneNumber ?? '')
  if (String(countryCode ?? '86') !== '86' || !/^1[3-9]\d{9}$/.test(mobile)) throw new Refusal('mobileForeign')
  return mobile
}

/** The group that a card was opened in; the same for everybody of this app. */
export function groupFrom(session: WechatSession & { appid: string }, encryptedData: string, iv: string): string {
  const { openGId } = opened(session, encryptedData, iv)
  if (typeof openGId !== 'string' || !openGId || openGId.length > 200) throw new Refusal('wxDataInvalid')
  return openGId
}

/** What WeChat's client encrypted under the key of this session. Refuses data of another app or session. */
export function opened({ sessionKey, appid }: WechatSession & { appid: string }, encryptedData: string, iv: string) {
  try {
    return decryptData(sessionKey, iv, encryptedData, appid)
  } catch (error) {
    if (error instanceof GatewayError) throw new Refusal('wxDataInvalid')
    throw error
  }
}
