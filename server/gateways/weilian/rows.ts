import { type Fen, toFen } from '../../../contract/money'
import { parseTime } from '../../../contract/time'
import { asInteger, asObject, asText, type JsonObject, parseExactly } from '../json'

/** 0 card codes, 1 virtual (a top-up), 2 physical. */
export type WeilianGoodsType = 0 | 1 | 2

export interface WeilianGoods {
  id: string
  title: string
  thumb: string
  /** Missing when the supplier's price is no whole number of fen: such goods cannot be sold. */
  priceFen?: Fen
  /** Missing when it is no count, such as the -1 by which some shops mean "plenty". */
  stock?: number
  type?: WeilianGoodsType
  /** What the buyer has to fill in, such as the account to top up. */
  fields: string[]
}

export interface WeilianOrder {
  id: string
  number?: string
  type?: WeilianGoodsType
  priceFen?: Fen
  quantity?: number
  /** 0 unpaid, 1 paid, 2 shipped, 3 finished, -1 closed, -2 refunded by the user, -3 closed by the system. */
  status?: number
  mobile?: string
  createdAt?: Date
  updatedAt?: Date
  shippedAt?: Date
  finishedAt?: Date
  /** What the buyer filled in, by its name. */
  fields: Record<string, string>
}

type Row = JsonObject & { id: string }

export function readGoods(row: Row): WeilianGoods {
  const [price, stock] = [readYuan(row.price), asInteger(row.stock)]
  return {
    id: row.id,
    title: asText(row.title) ?? '',
    thumb: asText(row.thumb) ?? '',
    priceFen: price !== undefined && price >= 0 ? price : undefined,
    stock: stock !== undefined && stock >= 0 ? stock : undefined,
    type: readType(row.type),
    fields: fieldNames(row.field),
  }
}

export function readOrder(row: Row): WeilianOrder {
  return {
    id: row.id,
    number: asText(row.ordersn),
    type: readType(row.type),
    priceFen: readYuan(row.price),
    quantity: asInteger(row.total),
    status: asInteger(row.status),
    mobile: asText(row.mobile),
    createdAt: readTime(row.ctime),
    updatedAt: readTime(row.utime),
    shippedAt: readTime(row.sendtime),
    finishedAt: readTime(row.finishtime),
    fields: filledIn(row.goods_field),
  }
}

/** Yuan as the supplier writes them, to fen; undefined for anything that is no exact amount. */
export function readYuan(value: unknown): Fen | undefined {
  const text = asText(value)?.trim() ?? ''
  if (!/^-?\d{1,9}(\.\d{1,6})?$/.test(text)) return undefined
  try {
    return toFen(Number(text))
  } catch {
    return undefined
  }
}

const readType = (value: unknown): WeilianGoodsType | undefined =>
  ([0, 1, 2] as const).find(type => type === asInteger(value))

/** Seconds since 1970, or Beijing time as text; 0 means that it has not happened. */
function readTime(value: unknown): Date | undefined {
  const seconds = asInteger(value)
  if (seconds !== undefined) return seconds > 0 ? new Date(seconds * 1000) : undefined
  try {
    return parseTime(asText(value) ?? '')
  } catch {
    return undefined
  }
}

/** A list of names, of objects with a name, or a text with separators; also any of these as JSON text. */
function fieldNames(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(item => fieldName(item) ?? [])
  if (typeof value === 'string' && /^\s*[[{]/.test(value)) return fieldNames(parseExactly(value))
  if (typeof value === 'string') return value.split(/[\n,，、|]/).flatMap(name => name.trim() || [])
  const entries = Object.entries(asObject(value) ?? {})
  return entries.flatMap(([name, item]) => (/^\d+$/.test(name) ? (fieldName(item) ?? []) : name))
}

function fieldName(item: unknown): string | undefined {
  const object = asObject(item)
  return asText(object ? (object.name ?? object.title ?? object.label ?? object.field) : item)?.trim()
}

function filledIn(value: unknown): Record<string, string> {
  const object = asObject(typeof value === 'string' ? parseExactly(value) : value)
  return Object.fromEntries(Object.entries(object ?? {}).map(([name, text]) => [name, asText(text) ?? '']))
}
