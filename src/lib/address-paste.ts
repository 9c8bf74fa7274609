/**
 * Reads an address out of what people copy from chats and other shops: who, which number, which region, and the rest.
 * Knows no server: the regions are given. No look-behind, which phones before iOS 16.4 do not understand.
 */
import type { Region } from '@/api'

export interface Pasted {
  linkMan: string
  mobile: string
  /** As far down as it could be read: province, city, district. */
  region: Array<Pick<Region, 'id' | 'name'>>
  address: string
}

export interface Regions {
  provinces: readonly Region[]
  cities: readonly Region[]
  districts: readonly Region[]
}

export function recogniseAddress(text: string, regions: Regions): Pasted {
  const labelled = withoutLabels(normal(text))
  // `(张三 收)`, as parcels are addressed.
  const { mobile, rest } = takePhone(labelled.text.replace(/\(\s*([^()]+?)\s*收\s*\)/g, ' $1 '))
  const place = findRegion(rest, regions)
  const before = place ? rest.slice(0, place.from) : rest
  const after = place ? rest.slice(place.to) : ''
  const { linkMan, address } = splitRest(before, after, labelled.name)
  return { linkMan, mobile, region: place?.path ?? [], address }
}

/** What follows the region may begin with one that lies below it: a street, or in cities without districts a town. */
export function takeBelow(address: string, below: readonly Region[]): { region?: Region; address: string } {
  const region = [...below].sort((a, b) => b.name.length - a.name.length).find(({ name }) => address.startsWith(name))
  return region ? { region, address: trimmed(address.slice(region.name.length)) } : { address }
}

const PHONE_MARK = '\u0001'

/** Wide letters and digits become narrow ones, brackets and bars become breaks. */
const normal = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u200b-\u200f\ufeff]/g, '')
    .replace(/[\u3000\t ]+/g, ' ')
    .replace(/[|[\]【】「」]/g, ' ')

const NAME_LABEL = /(?:收货人|收件人|联系人|姓名|名字|收货姓名|收件姓名)(?:姓名)?\s*[::]\s*([^\s,;。，；、\n]+)/
const LABELS =
  /(?:收货人|收件人|联系人|收货|收件)?(?:手机号码|手机号|手机|联系电话|电话号码|电话|所在地区|所在区域|所在省市|地区|区域|详细地址|收货地址|收件地址|街道地址|地址|邮政编码|邮编|街道)\s*[::]/g

function withoutLabels(text: string): { text: string; name: string } {
  const [whole = '', name = ''] = NAME_LABEL.exec(text) ?? []
  const rest = whole ? text.replace(whole, ' ') : text
  return { text: rest.replace(LABELS, ' ').replace(/(?:邮编|邮政编码)?\s*\b\d{6}\b(?=\s|$)/, ' '), name: named(name) }
}

const named = (name: string) => name.replace(/[((].*$/, '').trim()

const MOBILE = /(^|[^\d])(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?:\s*(?:-|转|分机)\s*(\d{1,6}))?(?=[^\d]|$)/
const LANDLINE = /(^|[^\d])(0\d{2,3}-?\d{7,8}(?:-\d{1,6})?)(?=[^\d]|$)/

/** A mobile number before a landline; a virtual number keeps what follows the dash. */
function takePhone(text: string): { mobile: string; rest: string } {
  const [whole = '', before = '', digits = '', extension = ''] = MOBILE.exec(text) ?? LANDLINE.exec(text) ?? []
  if (!digits) return { mobile: '', rest: text }
  const isMobile = /^1/.test(digits)
  const number = isMobile ? digits.replace(/[- ]/g, '') : digits
  return {
    mobile: extension ? `${number}-${extension}` : number,
    rest: text.replace(whole, `${before}${PHONE_MARK}`),
  }
}

interface Place {
  path: Array<Pick<Region, 'id' | 'name'>>
  from: number
  to: number
}

/** Cities that stand for nothing: what lies below them is spoken of without them. */
const isUnspoken = ({ name }: Region) => /^(市辖区|县|.*直辖县级行政区划)$/.test(name)

function findRegion(text: string, { provinces, cities, districts }: Regions): Place | undefined {
  const provinceById = new Map(provinces.map(region => [region.id, region]))
  const cityById = new Map(cities.map(region => [region.id, region]))
  let best: (Place & { score: number }) | undefined
  const consider = (path: Region[], spoken: Region[]) => {
    const found = chain(text, spoken)
    if (!found || (best && (best.score > found.score || (best.score === found.score && best.from <= found.from))))
      return
    best = { ...found, path: path.map(({ id, name }) => ({ id, name })) }
  }
  for (const district of districts) {
    const city = cityById.get(district.pid)
    const province = provinceById.get(city?.pid ?? district.pid)
    if (!province) continue
    consider(
      [province, ...(city ? [city] : []), district],
      [province, ...(city && !isUnspoken(city) ? [city] : []), district],
    )
  }
  for (const city of cities) {
    const province = provinceById.get(city.pid)
    if (province && !isUnspoken(city)) consider([province, city], [province, city])
  }
  for (const province of provinces) consider([province], [province])
  return best
}

/** The lowest region in the text, and as many of those above as stand right before it. */
function chain(text: string, spoken: Region[]): { from: number; to: number; score: number } | undefined {
  const lowest = spoken[spoken.length - 1]
  if (!lowest) return undefined
  let best: { from: number; to: number; score: number } | undefined
  for (const [i, name] of spellings(lowest.name).entries()) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const found = above(text, spoken.slice(0, -1), { from: at, to: at + name.length, score: name.length + 4 })
      const isAlone = found.from === at && spoken.length > 1
      // A short name by itself may be anything: 朝阳 is a street in every second town.
      if (i > 0 && isAlone) continue
      if (!best || found.score > best.score) best = found
    }
  }
  return best
}

function above(text: string, parents: Region[], found: { from: number; to: number; score: number }) {
  let { from, score } = found
  for (const parent of [...parents].reverse()) {
    const before = text.slice(0, from).replace(/[\s,，\-/、]+$/, '')
    const name = spellings(parent.name).find(spelling => before.endsWith(spelling))
    if (!name) continue
    from = before.length - name.length
    score += name.length + 8
  }
  // 北京市北京市朝阳区: shops repeat the name of a city that is a province.
  const [province] = parents
  const before = text.slice(0, from).replace(/[\s,，\-/、]+$/, '')
  if (province && before.endsWith(province.name)) from = before.length - province.name.length
  return { from, to: found.to, score }
}

/** The whole name first, then as people say it. */
function spellings(name: string): string[] {
  const short = name
    .replace(
      /(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|自治旗|地区|新区|省|市|区|县|盟|旗|州)$/,
      '',
    )
    .replace(/(?:[\u4e00-\u9fa5]族)+$/, '')
  return short.length >= 2 && short !== name ? [name, short] : [name]
}

const BREAKS = /[\s,;。，；、/]+/
const PLACE_WORD = /[\d路街号栋幢楼室村镇乡座层弄巷厦场苑园城店院校组队港]|小区|单元|大道|公寓|花园|中心|工业|广东|门口/

/** Whoever stands nearest to the number, or alone between breaks, is the person; all else is the address. */
function splitRest(before: string, after: string, name: string): { linkMan: string; address: string } {
  const parts = [...before.split(BREAKS), '\u0002', ...after.split(BREAKS)]
    .flatMap(part => part.split(new RegExp(`(${PHONE_MARK})`)))
    .map(part => part.replace(/^[(:.-]+|[):.-]+$/g, ''))
    .filter(Boolean)
  const phone = parts.indexOf(PHONE_MARK)
  const start = parts.indexOf('\u0002')
  const candidates = parts
    .map((part, i) => ({ part: part.replace(/[((]?收[))]?$/, ''), i }))
    .filter(({ part, i }) => isName(part) && i !== start + 1)
    .sort((a, b) => Math.abs(a.i - phone) - Math.abs(b.i - phone))
  const alone = parts[start + 1] === parts[parts.length - 1] ? undefined : candidates[0]
  const chosen = name ? undefined : (candidates[0] ?? alone)
  const words = parts.filter((part, i) => i !== chosen?.i && part !== PHONE_MARK && part !== '\u0002' && part !== name)
  return { linkMan: name || (chosen?.part ?? ''), address: trimmed(joined(words)) }
}

const isName = (part: string): boolean =>
  !PLACE_WORD.test(part) &&
  (/^[\u4e00-\u9fa5]{2,4}$/.test(part) ||
    /^[\u4e00-\u9fa5]{1,3}(先生|女士|小姐|老师|师傅|经理|总|同学)$/.test(part) ||
    /^[\u4e00-\u9fa5]+(·[\u4e00-\u9fa5]+)+$/.test(part) ||
    /^[A-Za-z][A-Za-z.'-]{1,20}$/.test(part))

/** Chinese words run together, Latin ones and numbers keep their space. */
const joined = (words: string[]): string =>
  words.reduce((text, word) => (/[\w]$/.test(text) && /^[\w]/.test(word) ? `${text} ${word}` : text + word), '')

const trimmed = (text: string): string => text.replace(/^[\s,，.。、-]+|[\s,，、-]+$/g, '')
