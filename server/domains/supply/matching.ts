/** Whether an order in the supplier's list may be a purchase of ours. Pure. */
import type { WeilianOrder } from '../../gateways/weilian'

export interface SentPurchase {
  goods_kind: number
  quantity: number
  cost_fen: number | null
  sent_at: number | null
  mobile: string
  fields: Readonly<Record<string, string>>
}

/** Their clock and ours differ a little. */
const BEFORE_MS = 60_000
/** A call is over within half a minute; its order may be written down later. */
const AFTER_MS = 330_000

/**
 * All that the supplier gives back of what we chose must be the same. `maybe` when the row has no time, as those of
 * `mallorder`: it may as well be an older purchase. A row that leaves out the number never fits.
 */
export function fits(order: WeilianOrder, sent: SentPurchase): 'yes' | 'maybe' | 'no' {
  if (!isAlike(order, sent) || sent.sent_at === null) return 'no'
  const at = order.createdAt?.getTime()
  if (at === undefined) return 'maybe'
  return at >= sent.sent_at - BEFORE_MS && at <= sent.sent_at + AFTER_MS ? 'yes' : 'no'
}

function isAlike(order: WeilianOrder, sent: SentPurchase): boolean {
  if (order.mobile !== sent.mobile || order.quantity !== sent.quantity) return false
  if (order.type !== undefined && order.type !== sent.goods_kind) return false
  if (order.priceFen === undefined || order.priceFen !== sent.cost_fen) return false
  if (order.status !== undefined && order.status < 1) return false
  const told = Object.entries(order.fields)
  return told.every(([name, text]) => sent.fields[name] === text)
}
