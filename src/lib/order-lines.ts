/** From what the shopper chose to what the order asks for. */
import type { Cart, CartLine, OrderField, OrderRequestLine } from '@/api'
import { type Booked, bookedOf } from './booked'
import { byShop, selection } from './cart-lines'

/** A line of the checkout. */
export interface CheckoutLine {
  request: OrderRequestLine
  /** The cart's line it came from. */
  key?: string
}

/** What one order is placed for. */
export interface Basket {
  lines: CheckoutLine[]
  /** Who sells it, where the cart tells; `isNamed`: it is worth saying, because there is more than one. */
  shop?: { id: number; name: string; isNamed: boolean }
}

/** What is selected of one shop: every shop's goods are an order of their own. Without `shopId` those of the newest line. */
export function basketOfCart({ items, shopList }: Cart, shopId?: number): Basket {
  const shops = byShop(selection(items).lines, shopList)
  const own = shopId === undefined ? shops[0] : shops.find(({ id }) => id === shopId)
  if (!own) return { lines: [] }
  const { id, name, lines } = own
  return { lines: linesOfCart(lines), shop: { id, name, isNamed: shopList.some(other => other.id !== 0) } }
}

export const linesOfCart = (lines: readonly CartLine[]): CheckoutLine[] =>
  lines.map(({ key, goodsId, number, propertyChildIds, additions = [], ...line }) => ({
    key,
    request: requestLine(
      goodsId,
      number,
      propertyChildIds,
      additions.map(({ id, pid }) => ({ id, pid })),
      bookedOf(line),
    ),
  }))

/** A line as a page address carries it; `additions` is `group:item,…`, `days` is `2026-11-27,…`. */
export function lineOfParams(params: Partial<Record<string, string>>): CheckoutLine | undefined {
  const goodsId = Number(params.goodsId)
  if (!goodsId) return undefined
  const additions = pairs(params.additions).map(([pid = 0, id = 0]) => ({ id, pid }))
  return {
    request: requestLine(
      goodsId,
      Math.max(1, Number(params.number) || 1),
      decodeURIComponent(params.sku ?? ''),
      additions,
      bookedIn(params),
    ),
  }
}

/** Answers by field, for one product. */
export type Answers = Readonly<Record<string, string>>

export type FieldProblem = 'missing' | 'wrong'

export function fieldProblem({ key, required, pattern }: OrderField, answers: Answers): FieldProblem | undefined {
  const answer = (answers[key] ?? '').trim()
  if (!answer) return required ? 'missing' : undefined
  return pattern && !new RegExp(pattern).test(answer) ? 'wrong' : undefined
}

/** Lines with the answers to what their products ask. */
export const withAnswers = (
  lines: readonly CheckoutLine[],
  answersByGoods: Readonly<Record<number, Answers>>,
): OrderRequestLine[] =>
  lines.map(({ request }) => {
    const answers = answersByGoods[request.goodsId]
    return answers ? { ...request, fields: trimmed(answers) } : request
  })

export const trimmed = (answers: Answers): Record<string, string> =>
  Object.fromEntries(Object.entries(answers).map(([key, text]) => [key, text.trim()]))

function requestLine(
  goodsId: number,
  number: number,
  propertyChildIds: string,
  goodsAdditionList: Array<{ id: number; pid: number }>,
  booked: Booked,
): OrderRequestLine {
  return {
    goodsId,
    number,
    logisticsType: 0,
    ...(propertyChildIds && { propertyChildIds }),
    ...(goodsAdditionList.length && { goodsAdditionList }),
    ...booked,
  }
}

const bookedIn = ({ days = '', day = '', slot = '' }: Partial<Record<string, string>>): Booked =>
  bookedOf({
    days: decodeURIComponent(days).split(',').filter(Boolean),
    goodsTimesDay: day,
    goodsTimesItem: decodeURIComponent(slot),
  })

const pairs = (text = ''): number[][] =>
  decodeURIComponent(text)
    .split(',')
    .filter(Boolean)
    .map(pair => pair.split(':').map(Number))
