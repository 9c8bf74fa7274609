import { GatewayError } from '../error'
import type { Answer } from '../http'
import { asInteger, asObject, asText, type JsonObject, parseExactly } from '../json'

export const PARTY = 'weilian'

export type WeilianAction =
  | 'batchselectgoods'
  | 'getmultiplegoods'
  | 'buygoods'
  | 'getorder'
  | 'delivergoods'
  | 'mallorder'

/** Codes by which the supplier says that it did nothing. They look like WeChat's codes and mean other things. */
const refusals: Record<number, string> = {
  40000: 'missingParameter',
  40001: 'noApiRight',
  40002: 'credentials',
  40003: 'frozen',
  40004: 'badQuantity',
  40005: 'goodsUnknown',
  40006: 'badMobile',
  40007: 'balanceShort',
  40008: 'outOfStock',
}
/** Order creation failed, which does not say that nothing was sold or charged. */
const ORDER_FAILED = 40009

/** The list of codes has one for data and one for a purchase; which of them a delivery answers is not written. */
const SUCCESS: Record<WeilianAction, readonly number[]> = {
  batchselectgoods: [8888],
  getmultiplegoods: [8888],
  getorder: [8888],
  mallorder: [8888],
  delivergoods: [8888, 1],
  buygoods: [1],
}

/** Asked twice they do what they do once. Whether a delivery may be reported twice is not known. */
export const isReading = (action: WeilianAction): boolean => action !== 'buygoods' && action !== 'delivergoods'

/**
 * The answer of a call that succeeded. Throws `GatewayError` with `sent: 'yes'` only for the codes that say no in a whole,
 * readable answer; everything else leaves open what happened: `orderFailed`, `unknownCode`, `unreadable`, `badStatus`.
 */
export function readAnswer({ status, body }: Answer, action: WeilianAction): JsonObject {
  const uncertain = (code: string, detail: string) =>
    new GatewayError(PARTY, code, { sent: 'maybe', retry: isReading(action), detail: `${action}: ${detail}` })

  if (status !== 200) throw uncertain('badStatus', `HTTP ${status}`)
  const json = asObject(parseExactly(body))
  if (!json) throw uncertain('unreadable', 'no JSON object')
  const code = asInteger(json.code ?? json.status)
  if (code !== undefined && SUCCESS[action].includes(code)) return json
  if (code === ORDER_FAILED) throw uncertain('orderFailed', String(code))
  const refusal = refusals[code ?? 0]
  if (!refusal || orderIdIn(json)) throw uncertain('unknownCode', String(code ?? 'no code'))
  throw new GatewayError(PARTY, refusal, { sent: 'yes', detail: `${action}: ${code}` })
}

/** The fields of an answer that is about one thing. They may stand beside the code or under `data`. */
export function fieldsOf(json: JsonObject): JsonObject {
  const { data } = json
  return { ...json, ...asObject(Array.isArray(data) && data.length === 1 ? data[0] : data) }
}

/** The number of what was sold; PHP writes 0 where there is none. */
export function orderIdIn(json: JsonObject): string | undefined {
  const id = asText(fieldsOf(json).orderid)
  return id === '0' ? undefined : id
}

/** Where the rows may be: the supplier does not say. Only these names, since a row has lists of its own. */
const listNames = ['data', 'list', 'goods', 'orders', 'rows', 'items']

/** The rows of an answer. Throws `unreadable` rather than take a shape that it does not know for an empty list. */
export function rowsOf(json: JsonObject, action: WeilianAction): (JsonObject & { id: string })[] {
  const data = asObject(json.data)
  const places = [json, ...(data ? [data] : [])]
  const rows =
    places.flatMap(place => listNames.map(name => asRows(place[name]))).find(found => found !== undefined) ??
    asRows(json) ??
    (data && asText(data.id) ? [data] : undefined)
  const problem = (detail: string) =>
    new GatewayError(PARTY, 'unreadable', { sent: 'maybe', retry: true, detail: `${action}: ${detail}` })
  if (!rows) throw problem('no list')
  return rows.map(row => {
    const id = asText(row.id)
    if (!id) throw problem('a row without id')
    return { ...row, id }
  })
}

/** A list of objects, or what PHP makes of a list with gaps: an object with numbers for names. */
function asRows(value: unknown): JsonObject[] | undefined {
  const numbered = Object.entries(asObject(value) ?? {}).filter(([name]) => /^\d+$/.test(name))
  const list = Array.isArray(value) ? value : numbered.length > 0 ? numbered.map(([, row]) => row) : undefined
  const rows = list?.map(asObject)
  return rows?.every(row => row !== undefined) ? (rows as JsonObject[]) : undefined
}
