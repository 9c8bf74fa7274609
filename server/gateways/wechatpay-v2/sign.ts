import { createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto'

export type Fields = Readonly<Record<string, string | number>>

/** Every field that says something, but for the signature, in the order of their names, and the key behind them. */
function signedText(fields: Fields, apiKey: string): string {
  const pairs = Object.entries(fields).filter(([name, value]) => name !== 'sign' && value !== '')
  pairs.sort(([a], [b]) => (a < b ? -1 : 1))
  return `${pairs.map(([name, value]) => `${name}=${value}`).join('&')}&key=${apiKey}`
}

export const md5Sign = (fields: Fields, apiKey: string): string =>
  createHash('md5').update(signedText(fields, apiKey)).digest('hex').toUpperCase()

export const hmacSign = (fields: Fields, apiKey: string): string =>
  createHmac('sha256', apiKey).update(signedText(fields, apiKey)).digest('hex').toUpperCase()

/** Both ways are in use; the length of a signature says which. */
export function isSigned(fields: Readonly<Record<string, string>>, apiKey: string): boolean {
  const { sign = '' } = fields
  const ours = sign.length === 64 ? hmacSign(fields, apiKey) : md5Sign(fields, apiKey)
  return sign.length === ours.length && timingSafeEqual(Buffer.from(sign), Buffer.from(ours))
}

/** What a message of a refund seals: AES-256-ECB under the hash of the key. Undefined for what does not open. */
export function openSealed(text: string, apiKey: string): string | undefined {
  try {
    const key = createHash('md5').update(apiKey).digest('hex')
    const decipher = createDecipheriv('aes-256-ecb', key, null)
    return Buffer.concat([decipher.update(text, 'base64'), decipher.final()]).toString()
  } catch {
    return undefined
  }
}
