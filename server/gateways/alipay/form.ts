import type { Params } from './sign'

/** Those that Alipay can be asked to write in. */
const CHARSETS = ['utf-8', 'gbk', 'gb2312', 'gb18030']

/**
 * The fields of a message, decoded in the charset that it names. Undefined when a name comes twice or the bytes are none of
 * that charset: such a message cannot be held against its signature.
 */
export function readForm(body: Buffer): Params | undefined {
  const pairs = body
    .toString('latin1')
    .split('&')
    .filter(Boolean)
    .map(pair => {
      const [name = '', ...value] = pair.split('=')
      return [name, value.join('=')] as const
    })
  const named = /^[\w-]{1,20}$/.exec(pairs.find(([name]) => name === 'charset')?.[1] ?? '')?.[0] ?? 'utf-8'
  const charset = CHARSETS.find(known => known === named.toLowerCase())
  if (!charset) return undefined
  try {
    const decoder = new TextDecoder(charset, { fatal: true, ignoreBOM: true })
    const decoded = pairs.map(
      ([name, value]) => [decoder.decode(bytesOf(name)), decoder.decode(bytesOf(value))] as const,
    )
    const params = Object.fromEntries(decoded)
    return Object.keys(params).length === decoded.length ? params : undefined
  } catch {
    return undefined
  }
}

/** `%E6` to its byte, `+` to a space. A lone `%` stands for itself, as browsers read it. */
const bytesOf = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll('+', ' ').replace(/%([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
