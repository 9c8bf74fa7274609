/** What an order's numbers mean to the person who placed it. */
import type { Order, OrderLine } from '@/api'

export type OrderState =
  | 'unpaid'
  | 'toTeam'
  | 'toShip'
  | 'toPickUp'
  | 'toVisit'
  | 'sending'
  | 'checking'
  | 'shipped'
  | 'delivered'
  | 'received'
  | 'used'
  | 'reviewed'
  | 'closed'
  | 'refunded'

/** What the shopper can do; the first is the one thing to do next. */
export type OrderAction = 'pay' | 'cancel' | 'invite' | 'confirm' | 'codes' | 'review' | 'again' | 'delete'

type Facts = Pick<Order, 'status' | 'isNeedLogistics' | 'supplyState' | 'refundStatus' | 'peisongType' | 'awaitsTeam'> &
  Partial<Pick<Order, 'isCanHx'>>

export function orderState(order: Facts): OrderState {
  const { status, isNeedLogistics, refundStatus, awaitsTeam } = order
  if (status === -1) return refundStatus === 1 ? 'refunded' : 'closed'
  if (status === 0) return 'unpaid'
  if (status === 4) return 'reviewed'
  if (awaitsTeam) return 'toTeam'
  if (isNeedLogistics) return status === 1 ? 'toShip' : status === 2 ? 'shipped' : 'received'
  return unsentState(order)
}

/** Of what no parcel brings: codes, what is fetched, and what somebody comes for. */
function unsentState({ status, supplyState, peisongType, isCanHx }: Facts): OrderState {
  if (supplyState === 3) return 'checking'
  if (isCanHx && peisongType !== 'zq' && supplyState === undefined) return status === 1 ? 'toVisit' : 'used'
  const isFetched = peisongType === 'zq'
  if (status === 1) return isFetched && supplyState !== 1 ? 'toPickUp' : (supplied[supplyState ?? 0] ?? 'toShip')
  // What has codes is looked at again; what was fetched is only to be reviewed.
  return isFetched && supplyState === undefined ? 'received' : 'delivered'
}

/** What is paid and nobody ships; a hosted service does not know that its codes have come. */
const supplied: Partial<Record<number, OrderState>> = { 1: 'sending', 2: 'delivered', 4: 'refunded' }

const actions: Record<OrderState, OrderAction[]> = {
  unpaid: ['pay', 'cancel'],
  toTeam: ['invite'],
  toShip: [],
  toPickUp: [],
  toVisit: [],
  sending: [],
  checking: [],
  shipped: ['confirm'],
  delivered: ['codes', 'review', 'again'],
  received: ['review', 'again', 'delete'],
  used: ['review', 'again', 'delete'],
  reviewed: ['again', 'delete'],
  closed: ['again', 'delete'],
  refunded: ['again', 'delete'],
}

/** What the amount of an order is: still to be paid, paid, or neither, when it was closed before. */
export function amountMeaning({ status, datePay }: Pick<Order, 'status' | 'datePay'>): 'toPay' | 'paid' | 'unpaid' {
  if (status === 0) return 'toPay'
  return datePay ? 'paid' : 'unpaid'
}

export function orderActions(order: Facts): OrderAction[] {
  const state = orderState(order)
  return state === 'delivered' && order.status === 1
    ? ['codes']
    : order.status === 1 && state === 'refunded'
      ? []
      : actions[state]
}

export type Tone = 'accent' | 'pine' | 'ink' | 'faint'

const tones: Partial<Record<OrderState, Tone>> = {
  unpaid: 'accent',
  delivered: 'pine',
  received: 'pine',
  used: 'pine',
  reviewed: 'pine',
  closed: 'faint',
  refunded: 'faint',
}

export const orderTone = (order: Facts): Tone => tones[orderState(order)] ?? 'ink'

/** Something was topped up for the shopper: there is no code to look at. */
export const isTopUp = (lines: ReadonlyArray<Pick<OrderLine, 'fields'>>): boolean =>
  lines.some(({ fields = [] }) => fields.length > 0)
