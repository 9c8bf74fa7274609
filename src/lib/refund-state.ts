/** What the numbers of an after-sale request mean to the person who made it. */
import type { OrderLine, RefundBase } from '@/api'

export type RefundState = 'asked' | 'withdrawn' | 'refused' | 'sendBack' | 'sentBack' | 'paying' | 'paid' | 'exchanged'

const EXCHANGE = 2

export function refundState({ status, status2, type }: Pick<RefundBase, 'status' | 'status2' | 'type'>): RefundState {
  if (status === 0) return 'asked'
  if (status === 1) return 'withdrawn'
  if (status === 2) return 'refused'
  if (status === 4) return type === EXCHANGE ? 'exchanged' : 'paid'
  if (status2 === 1) return 'sendBack'
  return status2 === 2 ? 'sentBack' : 'paying'
}

/** While nothing was sent back and no money is on its way. */
export const isWithdrawable = (state: RefundState): boolean => state === 'asked' || state === 'sendBack'

export const isRefundOver = (state: RefundState): boolean =>
  state === 'withdrawn' || state === 'refused' || state === 'paid' || state === 'exchanged'

export const refundTone = (state: RefundState): 'accent' | 'pine' | 'faint' | 'ink' =>
  state === 'paid' || state === 'exchanged'
    ? 'pine'
    : state === 'sendBack'
      ? 'accent'
      : state === 'withdrawn' || state === 'refused'
        ? 'faint'
        : 'ink'

/** Types that all of these lines are open to. */
export function commonTypes(lines: ReadonlyArray<Pick<OrderLine, 'afterSale'>>): Array<0 | 1 | 2> {
  const [first, ...others] = lines.map(({ afterSale }) => afterSale.split(',').filter(Boolean).map(Number))
  return ([0, 1, 2] as const).filter(type => first?.includes(type) && others.every(types => types.includes(type)))
}

/** Lines for which something can be asked. */
export const isOpenLine = ({ afterSale }: Pick<OrderLine, 'afterSale'>): boolean => afterSale !== ''

export interface SendingBack {
  linkMan?: string
  mobile?: string
  address?: string
  shipperName?: string
  trackingNumber?: string
}

/** Where to send back, and with what it was sent; nothing when it cannot be read. */
export function sendingBack(logisticsContent: string | undefined): SendingBack {
  try {
    return JSON.parse(logisticsContent ?? '{}') as SendingBack
  } catch {
    return {}
  }
}

export const isTrackingNumber = (text: string): boolean => /^[\w-]{4,40}$/.test(text.trim())

/** Yuan as people type it; undefined for what is no amount of at least a fen, or more than `most`. */
export function amountIn(text: string, most: number): number | undefined {
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(text.trim())) return undefined
  const amount = Number(text)
  return amount >= 0.01 && amount <= most ? amount : undefined
}
