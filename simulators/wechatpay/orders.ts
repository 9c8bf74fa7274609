import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { remember } from '../bounded'
import type { Clock } from '../clock'
import type { Placing } from './placing'
import { ApiRefusal } from './refusal'

export interface Order extends Placing {
  prepayId: string
  /** The id of its notification, the same on every repeat. */
  eventId: string
  closesAt: Date
  isClosed: boolean
  paid?: { transactionId: string; openid: string; at: Date }
  /** The order as it was asked for, to recognise the same request. */
  placing: string
}

const PREPAY_MS = 2 * 3_600_000
const MOST_ORDERS = 10_000

export type Orders = ReturnType<typeof createOrders>

export function createOrders(clock: Clock) {
  const byNumber = new Map<string, Order>()

  const stateOf = (order: Order): 'SUCCESS' | 'CLOSED' | 'NOTPAY' => {
    if (order.paid) return 'SUCCESS'
    return order.isClosed || order.closesAt <= clock.now() ? 'CLOSED' : 'NOTPAY'
  }

  return {
    stateOf,
    byNumber: (outTradeNo: string): Order | undefined => byNumber.get(outTradeNo),
    all: () => [...byNumber.values()],
    byTransaction: (id: string) => [...byNumber.values()].find(({ paid }) => paid?.transactionId === id),
    byPrepay: (prepayId: string) => [...byNumber.values()].find(order => order.prepayId === prepayId),

    /** The order for a request: a new one, or the same while it is unpaid and the request has not changed. */
    place(placing: Placing): Order {
      const same = byNumber.get(placing.outTradeNo)
      if (same?.paid) throw new ApiRefusal(400, 'ORDERPAID', '该订单已支付')
      if (same && same.placing === JSON.stringify(placing) && stateOf(same) === 'NOTPAY') return same
      if (same) throw new ApiRefusal(403, 'OUT_TRADE_NO_USED', '商户订单号重复')
      const order = newOrder(placing, clock.now())
      remember(byNumber, order.outTradeNo, order, MOST_ORDERS)
      return order
    },

    close(order: Order): void {
      if (order.paid) throw new ApiRefusal(400, 'ORDERPAID', '该订单已支付')
      if (stateOf(order) === 'CLOSED') throw new ApiRefusal(400, 'ORDER_CLOSED', '订单已关闭')
      order.isClosed = true
    },

    pay(order: Order): void {
      const transactionId = `42${Array.from({ length: 26 }, () => randomInt(10)).join('')}`
      const openid = order.openid ?? `o${randomBytes(20).toString('base64url')}`
      order.paid = { transactionId, openid, at: clock.now() }
    },
  }
}

function newOrder(placing: Placing, now: Date): Order {
  return {
    ...placing,
    prepayId: `wx${randomBytes(17).toString('hex')}`,
    eventId: randomUUID(),
    closesAt: new Date(Math.min(now.getTime() + PREPAY_MS, placing.expiresAt ?? Number.POSITIVE_INFINITY)),
    isClosed: false,
    placing: JSON.stringify(placing),
  }
}
