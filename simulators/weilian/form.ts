export type PhpForm = ReadonlyMap<string, string | ReadonlyMap<string, string>>

const MOST_KEYS = 200

/**
 * A form as PHP reads it: `a[b]=c` is a map, `a[]=c` appends. Undefined for a form with more keys or deeper brackets than
 * any caller needs. Maps, because a plain object would take `__proto__` for something else.
 */
export function readPhpForm(text: string): PhpForm | undefined {
  const pairs = text.split('&').filter(pair => pair !== '')
  if (pairs.length > MOST_KEYS) return undefined
  const form = new Map<string, string | Map<string, string>>()
  for (const pair of pairs) {
    const [, rawName = '', rawValue = ''] = /^([^=]*)=?(.*)$/s.exec(pair) ?? []
    const parts = /^([^[]+)(?:\[([^\]]*)\])?(.*)$/s.exec(decode(rawName))
    if (!parts) continue
    const [, outer = '', inner, rest = ''] = parts
    if (rest.startsWith('[')) return undefined
    put(form, outer.replace(/[ .]/g, '_'), inner, decode(rawValue))
  }
  return form
}

function put(
  form: Map<string, string | Map<string, string>>,
  name: string,
  key: string | undefined,
  value: string,
): void {
  if (key === undefined) {
    form.set(name, value)
    return
  }
  const before = form.get(name)
  const map = before instanceof Map ? before : new Map<string, string>()
  form.set(name, map.set(key === '' ? String(map.size) : key, value))
}

/** Like PHP's `urldecode`: what is no escape stays as it is. */
const decode = (text: string): string => {
  const spaced = text.replaceAll('+', ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced
  }
}

export function textIn(form: PhpForm, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

export function mapIn(form: PhpForm, name: string): ReadonlyMap<string, string> {
  const value = form.get(name)
  return value instanceof Map ? value : new Map()
}
