/** What the paying page says, from what the server answered. */
import type { Order } from '@/api'
import { orderState } from './order-state'

export type PayingState = 'waiting' | 'unpaid' | 'closed' | 'paid' | 'sending' | 'checking' | 'delivered'

type Facts = Pick<Order, 'status' | 'isNeedLogistics' | 'supplyState' | 'refundStatus' | 'awaitsTeam'>

/** `isPatient`: it is too early to say that no money has come. */
export function payingState(order: Facts, isPatient: boolean): PayingState {
  const state = orderState(order)
  if (state === 'unpaid') return isPatient ? 'waiting' : 'unpaid'
  if (state === 'closed' || state === 'refunded') return 'closed'
  if (state === 'sending' || state === 'checking' || state === 'delivered') return state
  return 'paid'
}

const FIRST_MS = 1200
/** Codes are mostly there within a second of the payment. */
const SENDING_MS = 300
const LATER_MS = 2500
const PATIENCE = 8
const LONGEST = 45

export const isPatient = (asked: number): boolean => asked < PATIENCE

/** When to ask again after so many times; undefined to stop asking. */
export function pauseBefore(state: PayingState, asked: number): number | undefined {
  if (state !== 'waiting' && state !== 'sending') return undefined
  if (asked >= LONGEST) return undefined
  if (state === 'sending') return asked < 10 ? SENDING_MS : LATER_MS
  return asked < 3 ? FIRST_MS : LATER_MS
}
