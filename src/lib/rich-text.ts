/**
 * What shop keepers write about their goods, made safe to show: the text is taken apart and put together again from the
 * tags and attributes listed here. Works on text alone, because a mini-program has no DOM to ask.
 */
const tags = new Set(
  'p div section span br hr img h1 h2 h3 h4 h5 h6 ul ol li dl dt dd strong b em i u s del sub sup blockquote figure figcaption table thead tbody tr th td'.split(
    ' ',
  ),
)
const voidTags = new Set(['br', 'hr', 'img'])
/** Tags whose content is not text for people. */
const silent = /<(script|style|iframe|object|embed|template|noscript|svg|math|title|head)\b[\s\S]*?(?:<\/\1\s*>|$)/gi
const token = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)>|[^<]+|</gi
const attribute = /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi
/** Colours and sizes are left to the page, so that dark stays dark. */
const styles = new Set(['text-align', 'font-weight', 'font-style', 'text-decoration'])

export function safeHtml(html: string): string {
  let safe = ''
  for (const [text, closing, name, attributes = ''] of html.replace(silent, '').matchAll(token)) {
    const tag = name?.toLowerCase()
    if (tag && tags.has(tag)) safe += closing ? closingTag(tag) : openingTag(tag, attributes)
    else if (!tag && !text.startsWith('<!--')) safe += escaped(text)
  }
  return safe
}

function openingTag(tag: string, text: string): string {
  const kept: string[] = []
  for (const [, name = '', double, single, bare] of text.matchAll(attribute)) {
    const value = safeValue(tag, name.toLowerCase(), double ?? single ?? bare ?? '')
    if (value) kept.push(` ${name.toLowerCase()}="${escaped(value)}"`)
  }
  if (tag === 'img') {
    // Without a word of the shop keeper a picture is decoration: silent to who cannot see it.
    if (!kept.some(text => text.startsWith(' alt='))) kept.push(' alt=""')
    return kept.some(text => text.startsWith(' src=')) ? `<img${kept.join('')} class="rich__img">` : ''
  }
  return `<${tag}${kept.join('')}>`
}

const closingTag = (tag: string): string => (voidTags.has(tag) ? '' : `</${tag}>`)

function safeValue(tag: string, name: string, value: string): string | undefined {
  if (name === 'style') return safeStyle(value)
  if (tag === 'img' && name === 'src') return /^(https?:)?\/\/|^\/(?!\/)/i.test(value.trim()) ? value.trim() : undefined
  if (tag === 'img' && name === 'alt') return value
  if ((tag === 'td' || tag === 'th') && /^(col|row)span$/.test(name)) return /^\d{1,2}$/.test(value) ? value : undefined
  return undefined
}

function safeStyle(text: string): string | undefined {
  const kept = text
    .split(';')
    .map(rule => rule.split(':').map(part => part.trim().toLowerCase()))
    .filter(([name = '', value = '']) => styles.has(name) && /^[a-z0-9 -]+$/.test(value))
  return kept.length ? kept.map(rule => rule.join(':')).join(';') : undefined
}

/** Entities that are there already stay as they are. */
const escaped = (text: string): string =>
  text
    .replace(/&(?!(?:[a-z]+|#\d+|#x[\da-f]+);)/gi, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
