import { createHash, createHmac } from 'node:crypto'

export type Fields = Record<string, string>

/** The flat XML of the older API. */
export function fieldsIn(xml: unknown): Fields {
  const [, inside = ''] = /^\s*<xml>([\s\S]*)<\/xml>\s*$/.exec(String(xml)) ?? []
  const found = inside.matchAll(/<(\w+)>(?:<!\[CDATA\[([\s\S]*?)\]\]>|([^<]*))<\/\1>/g)
  return Object.fromEntries([...found].map(([, name = '', cdata, text = '']) => [name, cdata ?? text]))
}

export const xmlOf = (fields: Fields): string =>
  `<xml>${Object.entries(fields)
    .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
    .join('')}</xml>`

/** Over the fields that say something, by name, with the key last. */
export function signatureOf(fields: Fields, key: string, type: 'MD5' | 'HMAC-SHA256' = 'MD5'): string {
  const names = Object.keys(fields)
    .filter(name => name !== 'sign' && fields[name] !== '')
    .sort()
  const text = `${names.map(name => `${name}=${fields[name]}`).join('&')}&key=${key}`
  const hash = type === 'MD5' ? createHash('md5') : createHmac('sha256', key)
  return hash.update(text).digest('hex').toUpperCase()
}
