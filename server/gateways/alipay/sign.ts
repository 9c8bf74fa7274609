import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

export type Params = Readonly<Record<string, string>>

/** What is signed: the values as they are, not as they travel, sorted by name, without those that are empty. */
export const signContent = (params: Params, except: readonly string[] = ['sign']): string =>
  Object.keys(params)
    .filter(name => !except.includes(name) && params[name] !== '')
    .sort()
    .map(name => `${name}=${params[name]}`)
    .join('&')

/** RSA2: RSASSA-PKCS1-v1_5 with SHA-256, base64. */
export const rsa2Sign = (content: string, key: KeyObject): string =>
  sign('RSA-SHA256', Buffer.from(content), key).toString('base64')

export const isRsa2Signed = (content: string | Buffer, signature: string, key: KeyObject): boolean =>
  verify('RSA-SHA256', Buffer.from(content), key, Buffer.from(signature, 'base64'))

/**
 * Whether a message of Alipay's is genuine. `sign_type` is no part of what is signed, except in some of its messages: both are
 * tried, as its own library does. Another kind of signature is not taken, whatever the message says of itself.
 */
export function isGenuine(params: Params, key: KeyObject): boolean {
  const { sign: signature = '', sign_type: type = '' } = params
  if (type !== 'RSA2' || signature === '') return false
  return [['sign', 'sign_type'], ['sign']].some(except => isRsa2Signed(signContent(params, except), signature, key))
}

/** Keys as Alipay's tools hand them out: PEM, or bare base64 of PKCS#8 or PKCS#1. Throws on anything else. */
export function privateKeyFrom(text: string): KeyObject {
  if (text.includes('-----BEGIN')) return rsa(createPrivateKey(text))
  const der = Buffer.from(text, 'base64')
  try {
    return rsa(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))
  } catch {
    return rsa(createPrivateKey({ key: der, format: 'der', type: 'pkcs1' }))
  }
}

export const publicKeyFrom = (text: string): KeyObject =>
  rsa(
    text.includes('-----BEGIN')
      ? createPublicKey(text)
      : createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' }),
  )

function rsa(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'rsa') throw new TypeError('Alipay uses RSA keys only')
  return key
}
