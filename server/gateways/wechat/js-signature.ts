import { createHash } from 'node:crypto'

/** What signs a page for the JS-SDK: hex SHA-1 of four fields in this order, the address as it stands without its fragment. */
export function jsSignature(fields: { ticket: string; nonce: string; timestamp: number; url: string }): string {
  const { ticket, nonce, timestamp, url } = fields
  const [address = ''] = url.split('#')
  return createHash('sha1')
    .update(`jsapi_ticket=${ticket}&noncestr=${nonce}&timestamp=${timestamp}&url=${address}`)
    .digest('hex')
}
