import { createSign, createVerify } from 'node:crypto'
import { type Clock, callersNow } from '../clock'
import type { AlipayParty } from './index'
import { BizRefusal } from './refusal'

export type Params = Record<string, string>

/** The gateway holds a call to a quarter of an hour around its own clock. */
const FRESH_SECONDS = 900

const contentOf = (params: Params, except: readonly string[]): string =>
  Object.entries(params)
    .filter(([name, value]) => value !== '' && !except.includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&')

/** Lets a signed call of the merchant in; throws `BizRefusal` otherwise. */
export function checkCall(params: Params, party: AlipayParty, clock: Clock): void {
  if (params.app_id !== party.appId) throw new BizRefusal('isv.invalid-app-id', '无效的AppID参数', '40002')
  if (params.sign_type !== 'RSA2') throw new BizRefusal('isv.invalid-signature-type', '无效签名类型', '40002')
  if (params.charset?.toLowerCase() !== 'utf-8') throw new BizRefusal('isv.invalid-charset', '字符集错误', '40002')
  if (params.version !== '1.0') throw new BizRefusal('isv.invalid-version', '版本参数错误', '40002')
  const at = new Date(`${params.timestamp?.replace(' ', 'T')}+08:00`)
  if (!callersNow(at, clock, FRESH_SECONDS)) throw new BizRefusal('isv.invalid-timestamp', '非法的时间戳参数', '40002')
  const verifier = createVerify('RSA-SHA256').update(contentOf(params, ['sign']))
  if (!verifier.verify(party.merchantPublicKey, params.sign ?? '', 'base64'))
    throw new BizRefusal(
      'isv.invalid-signature',
      '验签出错，请确认charset参数放在了URL查询字符串中且各参数值使用charset参数指示的字符集编码',
      '40002',
    )
}

export const sign = (text: string, { alipayPrivateKey }: Pick<AlipayParty, 'alipayPrivateKey'>): string =>
  createSign('RSA-SHA256').update(text).sign(alipayPrivateKey, 'base64')

/** A message of ours, with what it is signed by. */
export const signed = (params: Params, party: Pick<AlipayParty, 'alipayPrivateKey'>, withType = false): Params => ({
  ...params,
  sign_type: 'RSA2',
  sign: sign(contentOf(withType ? { ...params, sign_type: 'RSA2' } : params, ['sign']), party),
})
