/** What would change if our catalogue followed the supplier's. Pure: it is shown before anything is written. */
import { type Fen, fen, yuanText } from '../../../../contract/money'
import type { WeilianGoods } from '../../../gateways/weilian'
import { type Markup, priceFor } from './markup'

/** Goods of ours that come from the supplier, and what the supplier said of them the last time. */
export interface KnownGoods {
  id: number
  supplierId: string
  name: string
  priceFen: Fen
  stock: number
  isOnShelf: boolean
  /** What the supplier asked to be filled in, as names. */
  fields: readonly string[]
  /** The supplier's title of the last time: a name that differs from it is the shop keeper's own. */
  lastTitle: string | undefined
  /** Whether it was us who took it off the shelf. */
  wasTakenOff: boolean
}

export interface Update {
  name?: string
  priceFen?: Fen
  stock?: number
  fields?: readonly string[]
  isOnShelf?: boolean
}

export type Step =
  | { kind: 'add'; goods: WeilianGoods; priceFen: Fen; stock: number }
  | { kind: 'update'; known: KnownGoods; goods: WeilianGoods | undefined; update: Update }
  | { kind: 'problem'; supplierId: string; title: string; text: string }

export interface Wish {
  rule: Markup | undefined
  /** New goods to take in: their numbers, or all. */
  add: 'all' | readonly string[]
}

/** For suppliers that do not say how many they have. */
const PLENTY = 999

export function planSync(goods: readonly WeilianGoods[], known: readonly KnownGoods[], wish: Wish): Step[] {
  const byId = new Map(goods.map(one => [one.id, one]))
  const steps = known.flatMap(one => stepFor(one, byId.get(one.supplierId), wish.rule) ?? [])
  const ours = new Set(known.map(({ supplierId }) => supplierId))
  const isWanted = ({ id }: WeilianGoods) => !ours.has(id) && (wish.add === 'all' || wish.add.includes(id))
  const missing = wish.add === 'all' ? [] : wish.add.filter(id => !byId.has(id) && !ours.has(id))
  return [
    ...steps,
    ...goods.filter(isWanted).map(one => additionOf(one, wish.rule)),
    ...missing.map(id => problem(id, '', '供货商没有这个商品')),
  ]
}

const problem = (supplierId: string, title: string, text: string): Step => ({
  kind: 'problem',
  supplierId,
  title,
  text,
})

function additionOf(goods: WeilianGoods, rule: Markup | undefined): Step {
  const { id, title, priceFen, stock = PLENTY, type } = goods
  if (!title.trim()) return problem(id, title, '没有标题')
  if (priceFen === undefined) return problem(id, title, '价格看不懂')
  if (type === undefined) return problem(id, title, '类型看不懂')
  if (!rule) return problem(id, title, '还没有加价规则：setting weilian_markup "20% .9" --private')
  return { kind: 'add', goods, priceFen: priceFor(priceFen, rule), stock }
}

/** Nothing when all is as it should be. */
function stepFor(known: KnownGoods, goods: WeilianGoods | undefined, rule: Markup | undefined): Step | undefined {
  const isThere = goods !== undefined && goods.stock !== 0 && goods.priceFen !== undefined
  if (!goods || !isThere) {
    if (!known.isOnShelf) return undefined
    return { kind: 'update', known, goods, update: { isOnShelf: false, ...(goods && { stock: 0 }) } }
  }
  const { title, stock = PLENTY, fields } = goods
  const cost = goods.priceFen ?? fen(0)
  const asked = rule ? priceFor(cost, rule) : fen(Math.max(known.priceFen, cost))
  const update: Update = {
    ...(asked !== known.priceFen && { priceFen: asked }),
    ...(stock !== known.stock && { stock }),
    ...(known.lastTitle === known.name && title.trim() && title !== known.name && { name: title }),
    // Goods that are sent get the address of the order; nothing is asked for them.
    ...(goods.type !== 2 && fields.join() !== known.fields.join() && { fields }),
    ...(!known.isOnShelf && known.wasTakenOff && { isOnShelf: true }),
  }
  return Object.keys(update).length ? { kind: 'update', known, goods, update } : undefined
}

/** A step in words, a line for the shop keeper. */
export function stepText(step: Step): string {
  if (step.kind === 'problem') return `! ${step.supplierId} ${step.title}：${step.text}`
  if (step.kind === 'add')
    return `+ ${step.goods.id} ${step.goods.title} ¥${yuanText(step.priceFen)} 库存 ${step.stock}`
  const { known, update, goods } = step
  const parts = [
    update.isOnShelf === false && (goods ? '售罄，下架' : '供货商已没有，下架'),
    update.isOnShelf === true && '重新上架',
    update.priceFen !== undefined && `¥${yuanText(known.priceFen)} → ¥${yuanText(update.priceFen)}`,
    update.stock !== undefined && `库存 ${known.stock} → ${update.stock}`,
    update.name !== undefined && `改名为 ${update.name}`,
    update.fields !== undefined && `要填：${update.fields.join('、') || '无'}`,
  ]
  return `~ ${known.supplierId} ${known.name}：${parts.filter(Boolean).join('，')}`
}
