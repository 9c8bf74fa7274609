import { type Fen, yuanText } from '../../../contract/money'
import { formatTime } from '../../../contract/time'
import type { BillLine } from '../bill'
import { GatewayError } from '../error'
import { addressOf, openLine } from '../http'
import { asText, type JsonObject } from '../json'
import { believed, PARTY } from './answer'
import { linesIn } from './bill'
import { type AlipayMoney, type AlipayNotification, fenFrom, readNotification } from './notification'
import { type Params, privateKeyFrom, publicKeyFrom, rsa2Sign, signContent } from './sign'

export type { AlipayMoney, AlipayNotification } from './notification'

export interface AlipaySettings {
  /** `https://openapi.alipay.com/gateway.do`, or a simulator's address. */
  gatewayUrl: string
  appId: string
  /** The account that collects, `2088…`; notifications for another are not taken for ours. */
  sellerId?: string | undefined
  /** The app's private key: PEM, or bare base64. */
  privateKey: string
  /** Alipay's public key, not the app's own: PEM, or bare base64. */
  alipayPublicKey: string
  timeoutMs?: number
  now?: () => Date
}

export interface AlipayOrder {
  outTradeNo: string
  subject: string
  amountFen: Fen
  notifyUrl: string
  expiresAt: Date
  /** Where the buyer's browser comes back to. What it says then proves nothing. */
  returnUrl?: string | undefined
}

export type AlipayState = 'WAIT_BUYER_PAY' | 'TRADE_CLOSED' | 'TRADE_SUCCESS' | 'TRADE_FINISHED'

/**
 * Alipay's open platform, RSA2 with public keys. Answers are believed after their signature is checked. Calls throw
 * `GatewayError` with `orderUnknown`, `orderClosed`, `orderPaid`, `shopBalanceShort`, `busy`, `credentials`, `noRight`, `noBill`,
 * `refused`; `unverified`, `unreadable` for an answer that proves nothing; and what a line throws.
 */
export interface Alipay {
  /** The address of the cashier for phones. Nothing is sent: Alipay knows the order when the buyer opens it. */
  wapUrl(order: AlipayOrder): string
  /** The same for computers. */
  pageUrl(order: AlipayOrder): string
  /** What an app for phones hands to Alipay's library. */
  appOrder(order: AlipayOrder): string
  /** The text of a QR code that the buyer scans. */
  precreate(order: AlipayOrder): Promise<string>
  /** Undefined when Alipay has no such order, which is so until the buyer has opened the cashier. */
  query(outTradeNo: string): Promise<{ state: AlipayState; money?: AlipayMoney | undefined } | undefined>
  /** Makes sure that nobody pays an order that Alipay knows; closing twice is fine. */
  close(outTradeNo: string): Promise<void>
  /** Gives back once under each number; whether it has come is answered. */
  refund(order: {
    outTradeNo: string
    outRefundNo: string
    amountFen: Fen
    reason: string
  }): Promise<'done' | 'underWay'>
  /** What came and went back on a day, `2026-01-31`; `noBill` when nothing did. */
  tradeBill(day: string): Promise<BillLine[]>
  readNotification(body: Buffer): AlipayNotification
  end(): Promise<void>
}

const WAP = { method: 'alipay.trade.wap.pay', product: 'QUICK_WAP_WAY' }
const PAGE = { method: 'alipay.trade.page.pay', product: 'FAST_INSTANT_TRADE_PAY' }
const APP = { method: 'alipay.trade.app.pay', product: 'QUICK_MSECURITY_PAY' }
const STATES = ['WAIT_BUYER_PAY', 'TRADE_CLOSED', 'TRADE_SUCCESS', 'TRADE_FINISHED'] as const
const LONGEST_SUBJECT = 256
const LARGEST_BILL = 64 << 20
const BILL_MS = 60_000

/** Throws on keys that cannot be used, so that a wrong setting stops the start and not the first payment. */
export function createAlipay(settings: AlipaySettings): Alipay {
  const { gatewayUrl, appId, sellerId, timeoutMs, now = () => new Date() } = settings
  const privateKey = privateKeyFrom(settings.privateKey)
  const publicKey = publicKeyFrom(settings.alipayPublicKey)
  const line = openLine(PARTY, { timeoutMs })
  const bills = openLine(PARTY, { largestAnswer: LARGEST_BILL, timeoutMs: BILL_MS })

  /** Every field is signed, and the charset stands in the address, too: by that one Alipay reads the rest. */
  function signed(method: string, content: JsonObject, more: Params = {}): Params {
    const params = {
      app_id: appId,
      method,
      format: 'JSON',
      charset: 'utf-8',
      sign_type: 'RSA2',
      timestamp: formatTime(now()),
      version: '1.0',
      ...more,
      biz_content: JSON.stringify(content),
    }
    return { ...params, sign: rsa2Sign(signContent(params), privateKey) }
  }

  async function call(method: string, content: JsonObject, more: Params = {}): Promise<JsonObject> {
    const url = addressOf(gatewayUrl, '')
    url.searchParams.set('charset', 'utf-8')
    const answer = await line.send({
      method: 'POST',
      url: url.href,
      headers: { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8', accept: 'application/json' },
      body: new URLSearchParams(signed(method, content, more)).toString(),
      // Every call names our own number, under which Alipay does each thing once.
      repeatable: true,
    })
    return believed(answer, method, publicKey)
  }

  const addresses = ({ notifyUrl, returnUrl }: AlipayOrder): Params => ({
    notify_url: notifyUrl,
    ...(returnUrl && { return_url: returnUrl }),
  })

  function urlOf({ method, product }: typeof WAP, order: AlipayOrder): string {
    const content = { ...contentOf(order, product), ...(order.returnUrl && { quit_url: order.returnUrl }) }
    const url = addressOf(gatewayUrl, '')
    url.search = new URLSearchParams(signed(method, content, addresses(order))).toString()
    return url.href
  }

  return {
    wapUrl: order => urlOf(WAP, order),
    pageUrl: order => urlOf(PAGE, order),
    appOrder: order =>
      new URLSearchParams(
        signed(APP.method, contentOf(order, APP.product), { notify_url: order.notifyUrl }),
      ).toString(),

    async precreate(order) {
      const answer = await call('alipay.trade.precreate', contentOf(order, 'FACE_TO_FACE_PAYMENT'), addresses(order))
      const code = asText(answer.qr_code)
      if (!code || answer.out_trade_no !== order.outTradeNo) throw unreadable('no code, or of another order')
      return code
    },

    async query(outTradeNo) {
      const answer = await call('alipay.trade.query', { out_trade_no: outTradeNo }).catch(unless('orderUnknown'))
      if (!answer) return undefined
      const state = STATES.find(known => known === answer.trade_status)
      if (!state || answer.out_trade_no !== outTradeNo) throw unreadable('no order, or another one')
      const [amountFen, transactionId] = [fenFrom(answer.total_amount), asText(answer.trade_no)]
      const known = amountFen !== undefined && transactionId !== undefined
      // Asked for under our own app and key: whose it is needs no further proof.
      return { state, money: known ? { outTradeNo, transactionId, amountFen, isOurs: true } : undefined }
    },

    async close(outTradeNo) {
      await call('alipay.trade.close', { out_trade_no: outTradeNo }).catch(unless('orderUnknown', 'orderClosed'))
    },

    async refund({ outTradeNo, outRefundNo, amountFen, reason }) {
      const about = { out_trade_no: outTradeNo, out_request_no: outRefundNo }
      const content = { ...about, refund_amount: yuanText(amountFen), refund_reason: reason.slice(0, 100) }
      const answer = await call('alipay.trade.refund', content)
      if (answer.fund_change === 'Y') return 'done'
      // N: nothing moved by this very call. It may have by one before, whose answer was lost.
      const found = await call('alipay.trade.fastpay.refund.query', about)
      return found.refund_status === 'REFUND_SUCCESS' && fenFrom(found.refund_amount) === amountFen
        ? 'done'
        : 'underWay'
    },

    async tradeBill(day) {
      const answer = await call('alipay.data.dataservice.bill.downloadurl.query', {
        bill_type: 'trade',
        bill_date: day,
      })
      const url = asText(answer.bill_download_url)
      if (!url || !/^https?:\/\//.test(url)) throw unreadable('no address of a bill')
      // The address itself is secret and works for half a minute; what lies there is not signed.
      const { status, body } = await bills.send({ method: 'GET', url, repeatable: true })
      if (status !== 200) throw unreadable(`the bill: HTTP ${status}`)
      return linesIn(body)
    },

    readNotification: body => readNotification(body, { appId, sellerId }, publicKey),
    async end() {
      await Promise.all([line.end(), bills.end()])
    },
  }
}

const contentOf = ({ outTradeNo, subject, amountFen, expiresAt }: AlipayOrder, product: string): JsonObject => ({
  out_trade_no: outTradeNo,
  total_amount: yuanText(amountFen),
  // Alipay refuses these three in a subject.
  subject: subject.replace(/[/=&]/g, ' ').slice(0, LONGEST_SUBJECT),
  product_code: product,
  time_expire: formatTime(expiresAt),
})

const unreadable = (detail: string) => new GatewayError(PARTY, 'unreadable', { sent: 'maybe', detail })

/** Turns named refusals into undefined. */
const unless =
  (...codes: string[]) =>
  (error: unknown): undefined => {
    if (!(error instanceof GatewayError && codes.includes(error.code))) throw error
  }
