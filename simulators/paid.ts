import { remember } from './bounded'

export interface PaidOrder {
  transactionId: string
  outTradeNo: string
  openid: string
  at: Date
}

export type Paid = ReturnType<typeof createPaid>

const MOST_PAID = 10_000

/** What WeChat itself knows of what was paid through WeChat Pay: its two houses share one book. */
export function createPaid() {
  const byTransaction = new Map<string, PaidOrder>()
  return {
    note: (order: PaidOrder) => remember(byTransaction, order.transactionId, order, MOST_PAID),
    byTransaction: (id: unknown) => byTransaction.get(String(id)),
  }
}
