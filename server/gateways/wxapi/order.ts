/** `orderDetail` as a stranger answers it: what is not whole and plausible is no order. */
import { type Fen, fen, toFen } from '../../../contract/money'
import { asInteger, asObject, asText, type JsonObject, parseExactly } from '../json'

export const PARTY = 'wxapi'

export interface UpstreamOrder {
  id: string
  number: string
  /** Whose it is; not every service says so. */
  uid?: string | undefined
  /** -1 closed, 0 unpaid, 1 paid, 2 sent, 3 received, 4 reviewed. */
  status: number
  /** Money was asked back, or given back in part or in whole. */
  isRefunded: boolean
  /** What was paid in money, with the freight in it. */
  realFen: Fen
  freightFen: Fen
  lines: UpstreamLine[]
  address?: { linkMan: string; mobile: string; place: string } | undefined
  /** What the buyer told beside it, by its name. */
  told: Record<string, string>
}

export interface UpstreamLine {
  id: string
  goodsId: string
  name: string
  /** The words of the choice, and its pairs: `颜色:红`, `1:2`. */
  choice: string
  pairs: string
  number: number
  amountFen: Fen
}

const MOST_LINES = 200
const MOST_PIECES = 10_000
const LAST_STATUS = 4

export function readOrder(data: unknown): UpstreamOrder | undefined {
  const answer = asObject(data)
  const info = asObject(answer?.orderInfo)
  if (!answer || !info || !Array.isArray(answer.goods)) return undefined
  const [id, status] = [idIn(info.id), asInteger(info.status)]
  const [realFen, freightFen] = [yuanIn(info.amountReal), yuanIn(info.amountLogistics ?? 0)]
  const lines = answer.goods.map(readLine).filter(line => line !== undefined)
  const isWhole = lines.length === answer.goods.length && lines.length > 0 && lines.length <= MOST_LINES
  const areApart = new Set(lines.map(line => line.id)).size === lines.length
  if (!id || status === undefined || status < -1 || status > LAST_STATUS || !isWhole || !areApart) return undefined
  if (realFen === undefined || freightFen === undefined) return undefined
  // A paid status beside a plain "not paid" is no answer to rely on.
  if (status > 0 && info.isPay === false) return undefined
  return {
    id,
    number: asText(info.orderNumber) ?? id,
    uid: asText(info.uid),
    status,
    isRefunded: isSaid(info.hasRefund) || isSaid(info.refundStatus),
    realFen,
    freightFen,
    lines,
    address: readAddress(answer.logistics),
    told: readTold(answer.extJson ?? info.extJson),
  }
}

function readLine(item: unknown): UpstreamLine | undefined {
  const row = asObject(item)
  const [id, goodsId] = [idIn(row?.id), idIn(row?.goodsId)]
  const [number, amountFen] = [asInteger(row?.number), yuanIn(row?.amount)]
  if (!row || !id || !goodsId || amountFen === undefined) return undefined
  if (number === undefined || number < 1 || number > MOST_PIECES) return undefined
  const [name, choice, pairs] = [row.goodsName, row.property, row.propertyChildIds].map(text => asText(text) ?? '')
  return { id, goodsId, name: name ?? '', choice: choice ?? '', pairs: pairs ?? '', number, amountFen }
}

/** Ids are numbers; they travel on to clients as such. */
const idIn = (value: unknown): string | undefined => {
  const id = asInteger(value)
  return id !== undefined && id > 0 ? String(id) : undefined
}

function yuanIn(value: unknown): Fen | undefined {
  const text = asText(value) ?? ''
  if (!/^\d{1,9}(\.\d{1,6})?$/.test(text)) return undefined
  try {
    return toFen(Number(text))
  } catch {
    // More than two decimals: what is missing is to our loss, so it is rounded down.
    return fen(Math.floor(Number(text) * 100))
  }
}

/** Whatever is not a plain no says that there was something. */
const isSaid = (value: unknown): boolean =>
  !(value === undefined || value === null || value === false || value === 0 || value === '' || value === '0')

function readAddress(value: unknown): UpstreamOrder['address'] {
  const row = asObject(value)
  const street = asText(row?.address)
  if (!row || !street) return undefined
  const regions = [row.provinceStr, row.cityStr, row.areaStr, row.streetStr].map(text => asText(text) ?? '')
  return { linkMan: asText(row.linkMan) ?? '', mobile: asText(row.mobile) ?? '', place: regions.join('') + street }
}

function readTold(value: unknown): Record<string, string> {
  const told: JsonObject = asObject(typeof value === 'string' ? parseExactly(value) : value) ?? {}
  return Object.fromEntries(Object.entries(told).map(([name, text]) => [name, asText(text) ?? '']))
}
