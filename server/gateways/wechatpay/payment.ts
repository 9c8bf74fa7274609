import { type Fen, fen } from '../../../contract/money'
import { asObject, asText, type JsonObject } from '../json'

const states = ['SUCCESS', 'REFUND', 'NOTPAY', 'CLOSED', 'REVOKED', 'USERPAYING', 'PAYERROR'] as const
export type PaymentState = (typeof states)[number]

/** A payment as WeChat Pay describes it. Whether it is the payment we asked for is the caller's to check, field by field. */
export interface Payment {
  outTradeNo: string
  state: PaymentState
  /** What the order costs. The payer may have paid less, with a coupon of WeChat's; never compare that. */
  amountFen?: Fen
  currency?: string
  transactionId?: string
  payerOpenid?: string
  successTime?: Date
  mchid?: string
  appid?: string
}

/** A payment that money came in for: then the amount and WeChat's own number are there. */
export interface PaidPayment extends Payment {
  amountFen: Fen
  currency: string
  transactionId: string
  mchid: string
  appid: string
}

/** Reads a query's answer or a decrypted notification; undefined when it says less than such a text must. */
export function readPayment(json: JsonObject | undefined): Payment | undefined {
  const state = states.find(known => known === json?.trade_state)
  const outTradeNo = asText(json?.out_trade_no)
  if (!json || !state || !outTradeNo) return undefined
  const amount = asObject(json.amount)
  const total = amount?.total
  const payment: Payment = {
    outTradeNo,
    state,
    amountFen: Number.isSafeInteger(total) && Number(total) >= 0 ? fen(Number(total)) : undefined,
    currency: asText(amount?.currency),
    transactionId: asText(json.transaction_id),
    payerOpenid: asText(asObject(json.payer)?.openid),
    successTime: readTime(json.success_time),
    mchid: asText(json.mchid),
    appid: asText(json.appid),
  }
  return (state === 'SUCCESS' || state === 'REFUND') && !isComplete(payment) ? undefined : payment
}

export const isComplete = (payment: Payment): payment is PaidPayment =>
  payment.amountFen !== undefined &&
  payment.currency !== undefined &&
  payment.transactionId !== undefined &&
  payment.mchid !== undefined &&
  payment.appid !== undefined

/** RFC 3339, which always carries its offset. */
function readTime(value: unknown): Date | undefined {
  const text = asText(value) ?? ''
  const at = new Date(text)
  return /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(at.getTime()) ? at : undefined
}
