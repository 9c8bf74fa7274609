/** What the paying page says, from what the server answered. */
import type { Order } from '@/api'
import { orderState } from './order-state'

/** Who takes money over the net. */
export type OnlineWay = 'wechat' | 'alipay'
export type PayMethod = OnlineWay | 'balance'

/** What a sheet over the page says when it closes unpaid. */
export type SheetEnd = 'cancelled' | 'failed'

/** What a page is told of a payment. `ended` never says whether money has come; it only makes the page ask less patiently. */
export type Standing = {
  outTradeId?: string
  ended?: SheetEnd
}

/** As a page's address has it: ours, or the number that Alipay brings back. */
export const numberIn = ({ outTradeId, out_trade_no: ofAlipay }: Partial<Record<string, string>>): string | undefined =>
  outTradeId ?? ofAlipay

/** Where money has gone that came too late for what it was for. */
export type LateMoney = 'balance' | 'returning' | 'returned'

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

/** Whoever closed the sheet wants to go on; the first answers settle it. */
const PATIENCE_AFTER_SHEET = { cancelled: 1, failed: 3 }

export const isPatient = (asked: number, ended?: SheetEnd): boolean =>
  asked < (ended ? PATIENCE_AFTER_SHEET[ended] : PATIENCE)

/** When to ask again after so many times; undefined to stop asking. */
export function pauseBefore(state: PayingState, asked: number): number | undefined {
  // A sheet may be wrong about the money: what is called unpaid early is asked about as long as anything else.
  const isEarly = state === 'unpaid' && isPatient(asked)
  if (state !== 'waiting' && state !== 'sending' && !isEarly) return undefined
  if (asked >= LONGEST) return undefined
  if (state === 'sending') return asked < 10 ? SENDING_MS : LATER_MS
  return asked < 3 ? FIRST_MS : LATER_MS
}
