import { type Fen, fen } from '../../../contract/money'
import { GatewayError } from '../error'
import { asObject, asText, type JsonObject } from '../json'
import { PARTY } from './refusal'

const states = ['SUCCESS', 'CLOSED', 'PROCESSING', 'ABNORMAL'] as const
/** `ABNORMAL`: the payer's card takes nothing any more, a person decides in the merchant console. */
export type RefundState = (typeof states)[number]

export interface RefundOrder {
  /** The payment that the money came with. */
  outTradeNo: string
  /** Up to 64 letters, digits, `_`, `-`, `|`, `*`, `@`. The same number gives money back once, however often it is asked. */
  outRefundNo: string
  amountFen: number
  /** What the payment brought. */
  totalFen: number
  /** Shown to the payer; cut at 80 bytes. */
  reason: string
  /** Where WeChat Pay tells how it ended. */
  notifyUrl?: string | undefined
}

/** How giving back stands. */
export interface Refunding {
  outRefundNo: string
  state: RefundState
  amountFen: Fen
}

/** The request. The number stands in paths and books, so it is checked before it is put there. */
export function refundContent({
  outTradeNo,
  outRefundNo,
  amountFen,
  totalFen,
  reason,
  notifyUrl,
}: RefundOrder): JsonObject {
  const isWhole = Number.isSafeInteger(amountFen) && amountFen >= 1 && amountFen <= totalFen
  if (!isWhole || !/^[0-9A-Za-z_\-|*@]{1,64}$/.test(outRefundNo))
    throw new GatewayError(PARTY, 'badRequest', { sent: 'no', detail: isWhole ? 'out_refund_no' : 'amount' })
  return {
    out_trade_no: outTradeNo,
    out_refund_no: outRefundNo,
    ...(reason && { reason }),
    ...(notifyUrl && { notify_url: notifyUrl }),
    amount: { refund: amountFen, total: totalFen, currency: 'CNY' },
  }
}

/** Reads an answer; undefined when it says less than it must, or tells of another refund. */
export function readRefund(json: JsonObject, { outRefundNo, amountFen }: RefundOrder): Refunding | undefined {
  const state = states.find(known => known === json.status)
  const refunded = asObject(json.amount)?.refund
  if (!state || asText(json.out_refund_no) !== outRefundNo || refunded !== amountFen) return undefined
  return { outRefundNo, state, amountFen: fen(amountFen) }
}

/** How a refund ended, as a notification tells it. What it gave back is asked for, and not believed from here. */
export interface RefundEvent {
  outTradeNo: string
  outRefundNo: string
  state: RefundState
}

/** A notification calls the state `refund_status`, an answer `status`. */
export function readRefundEvent(json: JsonObject): RefundEvent | undefined {
  const state = states.find(known => known === json.refund_status)
  const outTradeNo = asText(json.out_trade_no)
  const outRefundNo = asText(json.out_refund_no)
  return state && outTradeNo && outRefundNo ? { outTradeNo, outRefundNo, state } : undefined
}
