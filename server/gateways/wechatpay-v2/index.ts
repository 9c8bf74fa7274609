import { randomBytes } from 'node:crypto'
import { type Fen, fen } from '../../../contract/money'
import { formatTime } from '../../../contract/time'
import { GatewayError } from '../error'
import { openLine } from '../http'
import { asInteger } from '../json'
import { type Answered, callV2, PARTY, textFields } from './call'
import { isSigned, md5Sign, openSealed } from './sign'

export interface WechatPayV2Settings {
  baseUrl: string
  /** The service provider's own app and merchant number. */
  appid: string
  mchid: string
  /** The shop's mini-program and merchant number, below the provider's. */
  subAppid: string
  subMchid: string
  /** 32 characters, set in the provider's console. */
  apiKey: string
  /** The provider's API certificate and its key, PEM: without them nothing is given back. */
  certificate?: string | undefined
  certificateKey?: string | undefined
}

export interface V2Order {
  outTradeNo: string
  description: string
  amountFen: number
  notifyUrl: string
  expiresAt: Date
  /** In the shop's mini-program. */
  openid: string
  payerIp: string
}

export interface V2Refund {
  outTradeNo: string
  outRefundNo: string
  amountFen: number
  totalFen: number
  reason: string
  notifyUrl?: string | undefined
}

/** What `wx.requestPayment` takes. */
export interface V2Sheet {
  appId: string
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'MD5'
  paySign: string
}

/** Money that has come, as a signed message or answer tells it. Whether it is what was asked for is the caller's to check. */
export interface V2Money {
  outTradeNo: string
  transactionId: string
  amountFen: Fen
  currency: string
  /** Whether it went to this shop's account below this provider. */
  isOurs: boolean
}

export type V2Found = { state: 'payable' | 'over' | 'unclear' } | { state: 'paid'; money: V2Money }
export type V2Told = { kind: 'paid'; money: V2Money } | { kind: 'refund'; outRefundNo: string } | { kind: 'other' }

/**
 * WeChat Pay's older API, by which a service provider collects for a shop. Calls throw `GatewayError` as those of API v3 do;
 * `readNotification` throws it with `signature` or `unreadable`.
 */
export interface WechatPayV2 {
  jsapi(order: V2Order): Promise<{ prepayId: string }>
  sheet(prepayId: string, now: Date): V2Sheet
  query(outTradeNo: string): Promise<V2Found | undefined>
  close(outTradeNo: string): Promise<void>
  refund(order: V2Refund): Promise<'done' | 'underWay' | 'failed'>
  readNotification(rawBody: Buffer): V2Told
  end(): Promise<void>
}

const REFUND_STATES: Readonly<Record<string, 'done' | 'underWay' | 'failed'>> = {
  SUCCESS: 'done',
  PROCESSING: 'underWay',
  REFUNDCLOSE: 'failed',
  CHANGE: 'failed',
}

export function createWechatPayV2(settings: WechatPayV2Settings): WechatPayV2 {
  const { appid, mchid, subAppid, subMchid, apiKey, certificate, certificateKey } = settings
  const us = { appid, mch_id: mchid, sub_appid: subAppid, sub_mch_id: subMchid }
  const line = openLine(PARTY)
  const certified =
    certificate && certificateKey ? openLine(PARTY, { cert: certificate, key: certificateKey }) : undefined
  const call = (path: string, fields: Record<string, string | number>, on = line) =>
    callV2(on, settings, path, { ...us, ...fields })

  const isOurs = (fields: Answered) =>
    fields.appid === appid && fields.mch_id === mchid && fields.sub_mch_id === subMchid

  function moneyIn(fields: Answered): V2Money | undefined {
    const { out_trade_no: outTradeNo, transaction_id: transactionId, fee_type: currency = 'CNY' } = fields
    const amount = asInteger(fields.total_fee)
    if (!outTradeNo || !transactionId || amount === undefined || amount < 0) return undefined
    return { outTradeNo, transactionId, amountFen: fen(amount), currency, isOurs: isOurs(fields) }
  }

  async function askRefund(outRefundNo: string) {
    const answer = await call('/pay/refundquery', { out_refund_no: outRefundNo }).catch(unless('orderUnknown'))
    return answer && REFUND_STATES[answer.refund_status_0 ?? '']
  }

  return {
    async jsapi({ outTradeNo, description, amountFen, notifyUrl, expiresAt, openid, payerIp }) {
      const answer = await call('/pay/unifiedorder', {
        body: [...description].slice(0, 40).join(''),
        out_trade_no: outTradeNo,
        total_fee: amountFen,
        spbill_create_ip: payerIp,
        time_expire: formatTime(expiresAt).replace(/\D/g, ''),
        notify_url: notifyUrl,
        trade_type: 'JSAPI',
        sub_openid: openid,
        sign_type: 'MD5',
      })
      if (!answer.prepay_id) throw new GatewayError(PARTY, 'unreadable', { sent: 'maybe', detail: 'no prepay_id' })
      return { prepayId: answer.prepay_id }
    },

    sheet(prepayId, now) {
      const timeStamp = String(Math.floor(now.getTime() / 1000))
      const nonceStr = randomBytes(16).toString('hex')
      const sheet = { appId: subAppid, timeStamp, nonceStr, package: `prepay_id=${prepayId}`, signType: 'MD5' as const }
      return { ...sheet, paySign: md5Sign({ ...sheet }, apiKey) }
    },

    async query(outTradeNo) {
      const answer = await call('/pay/orderquery', { out_trade_no: outTradeNo }).catch(unless('orderUnknown'))
      if (!answer) return undefined
      const state = answer.trade_state
      if (state === 'CLOSED' || state === 'REVOKED' || state === 'REFUND') return { state: 'over' }
      if (state !== 'SUCCESS') return { state: 'payable' }
      const money = moneyIn(answer)
      return money?.outTradeNo === outTradeNo ? { state: 'paid', money } : { state: 'unclear' }
    },

    async close(outTradeNo) {
      await call('/pay/closeorder', { out_trade_no: outTradeNo }).catch(unless('orderClosed'))
    },

    /** Asked about first: the older API answers a repeated request in ways that cannot be told from a refusal. */
    async refund({ outTradeNo, outRefundNo, amountFen, totalFen, reason, notifyUrl }) {
      const begun = await askRefund(outRefundNo)
      if (begun) return begun
      if (!certified) return 'failed'
      const numbers = { out_trade_no: outTradeNo, out_refund_no: outRefundNo }
      const money = { total_fee: totalFen, refund_fee: amountFen }
      const words = { refund_desc: [...reason].slice(0, 26).join(''), ...(notifyUrl && { notify_url: notifyUrl }) }
      await call('/secapi/pay/refund', { ...numbers, ...money, ...words }, certified)
      return (await askRefund(outRefundNo)) ?? 'underWay'
    },

    readNotification(rawBody) {
      const fields = textFields(rawBody.toString())
      if (!fields) throw new GatewayError(PARTY, 'unreadable', { sent: 'no' })
      if (fields.req_info) return refundTold(fields, fields.req_info)
      if (!isSigned(fields, apiKey)) throw new GatewayError(PARTY, 'signature', { sent: 'no' })
      if (fields.return_code !== 'SUCCESS' || fields.result_code !== 'SUCCESS') return { kind: 'other' }
      const money = moneyIn(fields)
      if (!money) throw new GatewayError(PARTY, 'unreadable', { sent: 'no' })
      return { kind: 'paid', money }
    },

    async end() {
      await Promise.all([line.end(), certified?.end()])
    },
  }

  /** Sealed instead of signed; how the refund ended is asked for and not believed from here. */
  function refundTold({ mch_id }: Answered, sealed: string): V2Told {
    const told = textFields(openSealed(sealed, apiKey) ?? '')
    if (mch_id !== mchid || !told?.out_refund_no) throw new GatewayError(PARTY, 'signature', { sent: 'no' })
    return { kind: 'refund', outRefundNo: told.out_refund_no }
  }
}

/** Turns one named refusal into undefined. */
const unless =
  (code: string) =>
  (error: unknown): undefined => {
    if (!(error instanceof GatewayError && error.code === code)) throw error
  }
