import { randomBytes, randomInt } from 'node:crypto'
import { remember } from '../bounded'
import type { Clock } from '../clock'
import type { Faults } from './faults'
import { BizRefusal } from './refusal'

export interface Order {
  outTradeNo: string
  totalFen: number
  subject: string
  notifyUrl: string
  returnUrl: string
  expiresAt: Date
  /** What the cashier's page is asked for by. */
  session: string
  tradeNo: string
  isClosed: boolean
  paidAt?: Date | undefined
  refunds: Map<string, { amountFen: number; at: Date }>
}

const MOST_ORDERS = 10_000
const LONGEST_LIFE_MS = 15 * 86_400_000

export type Orders = ReturnType<typeof createOrders>

export function createOrders(clock: Clock, faults: Faults) {
  const byNumber = new Map<string, Order>()

  const refunded = (order: Order) => [...order.refunds.values()].reduce((sum, { amountFen }) => sum + amountFen, 0)

  const stateOf = (order: Order) => {
    if (order.paidAt) return refunded(order) >= order.totalFen ? 'TRADE_CLOSED' : 'TRADE_SUCCESS'
    return order.isClosed || order.expiresAt <= clock.now() ? 'TRADE_CLOSED' : 'WAIT_BUYER_PAY'
  }

  const existing = (outTradeNo: string): Order => {
    const order = byNumber.get(outTradeNo)
    if (!order) throw new BizRefusal('ACQ.TRADE_NOT_EXIST', '交易不存在')
    return order
  }

  return {
    stateOf,
    refunded,
    existing,
    bySession: (session: string) => [...byNumber.values()].find(order => order.session === session),
    all: () => [...byNumber.values()],

    /** The buyer has opened the cashier: from now on the order exists. The same number must ask for the same. */
    open(content: Record<string, unknown>, { notifyUrl, returnUrl }: { notifyUrl: string; returnUrl: string }): Order {
      const outTradeNo = text(content, 'out_trade_no', 64)
      const totalFen = fenOf(text(content, 'total_amount', 11))
      const known = byNumber.get(outTradeNo)
      if (known && known.totalFen !== totalFen) throw new BizRefusal('ACQ.CONTEXT_INCONSISTENT', '交易信息被篡改')
      if (known) return known
      const subject = text(content, 'subject', 256)
      if (/[/=&]/.test(subject)) throw new BizRefusal('ACQ.INVALID_PARAMETER', 'subject不可使用特殊字符，如 /，=，& 等')
      const order: Order = {
        outTradeNo,
        totalFen,
        subject,
        notifyUrl,
        returnUrl,
        expiresAt: expiryOf(content, clock.now()),
        session: randomBytes(16).toString('hex'),
        tradeNo: `${clock.now().toISOString().slice(0, 10).replaceAll('-', '')}22001${digits(15)}`,
        isClosed: false,
        refunds: new Map(),
      }
      remember(byNumber, outTradeNo, order, MOST_ORDERS)
      return order
    },

    close(order: Order): void {
      if (order.paidAt) throw new BizRefusal('ACQ.REASON_TRADE_STATUS_INVALID', '交易状态不合法')
      if (stateOf(order) === 'TRADE_CLOSED') throw new BizRefusal('ACQ.TRADE_HAS_CLOSE', '交易已经关闭')
      order.isClosed = true
    },

    /** Answers whether money moved by this very call. */
    refund(order: Order, outRequestNo: string, fen: number): boolean {
      if (!order.paidAt) throw new BizRefusal('ACQ.TRADE_STATUS_ERROR', '交易状态不合法')
      const known = order.refunds.get(outRequestNo)
      if (known !== undefined) {
        if (known.amountFen !== fen)
          throw new BizRefusal('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL', '退款金额与之前的请求不一致')
        return false
      }
      if (refunded(order) + fen > order.totalFen) throw new BizRefusal('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL', '退款金额超限')
      if (faults.take('sellerBalanceShort')) throw new BizRefusal('ACQ.SELLER_BALANCE_NOT_ENOUGH', '卖家余额不足')
      order.refunds.set(outRequestNo, { amountFen: fen, at: clock.now() })
      return true
    },
  }
}

function expiryOf(content: Record<string, unknown>, now: Date): Date {
  const { time_expire: at } = content
  const latest = now.getTime() + LONGEST_LIFE_MS
  if (at === undefined) return new Date(latest)
  const time = typeof at === 'string' ? Date.parse(`${at.replace(' ', 'T')}+08:00`) : Number.NaN
  if (!(time > now.getTime())) throw new BizRefusal('ACQ.INVALID_PARAMETER', 'time_expire 不合法')
  return new Date(Math.min(time, latest))
}

export function text(fields: Record<string, unknown>, name: string, most: number): string {
  const value = fields[name]
  if (typeof value !== 'string' || value === '' || value.length > most)
    throw new BizRefusal('ACQ.INVALID_PARAMETER', `参数无效：${name}`)
  return value
}

export function fenOf(yuan: string): number {
  const [, whole, decimals = ''] = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(yuan) ?? []
  const fen = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  if (!(fen >= 1)) throw new BizRefusal('ACQ.INVALID_PARAMETER', '参数无效：金额')
  return fen
}

const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('')
