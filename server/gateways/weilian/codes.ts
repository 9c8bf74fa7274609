import { asObject, asText, type JsonObject, parseExactly } from '../json'

/** A card code. Whoever reads `secret` can spend it. */
export interface CardCode {
  number?: string
  secret: string
}

export interface CodesRead {
  codes: CardCode[]
  /** False when something stood there that is not known to be a code; it is kept as one, for a human to look at. */
  isClear: boolean
}

const numberNames = ['number', 'card_number', 'cardnumber', 'card_no', 'cardno', 'card', 'no', 'account']
const secretNames = ['password', 'card_password', 'cardpwd', 'pwd', 'pass', 'secret', 'key', 'code']

/** `goods_info` in any of the shapes that PHP shops use: lines of text, JSON as text, a list, or objects. */
export function readCodes(info: unknown): CodesRead {
  const items = itemsOf(info)
  const read = items.map(readCode).filter(code => code !== undefined)
  return { codes: read.map(({ code }) => code), isClear: read.every(({ isClear }) => isClear) }
}

function itemsOf(info: unknown): unknown[] {
  if (Array.isArray(info)) return info
  if (typeof info === 'string') return jsonItems(info) ?? info.split(/\r?\n|<br\s*\/?>/i)
  const object = asObject(info)
  const names = Object.keys(object ?? {})
  return object && names.length > 0 && names.every(name => /^\d+$/.test(name)) ? Object.values(object) : [info]
}

function jsonItems(text: string): unknown[] | undefined {
  const json = /^\s*[[{]/.test(text) ? parseExactly(text) : undefined
  return json === undefined ? undefined : itemsOf(json)
}

function readCode(item: unknown): { code: CardCode; isClear: boolean } | undefined {
  const line = asText(item)?.trim()
  if (line) return { code: { secret: line }, isClear: true }
  const object = asObject(item)
  if (!object) return undefined
  const number = named(object, numberNames)
  const secret = named(object, secretNames) ?? number
  if (secret) return { code: { secret, ...(number && number !== secret && { number }) }, isClear: true }
  const everything = Object.values(object).map(asText).filter(Boolean).join(' ')
  return everything ? { code: { secret: everything }, isClear: false } : undefined
}

function named(object: JsonObject, names: readonly string[]): string | undefined {
  const byName = new Map(Object.entries(object).map(([name, value]) => [name.toLowerCase(), asText(value)?.trim()]))
  return names.map(name => byName.get(name)).find(Boolean)
}
