import { fen, toYuan } from '../../contract/money'
import type { Trait } from './faults'
import type { SimulatedCode, SimulatedGoods, SimulatedPurchase } from './supplier'

/** The shapes that an answer may take, since the supplier documents none. */
export interface WeilianStyle {
  /** Fields under `data` instead of beside the code; lists under `data.list` instead of `data`. */
  envelope: 'flat' | 'nested'
  goodsInfo: 'string' | 'list' | 'objects'
  /** PHP sends columns of a database as text. */
  values: 'strings' | 'numbers'
}

export const plainStyle: WeilianStyle = { envelope: 'flat', goodsInfo: 'objects', values: 'numbers' }

/** The shape of one answer: the usual one, but for what was armed. */
export function styleWith(usual: WeilianStyle, traits: ReadonlySet<Trait>): WeilianStyle {
  const armed = <Value>(values: Partial<Record<Trait, Value>>, otherwise: Value): Value =>
    (Object.entries(values) as [Trait, Value][]).find(([trait]) => traits.has(trait))?.[1] ?? otherwise
  return {
    envelope: armed({ nested: 'nested', flat: 'flat' }, usual.envelope),
    goodsInfo: armed({ infoString: 'string', infoList: 'list', infoObjects: 'objects' }, usual.goodsInfo),
    values: armed({ strings: 'strings', numbers: 'numbers' }, usual.values),
  }
}

export type Json = string | number | Json[] | { [name: string]: Json }

const messages: Record<number, string> = {
  1: '购买成功',
  8888: '获取数据成功',
  40000: '缺少参数',
  40001: '未开通api权限',
  40002: '对接错误，请核对信息',
  40003: '账号冻结',
  40004: '商品数量错误',
  40005: '商品不存在',
  40006: '手机号码输入错误',
  40007: 'api余额不足',
  40008: '商品库存不足',
  40009: '创建订单失败',
}

/** The text of an answer: a code, and rows or fields if it has any. */
export function answerText(
  code: number,
  content: Json[] | { [name: string]: Json } | undefined,
  style: WeilianStyle,
): string {
  const head = { code, msg: messages[code] ?? '' }
  const isNested = style.envelope === 'nested'
  const rows = Array.isArray(content) ? { data: isNested ? { list: content } : content } : undefined
  const fields = isNested && content ? { data: content } : (content as { [name: string]: Json } | undefined)
  const answer: Json = { ...head, ...(rows ?? fields) }
  return JSON.stringify(style.values === 'strings' ? asStrings(answer) : answer)
}

function asStrings(value: Json): Json {
  if (Array.isArray(value)) return value.map(asStrings)
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, asStrings(item)]))
  return String(value)
}

export function goodsRow({ id, title, thumb = '', priceFen, stock, type, field = [] }: SimulatedGoods): Json {
  return { id, title, thumb, price: toYuan(fen(priceFen)), stock, type, field }
}

/** `goods_info` of a purchase. */
export function codesAs(codes: readonly SimulatedCode[], shape: WeilianStyle['goodsInfo']): Json {
  if (shape === 'objects') return codes.map(code => ({ ...code }))
  const lines = codes.map(({ number, password }) => `${number}----${password}`)
  return shape === 'list' ? lines : lines.join('\n')
}

/** A row of `mallorder`. */
export function orderRow({ orderId, orderNumber, type, priceFen, quantity, mobile, sentAt }: SimulatedPurchase) {
  const status = type === 0 ? 3 : sentAt ? 2 : 1
  return { id: orderId, ordersn: orderNumber, type, price: toYuan(priceFen), total: quantity, status, mobile }
}

/** A row of `getorder`, which says more. */
export function fullOrderRow(purchase: SimulatedPurchase): Json {
  const soldAt = Math.floor(purchase.soldAt.getTime() / 1000)
  const doneAt = purchase.type === 0 ? soldAt : 0
  const sentAt = purchase.sentAt ? Math.floor(purchase.sentAt.getTime() / 1000) : doneAt
  const times = { ctime: soldAt, utime: soldAt, sendtime: sentAt, finishtime: doneAt }
  return { ...orderRow(purchase), ...times, goods_field: purchase.fields }
}
