import { randomInt } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { formatTime } from '../../contract/time'
import { remember } from '../bounded'
import type { Clock } from '../clock'
import type { Faults } from './faults'
import type { Order, Orders } from './orders'
import { type Fields, jsonOf, objectIn, textIn } from './placing'
import { ApiRefusal, paramError } from './refusal'

/** A refund as the API tells of it, and what was asked for, to recognise the same request. */
export interface Refund {
  outRefundNo: string
  outTradeNo: string
  transactionId: string
  amountFen: number
  reason: string
  status: 'PROCESSING' | 'SUCCESS' | 'ABNORMAL'
  totalFen: number
  notifyUrl?: string | undefined
  /** As ISO text. */
  at: string
}

interface Desk {
  clock: Clock
  orders: Orders
  faults: Faults
  /** Called when a refund has ended. */
  onEnd(refund: Refund): void
}

const MOST_REFUNDS = 10_000

export type Refunds = ReturnType<typeof createRefunds>

/** What was given back, by our own numbers. */
export function createRefunds({ clock, orders, faults, onEnd }: Desk) {
  const byNumber = new Map<string, Refund>()

  /** The same number once, whatever comes; never more than the payment brought. */
  function give(fields: Fields): Refund {
    const asked = readRefund(fields)
    const order = paidOrder(orders.byNumber(asked.outTradeNo))
    const known = byNumber.get(asked.outRefundNo)
    if (known) return again(known, asked)
    if (asked.totalFen !== order.amountFen) throw paramError('订单金额或退款金额与之前请求不一致，请核实后再试')
    const before = [...byNumber.values()].filter(({ outTradeNo }) => outTradeNo === asked.outTradeNo)
    const given = before.reduce((sum, { amountFen }) => sum + amountFen, 0)
    if (given + asked.amountFen > order.amountFen)
      throw new ApiRefusal(403, 'REQUEST_BLOCKED', '申请退款金额大于可退金额')
    if (faults.take('shopBalanceShort')) throw new ApiRefusal(403, 'NOT_ENOUGH', '基本账户余额不足，请充值后重新发起')
    const refund: Refund = {
      outRefundNo: asked.outRefundNo,
      outTradeNo: asked.outTradeNo,
      transactionId: order.paid.transactionId,
      amountFen: asked.amountFen,
      reason: asked.reason,
      totalFen: asked.totalFen,
      notifyUrl: asked.notifyUrl,
      status: faults.take('abnormalRefund') ? 'ABNORMAL' : faults.take('slowRefund') ? 'PROCESSING' : 'SUCCESS',
      at: clock.now().toISOString(),
    }
    remember(byNumber, refund.outRefundNo, refund, MOST_REFUNDS)
    if (refund.status !== 'PROCESSING') onEnd(refund)
    return refund
  }

  /** Asked for again, a slow refund has come. */
  function again(known: Refund, asked: ReturnType<typeof readRefund>): Refund {
    if (known.amountFen !== asked.amountFen || known.outTradeNo !== asked.outTradeNo)
      throw paramError('订单金额或退款金额与之前请求不一致，请核实后再试')
    const told = { ...known }
    if (known.status === 'PROCESSING') told.status = known.status = 'SUCCESS'
    return told
  }

  /** The bank has been quick: a slow refund has come without being asked for. */
  function finish(outRefundNo: string): Refund | undefined {
    const refund = byNumber.get(outRefundNo)
    if (refund?.status === 'PROCESSING') refund.status = 'SUCCESS'
    return refund
  }

  return { give, finish, byNumber: (no: string) => byNumber.get(no), all: () => [...byNumber.values()] }
}

/** The merchant's door to them. */
export function refundDesk(app: FastifyInstance, refunds: Refunds): void {
  app.get('/refunds/:no', async request => {
    const refund = refunds.byNumber((request.params as { no: string }).no)
    if (!refund) throw new ApiRefusal(404, 'RESOURCE_NOT_EXISTS', '退款单不存在')
    return answerOf(refund)
  })

  app.post('/refunds', async request => answerOf(refunds.give(objectIn(jsonOf(request), '请求体'))))
}

function readRefund(fields: Fields) {
  const { refund, total, currency } = objectIn(fields.amount, 'amount')
  if (!Number.isSafeInteger(refund) || Number(refund) < 1)
    throw paramError('输入源“/body/amount/refund”数值规则校验失败')
  if (currency !== 'CNY') throw paramError('输入源“/body/amount/currency”枚举规则校验失败')
  return {
    outTradeNo: textIn(fields, 'out_trade_no', 32),
    outRefundNo: textIn(fields, 'out_refund_no', 64),
    reason: fields.reason === undefined ? '' : textIn(fields, 'reason', 80),
    amountFen: Number(refund),
    totalFen: Number(total),
    notifyUrl: fields.notify_url === undefined ? undefined : textIn(fields, 'notify_url', 256),
  }
}

function paidOrder(order: Order | undefined): Order & { paid: NonNullable<Order['paid']> } {
  if (!order) throw new ApiRefusal(404, 'RESOURCE_NOT_EXISTS', '订单不存在')
  if (!order.paid) throw new ApiRefusal(400, 'INVALID_REQUEST', '订单未支付，不能退款')
  return { ...order, paid: order.paid }
}

/** As a notification tells it: the state has another name there, and the app is not told. */
export const refundOf = (refund: Refund, mchid: string) => ({
  mchid,
  out_trade_no: refund.outTradeNo,
  transaction_id: refund.transactionId,
  out_refund_no: refund.outRefundNo,
  refund_status: refund.status,
  user_received_account: '支付用户零钱',
  amount: {
    total: refund.totalFen,
    refund: refund.amountFen,
    payer_total: refund.totalFen,
    payer_refund: refund.amountFen,
  },
})

const answerOf = ({ outRefundNo, outTradeNo, transactionId, amountFen, status, at }: Refund) => ({
  refund_id: `50${Array.from({ length: 26 }, () => randomInt(10)).join('')}`,
  out_refund_no: outRefundNo,
  transaction_id: transactionId,
  out_trade_no: outTradeNo,
  channel: 'ORIGINAL',
  user_received_account: '支付用户零钱',
  create_time: `${formatTime(new Date(at)).replace(' ', 'T')}+08:00`,
  ...(status === 'SUCCESS' && { success_time: `${formatTime(new Date(at)).replace(' ', 'T')}+08:00` }),
  status,
  amount: { refund: amountFen, payer_refund: amountFen, currency: 'CNY' },
})
