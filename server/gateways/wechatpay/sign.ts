import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

export type SignedHeaders = Readonly<Record<string, string | string[] | undefined>>
/** Platform keys by the `Wechatpay-Serial` that names them: a certificate's serial, or `PUB_KEY_ID_…`. */
export type PlatformKeys = ReadonlyMap<string, KeyObject>

interface Request {
  method: string
  /** Path and query exactly as they stand in the request line. */
  target: string
  body: string
  /** Seconds since 1970. */
  timestamp: number
  nonce: string
}

interface Merchant {
  mchid: string
  serialNo: string
  privateKey: KeyObject
}

/** RSASSA-PKCS1-v1_5 with SHA-256, base64: the one signature of API v3. */
export const rsaSign = (message: string, key: KeyObject): string =>
  sign('RSA-SHA256', Buffer.from(message), key).toString('base64')

/** The `Authorization` header of a call. The body must be sent byte for byte as it was signed. */
export function authorization({ method, target, body, timestamp, nonce }: Request, merchant: Merchant): string {
  const signature = rsaSign(`${method}\n${target}\n${timestamp}\n${nonce}\n${body}\n`, merchant.privateKey)
  const fields = { mchid: merchant.mchid, nonce_str: nonce, signature, timestamp, serial_no: merchant.serialNo }
  const list = Object.entries(fields).map(([name, value]) => `${name}="${value}"`)
  return `WECHATPAY2-SHA256-RSA2048 ${list.join(',')}`
}

export type SignatureProblem = 'signature' | 'stale' | 'unknownSerial'

/** A message older than this may be a replay. The same in WeChat Pay's own clients. */
const FRESH_SECONDS = 300

/**
 * What is wrong with the signature of an answer or a notification, if anything. `rawBody` is the body as it arrived:
 * a body that was parsed and written again has another signature.
 */
export function signatureProblem(
  { headers, rawBody }: { headers: SignedHeaders; rawBody: Buffer },
  keys: PlatformKeys,
  now: Date,
): SignatureProblem | undefined {
  const [timestamp, nonce, signature, serial] = ['timestamp', 'nonce', 'signature', 'serial'].map(name => {
    const value = headers[`wechatpay-${name}`]
    return typeof value === 'string' ? value : ''
  }) as [string, string, string, string]
  if (!/^\d{1,12}$/.test(timestamp) || nonce === '' || signature === '' || serial === '') return 'signature'
  const key = keys.get(serial)
  if (!key) return 'unknownSerial'
  const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), rawBody, Buffer.from('\n')])
  if (!verify('RSA-SHA256', message, key, Buffer.from(signature, 'base64'))) return 'signature'
  return Math.abs(now.getTime() / 1000 - Number(timestamp)) > FRESH_SECONDS ? 'stale' : undefined
}

/** Throws on a text that is neither an RSA public key nor a certificate. */
export function platformKeysFrom(pems: Readonly<Record<string, string>>): PlatformKeys {
  return new Map(Object.entries(pems).map(([serial, pem]) => [serial, rsaKey(createPublicKey(pem))]))
}

export function rsaKey(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'rsa') throw new TypeError('WeChat Pay uses RSA keys only')
  return key
}
