import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

interface Received {
  /** Path and query as they stood in the request line. */
  target: string
  headers: IncomingHttpHeaders
  body: string
}

export interface Signed {
  secretId: string
  /** Of the scope: `2019-02-25`. */
  date: string
  service: string
  names: string[]
  signature: string
}

const obligatory = ['content-type', 'host']

/** What a TC3-HMAC-SHA256 header says; nothing when it is none. */
export function signedIn(authorization: string): Signed | undefined {
  const match =
    /^TC3-HMAC-SHA256 Credential=(\w+)\/(\d{4}-\d\d-\d\d)\/(\w+)\/tc3_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/.exec(
      authorization,
    )
  if (!match) return undefined
  const [, secretId = '', date = '', service = '', names = '', signature = ''] = match
  return { secretId, date, service, names: names.split(';'), signature }
}

/** Whether the request was signed with this secret, on the day of its timestamp, over this very body. */
export function isSigned(
  { target, headers, body }: Received,
  { date, service, names, signature }: Signed,
  secretKey: string,
): boolean {
  const timestamp = String(headers['x-tc-timestamp'])
  if (new Date(Number(timestamp) * 1000).toISOString().slice(0, 10) !== date) return false
  if (!obligatory.every(name => names.includes(name))) return false
  const [path = '/', query = ''] = target.split('?', 2)
  const canonical = createHash('sha256').update(`POST\n${path}\n${query}\n`)
  for (const name of names)
    canonical.update(
      `${name}:${String(headers[name] ?? '')
        .trim()
        .toLowerCase()}\n`,
    )
  canonical.update(`\n${names.join(';')}\n${createHash('sha256').update(body).digest('hex')}`)
  let key: string | Buffer = `TC3${secretKey}`
  for (const part of [date, service, 'tc3_request']) key = createHmac('sha256', key).update(part).digest()
  const expected = createHmac('sha256', key)
    .update(`TC3-HMAC-SHA256\n${timestamp}\n${date}/${service}/tc3_request\n${canonical.digest('hex')}`)
    .digest()
  return timingSafeEqual(Buffer.from(signature, 'hex'), expected)
}
