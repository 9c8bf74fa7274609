import { GatewayError } from '../error'
import { asObject, asText } from '../json'
import type { Caller } from './call'

const PARTY = 'wechat'
const REFUSALS = { 40029: 'codeInvalid', 40163: 'codeInvalid', 1400001: 'quota', 40013: 'dataInvalid' }

/** `getuserphonenumber`. Its code is another than that of `wx.login`; asked again after a lost answer, it is only refused. */
export async function fetchPhoneNumber(caller: Caller, appid: string, code: string): Promise<string> {
  const answer = await caller.json({ path: '/wxa/business/getuserphonenumber', body: { code }, refusals: REFUSALS })
  const info = asObject(answer.phone_info)
  if (!info || asObject(info.watermark)?.appid !== appid) throw new GatewayError(PARTY, 'dataInvalid', { sent: 'yes' })
  const mobile = asText(info.purePhoneNumber) ?? ''
  // The country comes as a number or as text.
  if ((asText(info.countryCode) ?? '86') !== '86' || !/^1[3-9]\d{9}$/.test(mobile))
    throw new GatewayError(PARTY, 'foreign', { sent: 'yes' })
  return mobile
}
