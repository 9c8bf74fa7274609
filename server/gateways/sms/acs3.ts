import { createHash, createHmac } from 'node:crypto'

interface Acs3Request {
  method: 'POST' | 'GET'
  /** Its path and query are signed as the server sees them, a base URL's own path included. */
  url: URL
  /** `SendSms` and the date that names its version. */
  action: string
  version: string
  body: string
  /** Never used twice: Aliyun refuses a nonce that it has seen. */
  nonce: string
  now: Date
}

interface AccessKey {
  accessKeyId: string
  accessKeySecret: string
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The headers of a call signed by Aliyun's third version (ACS3-HMAC-SHA256), `authorization` among them. */
export function acs3Headers(request: Acs3Request, { accessKeyId, accessKeySecret }: AccessKey): Record<string, string> {
  const { method, url, action, version, body, nonce, now } = request
  const headers: Record<string, string> = {
    host: url.host,
    'x-acs-action': action,
    'x-acs-content-sha256': sha256(body),
    'x-acs-date': now.toISOString().replace(/\.\d{3}Z$/, 'Z'),
    'x-acs-signature-nonce': nonce,
    'x-acs-version': version,
  }
  const names = Object.keys(headers).sort()
  const lines = names.map(name => `${name}:${headers[name]}\n`).join('')
  const signedHeaders = names.join(';')
  const canonical = [method, url.pathname, canonicalQuery(url), lines, signedHeaders, sha256(body)].join('\n')
  const signature = createHmac('sha256', accessKeySecret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex')
  const authorization = `ACS3-HMAC-SHA256 Credential=${accessKeyId},SignedHeaders=${signedHeaders},Signature=${signature}`
  return { ...headers, authorization }
}

/** Sorted by name and percent-encoded by RFC 3986, whatever encoding the address itself uses. */
const canonicalQuery = ({ searchParams }: URL): string =>
  [...searchParams]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')

/** `encodeURIComponent` leaves five characters alone that RFC 3986 reserves. */
export const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
