import { createPrivateKey } from 'node:crypto'
import { formatTime } from '../../../contract/time'
import type { BillLine } from '../bill'
import { GatewayError } from '../error'
import type { JsonObject } from '../json'
import { tradeBill } from './bill'
import { createCaller } from './call'
import { type Complaints, createComplaints } from './complaints'
import { type Delivery, type Notification, readNotification } from './notification'
import { type Payment, readPayment } from './payment'
import { type Refunding, type RefundOrder, readRefund, refundContent } from './refund'
import { PARTY } from './refusal'
import { type PaymentSheet, type PhoneSheet, paymentSheet, phoneSheet } from './sheet'
import { platformKeysFrom, rsaKey } from './sign'
import { createTransfers, type TransferSettings, type Transfers } from './transfers'

export type { Complaint, Complaints } from './complaints'
export type { Notification } from './notification'
export type { PaidPayment, Payment, PaymentState } from './payment'
export type { RefundEvent, Refunding, RefundOrder, RefundState } from './refund'
export type { PaymentSheet, PhoneSheet } from './sheet'
export type { Transferring, TransferSheet, Transfers } from './transfers'

export interface WechatPaySettings {
  /** `https://api.mch.weixin.qq.com`, or a simulator's address, which may have a path of its own. */
  baseUrl: string
  mchid: string
  /** The mini-program's. */
  appid: string
  /** Other apps of the shop that the merchant number is bound to: its official account, its app for phones. */
  officialAppid?: string | undefined
  phoneAppid?: string | undefined
  /** Serial number of the merchant's certificate, hex. */
  serialNo: string
  /** The merchant's private key, PEM. */
  privateKey: string
  /** 32 characters, set in the merchant console. */
  apiV3Key: string
  /**
   * PEM public keys by their `PUB_KEY_ID_…`; none for a merchant who has certificates alone. Those are fetched, and may
   * stand here, too.
   */
  platformKeys: Record<string, string>
  /** Where the merchant has opened transfers to people. */
  transfers?: Pick<TransferSettings, 'scene' | 'reports'> | undefined
  userAgent?: string
  timeoutMs?: number
  /** The clock that signs calls and dates answers. */
  now?: () => Date
}

interface Order {
  /** 6 to 32 letters, digits, `_`, `-`, `*`. Asked for again, every field must be the same. */
  outTradeNo: string
  /** Shown to the payer; cut at 127 bytes. */
  description: string
  amountFen: number
  /** https in production, without a query. */
  notifyUrl: string
  /** After this nobody can pay. WeChat Pay keeps a prepared payment for two hours at most. */
  expiresAt?: Date
}

/**
 * WeChat Pay, API v3. Every answer is believed only after its signature is checked. All calls throw `GatewayError` with
 * `badRequest`, `credentials`, `noRight`, `tradeNoUsed`, `orderUnknown`, `orderPaid`, `orderClosed`, `userPaying`,
 * `openidMismatch`, `shopBalanceShort`, `tooMany`, `busy`, `refused`; `unverified`, `signature`, `stale`, `unknownSerial`, `unreadable` for an
 * answer that proves nothing; and what a line throws.
 */
export interface WechatPay {
  /** In the mini-program, or, with `appid`, on a page inside WeChat; the openid is the payer's in that very app. */
  jsapi(order: Order & { openid: string; appid?: string | undefined }): Promise<{ prepayId: string }>
  /** Whether an app for phones is set. */
  readonly hasPhoneApp: boolean
  app(order: Order): Promise<{ prepayId: string }>
  /** The text of a QR code that the payer scans, good for two hours. */
  native(order: Order): Promise<{ codeUrl: string }>
  /** The address that opens WeChat from a phone's browser, for about five minutes; `redirect_url` may be added to it. */
  h5(order: Order & { payerIp: string }): Promise<{ url: string }>
  /** Undefined when WeChat Pay has no such order. */
  query(outTradeNo: string): Promise<Payment | undefined>
  /**
   * Makes sure that nobody pays the order any more; closing twice is fine. `tooMany` may mean that the payer is paying at
   * this moment: query, and do not take it for closed.
   */
  close(outTradeNo: string): Promise<void>
  /**
   * Gives money back, and tells how a refund stands when it is asked again with the same number. `SUCCESS` alone means that
   * the payer has it; a refund still `PROCESSING` is asked for again later.
   */
  refund(refund: RefundOrder): Promise<Refunding>
  /** What came and went back on a day, `2026-01-31`; `noBill` when nothing did. */
  tradeBill(day: string): Promise<BillLine[]>
  readonly complaints: Complaints
  /** Money to people, where the merchant has opened it. */
  readonly transfers: Transfers | undefined
  sheet(prepayId: string, now: Date, appid?: string): PaymentSheet
  phoneSheet(prepayId: string, now: Date): PhoneSheet
  /** Whether money for this merchant and app is ours; a signature proves only who says it. */
  isOurs(payment: { mchid: string; appid: string }): boolean
  readNotification(delivery: Delivery): Promise<Notification>
  /** Ends the connections. */
  end(): Promise<void>
}

const ORDERS = '/v3/pay/transactions'
/** What a prepared payment is opened by. */
const ANSWERS = { jsapi: 'prepay_id', app: 'prepay_id', h5: 'h5_url', native: 'code_url' } as const
const REFUNDS = '/v3/refund/domestic/refunds'
const LONGEST_DESCRIPTION = 127
const LONGEST_REASON = 80

/** Throws on keys that cannot be used, so that a wrong setting stops the start and not the first payment. */
export function createWechatPay(settings: WechatPaySettings): WechatPay {
  const { mchid, appid, userAgent = 'xiaopu', now = () => new Date() } = settings
  const privateKey = rsaKey(createPrivateKey(settings.privateKey))
  const keys = platformKeysFrom(settings.platformKeys)
  const apiV3Key = apiKeyOf(settings.apiV3Key)
  const caller = createCaller({ ...settings, keys, apiV3Key, userAgent, now })

  const { call, ring, end } = caller
  const { officialAppid, phoneAppid } = settings

  async function place(kind: 'jsapi' | 'app' | 'h5' | 'native', order: Order, more: JsonObject) {
    const wanted = ANSWERS[kind]
    const answer = await call('POST', `${ORDERS}/${kind}`, { appid, mchid, ...contentOf(order), ...more })
    const value = answer[wanted]
    if (typeof value !== 'string' || value === '') throw unreadable(`no ${wanted}`)
    return value
  }

  return {
    async jsapi({ openid, appid: other = appid, ...order }) {
      return { prepayId: await place('jsapi', order, { appid: other, payer: { openid } }) }
    },

    hasPhoneApp: phoneAppid !== undefined,

    async app(order) {
      if (!phoneAppid) throw badRequest('no app for phones')
      return { prepayId: await place('app', order, { appid: phoneAppid }) }
    },

    async native(order) {
      return { codeUrl: await place('native', order, {}) }
    },

    async h5({ payerIp, ...order }) {
      const scene = { scene_info: { payer_client_ip: payerIp, h5_info: { type: 'Wap' } } }
      const url = await place('h5', order, scene)
      if (!/^https?:\/\//.test(url)) throw unreadable('h5_url is no web address')
      return { url }
    },

    async query(outTradeNo) {
      const path = `${ORDERS}/out-trade-no/${numberOf(outTradeNo)}?mchid=${encodeURIComponent(mchid)}`
      const answer = await call('GET', path).catch(unless('orderUnknown'))
      return answer && paymentOf(outTradeNo, answer)
    },

    async close(outTradeNo) {
      await call('POST', `${ORDERS}/out-trade-no/${numberOf(outTradeNo)}/close`, { mchid }).catch(unless('orderClosed'))
    },

    async refund(refund) {
      const content = refundContent({
        ...refund,
        outTradeNo: numberOf(refund.outTradeNo),
        reason: cutToBytes(refund.reason, LONGEST_REASON),
      })
      const refunding = readRefund(await call('POST', REFUNDS, content), refund)
      if (!refunding) throw unreadable('no refund, or another one')
      return refunding
    },

    complaints: createComplaints(call, mchid),
    transfers: settings.transfers && createTransfers(call, { mchid, appid, ...settings.transfers }),
    tradeBill: day => tradeBill(caller, day),
    sheet: (prepayId, at, other = appid) => paymentSheet(other, prepayId, at, privateKey),
    phoneSheet: (prepayId, at) => phoneSheet({ appid: phoneAppid ?? '', mchid, prepayId }, at, privateKey),
    isOurs: payment => payment.mchid === mchid && [appid, officialAppid, phoneAppid].includes(payment.appid),
    async readNotification(delivery) {
      await ring.learn(delivery.headers)
      return readNotification(delivery, ring.keys, apiV3Key)
    },
    end,
  }
}

function apiKeyOf(text: string): Buffer {
  const key = Buffer.from(text)
  if (key.length !== 32) throw new TypeError('the APIv3 key has 32 characters')
  return key
}

function paymentOf(outTradeNo: string, answer: JsonObject): Payment {
  const payment = readPayment(answer)
  if (payment?.outTradeNo !== outTradeNo) throw unreadable('no payment, or of another order')
  return payment
}

function contentOf({ outTradeNo, description, amountFen, notifyUrl, expiresAt }: Order): JsonObject {
  if (!Number.isSafeInteger(amountFen) || amountFen < 1) throw badRequest('amount')
  return {
    description: cutToBytes(description, LONGEST_DESCRIPTION),
    out_trade_no: numberOf(outTradeNo),
    ...(expiresAt && { time_expire: `${formatTime(expiresAt).replace(' ', 'T')}+08:00` }),
    notify_url: notifyUrl,
    amount: { total: amountFen, currency: 'CNY' },
  }
}

/** The number stands in paths, so it is checked before it is put there. */
function numberOf(outTradeNo: string): string {
  if (!/^[0-9A-Za-z_\-*]{6,32}$/.test(outTradeNo)) throw badRequest('out_trade_no')
  return outTradeNo
}

/** WeChat Pay counts the UTF-8 bytes of a description, a Chinese character being three; none is cut in half. */
function cutToBytes(text: string, limit: number): string {
  let cut = ''
  for (const character of text) {
    if (Buffer.byteLength(cut + character) > limit) break
    cut += character
  }
  return cut
}

const badRequest = (detail: string) => new GatewayError(PARTY, 'badRequest', { sent: 'no', detail })
const unreadable = (detail: string) => new GatewayError(PARTY, 'unreadable', { sent: 'maybe', detail })

/** Turns one named refusal into undefined. */
const unless =
  (code: string) =>
  (error: unknown): undefined => {
    if (!(error instanceof GatewayError && error.code === code)) throw error
  }
