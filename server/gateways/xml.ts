/** The little XML that WeChat speaks: elements with text or CDATA in them. No attributes, no DTD, no entities of its own. */

export type XmlValue = string | XmlFields | (string | XmlFields)[]
export interface XmlFields {
  [name: string]: XmlValue
}

const LONGEST = 64 * 1024
const DEEPEST = 8
const TOKEN = /<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w.-]{0,63})\s*(\/?)>|([^<]+)/gy
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

interface Open {
  name: string
  text: string
  fields: XmlFields
}

/** The fields of the root element, or undefined for whatever is not this kind of XML. A name that comes twice is a list. */
export function readXml(source: string): XmlFields | undefined {
  if (source.length > LONGEST) return undefined
  const text = source.replace(/^\uFEFF?\s*(<\?xml[^>]{0,100}\?>)?\s*/, '').trimEnd()
  const stack: Open[] = []
  TOKEN.lastIndex = 0
  for (;;) {
    const match = TOKEN.exec(text)
    const root = match ? take(stack, match) : 'broken'
    if (root === 'broken') return undefined
    if (root) return TOKEN.lastIndex === text.length ? root : undefined
  }
}

/** One token. Answers the root's fields when it closes the root. */
function take(stack: Open[], [, cdata, slash, name, empty, words]: RegExpExecArray): XmlFields | 'broken' | undefined {
  if (name !== undefined && !slash) stack.push({ name, text: '', fields: {} })
  const top = stack.at(-1)
  if (!top || stack.length > DEEPEST) return 'broken'
  top.text += cdata ?? unescaped(words ?? '')
  if (!(slash || empty)) return undefined
  if (slash && top.name !== name) return 'broken'
  stack.pop()
  const parent = stack.at(-1)
  if (!parent) return top.fields
  add(parent.fields, top.name, Object.keys(top.fields).length > 0 ? top.fields : top.text.trim())
  return undefined
}

function add(fields: XmlFields, name: string, value: string | XmlFields): void {
  const known = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (known === undefined) Object.defineProperty(fields, name, { value, enumerable: true, writable: true })
  else fields[name] = Array.isArray(known) ? [...known, value] : [known, value]
}

const unescaped = (words: string): string =>
  words.replace(/&(#\d{1,7}|#x[\da-fA-F]{1,6}|\w{1,5});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole
    const point = Number(name.replace('#x', '0x').replace('#', ''))
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })

/** One level of elements under `<xml>`: numbers as they are, text as CDATA. */
export function writeXml(fields: Readonly<Record<string, string | number>>): string {
  const lines = Object.entries(fields).map(
    ([name, value]) => `<${name}>${typeof value === 'number' ? value : cdataOf(value)}</${name}>`,
  )
  return `<xml>${lines.join('')}</xml>`
}

const cdataOf = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
