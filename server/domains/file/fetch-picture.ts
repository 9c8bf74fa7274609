/** Fetches what a stranger names, without becoming their way into our own network. */
import { lookup as resolve } from 'node:dns'
import { BlockList, isIP, isIPv4, type LookupFunction } from 'node:net'
import { Agent, request } from 'undici'
import { Refusal } from '../../http/refusal'
import { MAX_UPLOAD_BYTES } from '../../http/uploads'

const inside = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  inside.addSubnet(net, bits, 'ipv4')
}
for (const [net, bits] of [
  ['::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
  ['2002::', 16],
  ['64:ff9b::', 96],
] as const) {
  inside.addSubnet(net, bits, 'ipv6')
}

/** Whether an address is of the open net. IPv4 in IPv6 clothes counts as what it is. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  if (mapped) return isPublicAddress(mapped)
  return isIP(address) !== 0 && !inside.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
}

/** Checks what a name resolves to at the moment of connecting, so that it cannot point elsewhere a moment later. */
const guardedLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    const refused = addresses?.find(({ address }) => !isPublicAddress(address))
    if (error || refused || !addresses?.[0]) return callback(error ?? new Error('not a public address'), '', 0)
    if (options.all) return callback(null, addresses)
    callback(null, addresses[0].address, addresses[0].family)
  })
}

/** The bytes at a public address. Refuses with `fileUnreachable` and `fileTooLarge`. Follows no redirects. */
export async function fetchPicture(address: string, { allowInside = false } = {}): Promise<Buffer> {
  if (!URL.canParse(address)) throw new Refusal('fileUnreachable')
  const url = new URL(address)
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (!allowInside && isIP(literal) && !isPublicAddress(literal)) throw new Refusal('fileUnreachable')
  const agent = new Agent({ connect: { timeout: 3000, ...(!allowInside && { lookup: guardedLookup }) } })
  try {
    const { statusCode, body } = await request(url, { dispatcher: agent, headersTimeout: 8000, bodyTimeout: 8000 })
    if (statusCode !== 200) throw new Refusal('fileUnreachable')
    return await limited(body)
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('fileUnreachable')
  } finally {
    await agent.destroy()
  }
}

async function limited(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > MAX_UPLOAD_BYTES) throw new Refusal('fileTooLarge')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
