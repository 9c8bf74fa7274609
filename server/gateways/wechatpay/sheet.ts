import { type KeyObject, randomBytes } from 'node:crypto'
import { rsaSign } from './sign'

/** What `wx.requestPayment` takes. */
export interface PaymentSheet {
  appId: string
  /** Seconds since 1970, as text: WeChat refuses a number. */
  timeStamp: string
  nonceStr: string
  /** `prepay_id=…`, which is signed with its name. */
  package: string
  signType: 'RSA'
  paySign: string
}

/** The signed sheet for one prepared payment. */
export function paymentSheet(appId: string, prepayId: string, at: Date, privateKey: KeyObject): PaymentSheet {
  const timeStamp = String(Math.floor(at.getTime() / 1000))
  const sheet = { appId, timeStamp, nonceStr: randomBytes(16).toString('hex'), package: `prepay_id=${prepayId}` }
  return { ...sheet, signType: 'RSA', paySign: paySignature(sheet, privateKey) }
}

export const paySignature = (
  sheet: Pick<PaymentSheet, 'appId' | 'timeStamp' | 'nonceStr' | 'package'>,
  privateKey: KeyObject,
): string => rsaSign(`${sheet.appId}\n${sheet.timeStamp}\n${sheet.nonceStr}\n${sheet.package}\n`, privateKey)

/** What an app for phones hands to WeChat's own library. */
export interface PhoneSheet {
  appid: string
  partnerid: string
  prepayid: string
  package: 'Sign=WXPay'
  noncestr: string
  timestamp: string
  sign: string
}

/** Signed over the bare prepay id, other than the sheet above. */
export function phoneSheet(
  { appid, mchid, prepayId }: { appid: string; mchid: string; prepayId: string },
  at: Date,
  privateKey: KeyObject,
): PhoneSheet {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const noncestr = randomBytes(16).toString('hex')
  const sign = rsaSign(`${appid}\n${timestamp}\n${noncestr}\n${prepayId}\n`, privateKey)
  return { appid, partnerid: mchid, prepayid: prepayId, package: 'Sign=WXPay', noncestr, timestamp, sign }
}
