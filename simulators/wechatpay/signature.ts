import { createSign, createVerify, randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { type Clock, callersNow } from '../clock'
import { ApiRefusal, paramError } from './refusal'

export interface Merchant {
  mchid: string
  merchantSerial: string
  merchantPublicKey: string
}

export interface Platform {
  platformSerial: string
  platformPrivateKey: string
}

interface Received {
  method: string
  /** Path and query as they stood in the request line, whatever prefix this server lives under. */
  target: string
  headers: IncomingHttpHeaders
  body: Buffer
}

const FRESH_SECONDS = 300

/** Lets a signed call of the merchant in and answers the time by which it was dated; throws `ApiRefusal` otherwise. */
export function checkCall({ method, target, headers, body }: Received, merchant: Merchant, clock: Clock): Date {
  if (!headers['user-agent'] || !headers.accept) throw paramError('Http头缺少Accept或User-Agent')
  const fields = authorizationIn(headers.authorization ?? '')
  const { mchid, nonce_str: nonce, serial_no: serial, signature, timestamp } = fields
  if (!mchid || !nonce || !serial || !signature || !timestamp) throw signError('Http头Authorization值格式错误')
  if (mchid !== merchant.mchid || serial !== merchant.merchantSerial) throw signError('商户号或商户证书序列号有误')
  const now = callersNow(new Date(Number(timestamp) * 1000), clock, FRESH_SECONDS)
  if (!now) throw signError('Http头Authorization中的timestamp与发起请求的时间不得超过5分钟')
  const verifier = createVerify('sha256WithRSAEncryption')
  for (const line of [method, target, timestamp, nonce, body]) verifier.update(line).update('\n')
  if (!verifier.verify(merchant.merchantPublicKey, signature, 'base64')) throw signError('错误的签名，验签失败')
  return now
}

function authorizationIn(header: string): Record<string, string | undefined> {
  const list = /^WECHATPAY2-SHA256-RSA2048 (.+)$/s.exec(header)?.[1] ?? ''
  return Object.fromEntries([...list.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
}

/** Whether a payment sheet was signed by the merchant; the payer's WeChat would show nothing else. */
export function isSheetSigned(appid: string, sheet: Record<string, unknown>, merchantPublicKey: string): boolean {
  const lines = [appid, sheet.timeStamp, sheet.nonceStr, sheet.package]
  const verifier = createVerify('sha256WithRSAEncryption').update(`${lines.join('\n')}\n`)
  return sheet.signType === 'RSA' && verifier.verify(merchantPublicKey, String(sheet.paySign), 'base64')
}

/** The same in an app for phones, where the bare prepay id is signed. */
export function isPhoneSheetSigned(sheet: Record<string, unknown>, merchantPublicKey: string): boolean {
  const lines = [sheet.appid, sheet.timestamp, sheet.noncestr, sheet.prepayid]
  const verifier = createVerify('sha256WithRSAEncryption').update(`${lines.join('\n')}\n`)
  return sheet.package === 'Sign=WXPay' && verifier.verify(merchantPublicKey, String(sheet.sign), 'base64')
}

/** The headers that make an answer or a notification ours. */
export function signatureHeaders(body: string, at: Date, { platformSerial, platformPrivateKey }: Platform) {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const nonce = randomBytes(16).toString('hex')
  const signer = createSign('sha256WithRSAEncryption').update(`${timestamp}\n${nonce}\n${body}\n`)
  return {
    'wechatpay-serial': platformSerial,
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-signature': signer.sign(platformPrivateKey, 'base64'),
    'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
  }
}

const signError = (message: string): ApiRefusal => new ApiRefusal(401, 'SIGN_ERROR', message)
