/**
 * The storefront's page as it leaves: with the files that its route needs announced, the answers that it will ask for first,
 * what other sites show of it, and something to read without JavaScript.
 */
import { type Asked, firstQuestions } from './storefront-answers'
import { iconPath } from './storefront-icons'

/** Written by the build: `scripts/build/beside-page.ts`. */
export interface Known {
  /** Other servers that the page asks; every one is an origin. */
  connects?: string[]
  /** Whose storefront this is; absent when it asks another server. */
  shop?: { subDomain: string; merchantId: string }
  chunks: Record<string, string[]>
}

/** By what was asked for. */
type Answers = Record<string, { code: number; data?: unknown }>

/** One answer of our own methods, as text. */
export type Ask = (address: string) => Promise<string>

interface Goods {
  id: number
  name: string
  minPrice: number
  pic: string
}
interface Settings {
  mallName?: string
  logo?: string
}
/** What the shop has written. */
interface Writing {
  title: string
  content: string
  descript?: string
  pic?: string
}
interface Product {
  basicInfo: Goods & { characteristic?: string }
  content?: string
}

const HOME = '/pages/home/index'
const NAME = '小铺'
const MOST_LINKS = 40
const MOST_WORDS = 160

export async function fillPage(template: string, known: Known, origin: string, url: string, ask: Ask): Promise<string> {
  const { pathname, search, searchParams } = new URL(url, 'http://page')
  const route = pathname === '/' ? HOME : pathname
  const asked: Asked = known.shop ? firstQuestions(known.shop, pathname, searchParams) : {}
  const answers = await answersTo(asked, ask)
  const settings = settingsIn(answers)
  const { title, head, body } = wordsOf(answers, settings, origin, `${origin}${pathname}${search}`)
  const given = Object.fromEntries(Object.entries(answers).map(([name, answer]) => [asked[name], answer]))
  const hints = (known.chunks[route] ?? []).map(file => hint(`/${file}`)).join('')
  const data = `<script type="application/json" id="answers">${JSON.stringify(given).replaceAll('<', '\\u003c')}</script>`
  return (
    settings.logo ? template.replace(/<link rel="icon"[^>]*>/, `<link rel="icon" href="${iconPath(192)}">`) : template
  )
    .replace(/<title>.*?<\/title>/s, () => `<title>${escaped(title)}</title>${head}${hints}`)
    .replace(/<noscript>.*?<\/noscript>/s, () => `${data}<noscript>${body}</noscript>`)
}

/** What could not be answered well is left for the storefront to ask and to say. */
async function answersTo(asked: Asked, ask: Ask): Promise<Answers> {
  const answers = await Promise.all(
    Object.entries(asked).map(async ([name, address]) => [name, JSON.parse(await ask(address))] as const),
  )
  return Object.fromEntries(answers.filter(([, { code }]) => code === 0 || code === 700))
}

function wordsOf(answers: Answers, settings: Settings, origin: string, url: string) {
  const shop = settings.mallName || NAME
  const product = answers.product?.data as Product | undefined
  const goods = rowsOf(answers.goods) as unknown as Goods[]
  const home = `<p><a href="/">${escaped(shop)}</a></p>`
  if (product) {
    const { name, minPrice, pic, characteristic } = product.basicInfo
    const words = characteristic || plain(product.content ?? '')
    return {
      title: name,
      head: tags({ shop, type: 'product', title: name, words, picture: pic, url, price: minPrice }),
      body: `${home}<h1>${escaped(name)}</h1><p>¥${minPrice}</p><p>${escaped(words)}</p><img src="${escaped(pic)}" alt="" width="320">`,
    }
  }
  const writing = writingIn(answers)
  if (writing) {
    const { title, content, descript, pic } = writing
    const picture = pic || `${origin}${iconPath(512)}`
    const paragraphs = content.split(/<\/(?:p|h\d|li|tr)>|<br[^>]*>/).map(plain)
    const text = paragraphs.flatMap(words => (words ? [`<p>${escaped(words)}</p>`] : [])).join('')
    return {
      title,
      head: tags({ shop, type: 'article', title, words: descript || plain(content), picture, url }),
      body: `${home}<h1>${escaped(title)}</h1>${text}`,
    }
  }
  const words = goods
    .slice(0, 6)
    .map(({ name }) => name)
    .join('、')
  const banner = rowsOf(answers.banners)[0]?.picUrl
  const picture = typeof banner === 'string' ? banner : (goods[0]?.pic ?? `${origin}${iconPath(512)}`)
  const links = goods
    .slice(0, MOST_LINKS)
    .map(
      ({ id, name, minPrice }) =>
        `<li><a href="/packages/goods/detail/index?id=${Number(id)}">${escaped(name)}</a> ¥${minPrice}</li>`,
    )
  return {
    title: shop,
    head: tags({ shop, type: 'website', title: shop, words, picture, url }),
    body: `<h1>${escaped(shop)}</h1>${links.length ? `<ul>${links.join('')}</ul>` : home}<p>打开浏览器的 JavaScript 就能下单。</p>`,
  }
}

/** Of an article or a notice that the page is about; the notice of home comes without an address of its own. */
function writingIn({ article, notice, banners }: Answers): Writing | undefined {
  const found = (article?.data as { info?: Writing } | undefined)?.info ?? (banners ? undefined : notice?.data)
  return found as Writing | undefined
}

function rowsOf(answer: { data?: unknown } | undefined): Record<string, unknown>[] {
  const data = answer?.data
  if (Array.isArray(data)) return data
  const result = (data as { result?: unknown } | undefined)?.result
  return Array.isArray(result) ? result : []
}

interface Words {
  shop: string
  type: 'website' | 'product' | 'article'
  title: string
  words: string
  picture: string
  url: string
  price?: number
}

/** Open Graph, as WeChat, Weibo and others read it. */
function tags({ shop, type, title, words, picture, url, price }: Words): string {
  const short = words.slice(0, MOST_WORDS)
  const named = { description: short, 'apple-mobile-web-app-title': shop, 'twitter:card': 'summary_large_image' }
  const open = {
    'og:site_name': shop,
    'og:type': type,
    'og:title': title,
    'og:description': short,
    'og:image': picture,
    'og:url': url,
    ...(price !== undefined && { 'product:price:amount': String(price), 'product:price:currency': 'CNY' }),
  }
  const meta =
    (kind: string) =>
    ([name, content]: [string, string]) =>
      content ? `<meta ${kind}="${name}" content="${escaped(content)}">` : ''
  return Object.entries(named).map(meta('name')).join('') + Object.entries(open).map(meta('property')).join('')
}

const hint = (file: string): string =>
  file.endsWith('.css')
    ? `<link rel="preload" as="style" href="${file}">`
    : `<link rel="preload" as="script" href="${file}">`

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => ESCAPES[sign] ?? sign)

/** What the shop keeper has set; nothing where the storefront asks another server. */
export async function settingsFrom(known: Known, ask: Ask): Promise<Settings> {
  return settingsIn(known.shop ? await answersTo(firstQuestions(known.shop, '', new URLSearchParams()), ask) : {})
}

const settingsIn = ({ settings }: Answers): Settings =>
  Object.fromEntries(rowsOf(settings).map(({ key, value }) => [key, value]))

/** For a home screen: the shop's name and icons. */
export async function manifestOf(known: Known, ask: Ask): Promise<object> {
  const { mallName } = await settingsFrom(known, ask)
  const name = mallName || NAME
  const icon = (size: number, purpose: string) => ({
    src: iconPath(size),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  return {
    name,
    short_name: name,
    lang: 'zh-CN',
    id: '/',
    start_url: '/',
    display: 'standalone',
    background_color: '#f6f3ef',
    theme_color: '#f6f3ef',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
  }
}
