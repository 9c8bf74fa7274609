import type { KeyObject } from 'node:crypto'
import { type Fen, fen } from '../../../contract/money'
import { GatewayError } from '../error'
import { PARTY } from './answer'
import { readForm } from './form'
import { isGenuine, type Params } from './sign'

export interface AlipayMoney {
  outTradeNo: string
  transactionId: string
  /** What the order costs; the buyer may have paid less, with a coupon of Alipay's. */
  amountFen: Fen
  /** Whether it went to our own app and account there. */
  isOurs: boolean
}

/** What Alipay tells: a payment that has come, a refund, or nothing that matters to a shop. */
export type AlipayNotification = { id: string } & (
  | { kind: 'paid'; money: AlipayMoney }
  | { kind: 'refund'; outTradeNo: string; outRefundNo: string }
  | { kind: 'other' }
)

interface Ours {
  appId: string
  /** The account that the app collects for; not checked where it is not set. */
  sellerId?: string | undefined
}

/**
 * Opens a notification. A refund is told with `TRADE_SUCCESS`, too, and must not be taken for a payment. Throws `GatewayError`
 * `signature` or `unreadable`.
 */
export function readNotification(body: Buffer, ours: Ours, key: KeyObject): AlipayNotification {
  const params = readForm(body)
  if (!params) throw new GatewayError(PARTY, 'unreadable', { sent: 'no' })
  if (!isGenuine(params, key)) throw new GatewayError(PARTY, 'signature', { sent: 'no' })
  const { notify_id: id, out_trade_no: outTradeNo, trade_status: status } = params
  if (!id || !outTradeNo) throw new GatewayError(PARTY, 'unreadable', { sent: 'no' })
  if (params.refund_fee || params.gmt_refund || params.out_biz_no)
    return { id, kind: 'refund', outTradeNo, outRefundNo: params.out_biz_no ?? '' }
  if (status !== 'TRADE_SUCCESS' && status !== 'TRADE_FINISHED') return { id, kind: 'other' }
  const money = moneyIn(params, ours)
  if (!money) throw new GatewayError(PARTY, 'unreadable', { sent: 'no' })
  return { id, kind: 'paid', money }
}

function moneyIn(params: Params, { appId, sellerId }: Ours): AlipayMoney | undefined {
  const amountFen = fenFrom(params.total_amount)
  const { out_trade_no: outTradeNo, trade_no: transactionId, app_id, seller_id } = params
  if (amountFen === undefined || !outTradeNo || !transactionId) return undefined
  return { outTradeNo, transactionId, amountFen, isOurs: app_id === appId && (!sellerId || seller_id === sellerId) }
}

/** `20.00` to 2000; undefined for anything that is not yuan with two decimals at most. */
export function fenFrom(yuan: unknown): Fen | undefined {
  const [, whole, decimals = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(typeof yuan === 'string' ? yuan : '') ?? []
  return whole === undefined ? undefined : fen(Number(whole) * 100 + Number(decimals.padEnd(2, '0')))
}
