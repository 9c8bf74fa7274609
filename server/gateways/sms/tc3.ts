import { createHash, createHmac } from 'node:crypto'

interface Tc3Request {
  /** The first label of the host: `sms`. */
  service: string
  /** Its path is signed as the server sees it, a base URL's own path included. */
  url: URL
  /** Those to be signed, by their names in lower case; at least `content-type` and `host`. */
  headers: Readonly<Record<string, string>>
  body: string
  now: Date
}

interface SecretKey {
  secretId: string
  secretKey: string
}

const ALGORITHM = 'TC3-HMAC-SHA256'
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** Tencent Cloud's third signature of a POST. The key is derived for the day and the service, so a leaked one ends with them. */
export function tc3Authorization({ service, url, headers, body, now }: Tc3Request, key: SecretKey): string {
  const names = Object.keys(headers).sort()
  const lines = names.map(name => `${name}:${headers[name]?.trim().toLowerCase()}\n`).join('')
  const signedHeaders = names.join(';')
  const canonical = ['POST', url.pathname, url.search.slice(1), lines, signedHeaders, sha256(body)].join('\n')
  const date = now.toISOString().slice(0, 10)
  const scope = `${date}/${service}/tc3_request`
  const derived = hmac(hmac(hmac(`TC3${key.secretKey}`, date), service), 'tc3_request')
  const signature = hmac(derived, [ALGORITHM, tc3Seconds(now), scope, sha256(canonical)].join('\n')).toString('hex')
  return `${ALGORITHM} Credential=${key.secretId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`
}

/** What `x-tc-timestamp` says; its date is the date of the signature. */
export const tc3Seconds = (now: Date): string => String(Math.floor(now.getTime() / 1000))
