/** What of an order can be asked back, and for how much at most. Pure; every amount is fen. */
import type { ErrorName } from '../../../contract/errors'
import { type Fen, fen } from '../../../contract/money'
import { DAY_MS } from '../../../contract/time'
import { STATUS } from '../order/status'
import type { PurchaseState } from '../supply/states'
import { TYPE } from './states'

/** So long after the goods have come. */
const DAYS_AFTER_RECEIPT = 15

export interface SoldOrder {
  status: number
  paid_at: number | null
  received_at: number | null
  freight_fen: Fen
  real_fen: Fen
  /** 1 while the group that it was bought with is not complete. */
  awaits_team: number
}

export interface SoldLine {
  id: number
  number: number
  /** What was paid for it with money. */
  paid_fen: Fen
  /** Types that the product allows once it was sent: `0,1`. */
  after_sale: string
  /** How its purchase stands, for goods that a supplier delivers. */
  purchase?: PurchaseState | undefined
  /** Pieces that were given back or are being asked for. */
  taken: number
  isAsked: boolean
}

export interface Offer {
  lines: { lineId: number; number: number; amountFen: Fen }[]
  freightFen: Fen
  /** The most that can be asked for. */
  amountFen: Fen
}

/** Types of after-sale that a line is open to now. */
export function typesOf(order: SoldOrder, line: SoldLine, now: Date): number[] {
  if (!isOpen(order, now) || order.awaits_team || line.isAsked || line.taken >= line.number) return []
  // What a supplier has sold is a code somebody has read: the shop keeper decides, not the shopper. Before that, and when
  // it never came, the money can be asked back.
  if (line.purchase) return DECIDED.includes(line.purchase) ? [] : [TYPE.money]
  if (order.status === STATUS.paid) return [TYPE.money]
  return line.after_sale
    .split(',')
    .filter(Boolean)
    .map(Number)
    .filter(type => type in [0, 1, 2])
}

/** Sold, on its way, or given back already. */
const DECIDED: readonly PurchaseState[] = ['bought', 'sending', 'refunded']

const isOpen = ({ status, paid_at, received_at }: SoldOrder, now: Date) =>
  status >= STATUS.paid &&
  paid_at !== null &&
  (received_at === null || received_at > now.getTime() - DAYS_AFTER_RECEIPT * DAY_MS)

/**
 * What can be asked for of some lines; all that are open when none is named. Freight comes back with the last pieces of an
 * order of which nothing was sent. Answers why not as the name of a refusal.
 */
export function offerFor(
  order: SoldOrder,
  lines: readonly SoldLine[],
  wanted: { type: number; lineIds?: readonly number[] | undefined; number?: number | undefined },
  now: Date,
): Offer | ErrorName {
  const { type, lineIds, number } = wanted
  if (!isOpen(order, now)) return 'refundNotOpen'
  if (order.awaits_team) return 'refundAwaitsTeam'
  const named = lineIds ? lines.filter(({ id }) => lineIds.includes(id)) : lines.filter(isLeft)
  if (named.length === 0 || (lineIds && named.length < new Set(lineIds).size))
    return lines.some(({ isAsked }) => isAsked) ? 'refundAlreadyAsked' : 'refundNotOpen'
  if (named.some(({ isAsked }) => isAsked)) return 'refundAlreadyAsked'
  if (named.some(({ purchase }) => purchase === 'bought')) return 'refundDelivered'
  if (named.some(line => !typesOf(order, line, now).includes(type)))
    return named.every(isLeft) ? 'refundTypeNotServed' : 'refundNotOpen'
  const only = named.length === 1 ? number : undefined
  const chosen = named.map(line => ({ line, number: only ?? line.number - line.taken }))
  if (chosen.some(({ line, number }) => number > line.number - line.taken)) return 'refundTooMuch'
  return priced(order, lines, chosen, type)
}

const isLeft = ({ number, taken, isAsked }: SoldLine) => !isAsked && taken < number

/** Without asking whether the shopper may: for the shop keeper, who may. */
export function priced(
  order: SoldOrder,
  lines: readonly SoldLine[],
  chosen: readonly { line: SoldLine; number: number }[],
  type: number,
): Offer {
  const parts = chosen.map(({ line, number }) => ({
    lineId: line.id,
    number,
    amountFen: type === TYPE.exchange ? fen(0) : pieces(line, number),
  }))
  const isWhole = lines.every(line => {
    const now = parts.find(({ lineId }) => lineId === line.id)?.number ?? 0
    return line.taken + now >= line.number
  })
  const freightFen = type === TYPE.money && order.status === STATUS.paid && isWhole ? order.freight_fen : fen(0)
  const goodsFen = parts.reduce((sum, { amountFen }) => sum + amountFen, 0)
  return { lines: parts, freightFen, amountFen: fen(goodsFen + freightFen) }
}

/** So that the parts of a line add up to what was paid for it, however it is divided. */
const pieces = ({ paid_fen, number, taken }: SoldLine, now: number): Fen =>
  fen(Math.floor((paid_fen * (taken + now)) / number) - Math.floor((paid_fen * taken) / number))
