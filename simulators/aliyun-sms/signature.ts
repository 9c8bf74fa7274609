import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

interface Received {
  method: string
  /** Path and query as they stood in the request line. */
  target: string
  headers: IncomingHttpHeaders
  body: string
}

const obligatory = [
  'host',
  'x-acs-action',
  'x-acs-content-sha256',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-version',
]

/** The access key that an ACS3-HMAC-SHA256 header names. */
export function accessKeyIdIn(authorization: string): string | undefined {
  return partsOf(authorization)?.id
}

/** Whether the request was signed with this secret, over all of the obligatory headers and this very body. */
export function isSigned({ method, target, headers, body }: Received, accessKeySecret: string): boolean {
  const parts = partsOf(headers.authorization ?? '')
  const bodyHash = createHash('sha256').update(body).digest('hex')
  if (!parts || headers['x-acs-content-sha256'] !== bodyHash) return false
  const names = parts.signedHeaders.split(';')
  if (!obligatory.every(name => names.includes(name))) return false

  const [path = '/', query = ''] = target.split('?', 2)
  const canonical = createHash('sha256')
  canonical.update(`${method}\n${path}\n${canonicalQuery(query)}\n`)
  for (const name of names) canonical.update(`${name}:${String(headers[name] ?? '').trim()}\n`)
  canonical.update(`\n${parts.signedHeaders}\n${bodyHash}`)
  const expected = createHmac('sha256', accessKeySecret)
    .update(`ACS3-HMAC-SHA256\n${canonical.digest('hex')}`)
    .digest()
  const given = Buffer.from(parts.signature, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** The parameters of a query or a form; `+` and `%20` are both a space. */
export function parametersIn(text: string): Map<string, string> {
  return new Map(new URLSearchParams(text))
}

function partsOf(authorization: string) {
  const match = /^ACS3-HMAC-SHA256 Credential=([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/.exec(
    authorization,
  )
  const [, id, signedHeaders, signature] = match ?? []
  return id && signedHeaders && signature ? { id, signedHeaders, signature } : undefined
}

function canonicalQuery(query: string): string {
  const pairs = [...new URLSearchParams(query)].map(([name, value]) => [strict(name), strict(value)])
  pairs.sort((a, b) => Buffer.compare(Buffer.from(String(a[0])), Buffer.from(String(b[0]))))
  return pairs.map(pair => pair.join('=')).join('&')
}

/** RFC 3986, byte by byte: everything but letters, digits, `-`, `.`, `_` and `~` is a percent and two capital digits. */
function strict(text: string): string {
  return [...Buffer.from(text)]
    .map(byte => {
      const character = String.fromCharCode(byte)
      return /[A-Za-z0-9\-._~]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
    })
    .join('')
}
