/** The way of an order, from placing it to a word about it, and how far it has come. */
import type { Order } from '@/api'

export type OrderStep = 'placed' | 'paid' | 'sent' | 'received' | 'fetched' | 'used' | 'delivered' | 'reviewed'

/** `done`: how many of them. Undefined when the order goes nowhere any more. */
export function orderSteps({
  status,
  isNeedLogistics,
  peisongType,
  isCanHx,
}: Pick<Order, 'status' | 'isNeedLogistics' | 'peisongType'> & Partial<Pick<Order, 'isCanHx'>>):
  | { steps: OrderStep[]; done: number }
  | undefined {
  if (status === -1) return undefined
  if (isNeedLogistics) return { steps: ['placed', 'paid', 'sent', 'received', 'reviewed'], done: status + 1 }
  const end = peisongType === 'zq' ? 'fetched' : isCanHx ? 'used' : 'delivered'
  // Nothing is on its way, so that there is one step less.
  return { steps: ['placed', 'paid', end, 'reviewed'], done: Math.min(status + 1, 2) + Math.max(0, status - 2) }
}
