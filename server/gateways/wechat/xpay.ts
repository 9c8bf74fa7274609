/** WeChat's virtual payment: the only way to pay for virtual goods in a mini-program. */
import { createHmac } from 'node:crypto'
import { type Fen, fen } from '../../../contract/money'
import { GatewayError } from '../error'
import { asInteger, asObject, asText, type JsonObject } from '../json'
import type { Caller } from './call'

export interface XpaySettings {
  offerId: string
  appKey: string
  /** 0 live, 1 sandbox; the key belongs to one of them. */
  env: 0 | 1
}

/** What `wx.requestVirtualPayment` takes. The texts go through as they are: they are signed byte for byte. */
export interface VirtualSheet {
  mode: 'short_series_goods'
  signData: string
  paySig: string
  signature: string
}

export interface VirtualOrder {
  outTradeNo: string
  itemId: string
  /** The item's price as published. */
  itemFen: Fen
  /** What is really paid for one, when that is less. */
  unitFen: Fen
  quantity: number
  attach: string
}

export interface VirtualPayment {
  state: 'payable' | 'paid' | 'over'
  isDelivered: boolean
  paidFen: Fen | undefined
  leftFen: Fen | undefined
  /** WeChat's own number of the order. */
  transactionId: string | undefined
  /** Paid through Apple: only Apple gives back. */
  isApple: boolean
}

export interface VirtualItem {
  id: string
  name: string
  priceFen: Fen
  remark: string
  /** jpg or png, at a public address. */
  pictureUrl: string
}

/** `none` was never asked for, `failed` says why. */
export type ItemTask = { state: 'none' | 'running' | 'done' } | { state: 'failed'; why: string }

export interface Xpay {
  readonly env: 0 | 1
  sheet(order: VirtualOrder, sessionKey: string): VirtualSheet
  /** Undefined when WeChat has no such order. Throws `GatewayError`. */
  query(openid: string, outTradeNo: string): Promise<VirtualPayment | undefined>
  /** Says that the shop has delivered, for when the push did not reach it. */
  noteDelivered(outTradeNo: string): Promise<void>
  /** Starts giving back; ask `queryRefund` how it ends. */
  refund(refund: { openid: string; outTradeNo: string; refundNo: string; leftFen: Fen; amountFen: Fen }): Promise<void>
  queryRefund(openid: string, refundNo: string): Promise<'underWay' | 'done' | 'failed' | undefined>
  uploadItem(item: VirtualItem): Promise<void>
  uploadTask(itemId: string): Promise<ItemTask>
  publishItem(itemId: string): Promise<void>
  publishTask(itemId: string): Promise<ItemTask>
}

const PAY = 'requestVirtualPayment'
const BASE = 268490000
const refusals: Record<number, string> = {
  [BASE + 2]: 'unknown',
  [BASE + 3]: 'signature',
  [BASE + 4]: 'doneBefore',
  [BASE + 7]: 'sensitive',
  [BASE + 9]: 'sessionStale',
  [BASE + 11]: 'busy',
  [BASE + 12]: 'busy',
  [BASE + 14]: 'busy',
  [BASE + 15]: 'tooMany',
}

/** Hex HMAC-SHA256, lower case: WeChat takes no other. */
export const hmacHex = (key: string, message: string) => createHmac('sha256', key).update(message).digest('hex')

export function createXpay(caller: Caller, { offerId, appKey, env }: XpaySettings): Xpay {
  const call = (name: string, fields: JsonObject): Promise<JsonObject> => {
    const path = `/xpay/${name}`
    const body = { ...fields, env }
    const pay_sig = hmacHex(appKey, `${path}&${JSON.stringify(body)}`)
    return caller.json({ path, query: { pay_sig }, body, repeatable: true, refusals })
  }
  const once = (name: string, fields: JsonObject) =>
    call(name, fields).catch(error => {
      if (!(error instanceof GatewayError) || error.code !== 'doneBefore') throw error
    })
  const orderOf = async (openid: string, orderId: string) => {
    const answer = await call('query_order', { openid, order_id: orderId }).catch(error => {
      if (error instanceof GatewayError && error.code === 'unknown') return undefined
      throw error
    })
    return asObject(answer?.order)
  }

  return {
    env,
    sheet(order, sessionKey) {
      const signData = JSON.stringify({
        offerId,
        buyQuantity: order.quantity,
        env,
        currencyType: 'CNY',
        productId: order.itemId,
        goodsPrice: order.itemFen,
        ...(order.unitFen !== order.itemFen && { activitySellingPrice: order.unitFen }),
        outTradeNo: order.outTradeNo,
        attach: order.attach,
      })
      const paySig = hmacHex(appKey, `${PAY}&${signData}`)
      return { mode: 'short_series_goods', signData, paySig, signature: hmacHex(sessionKey, signData) }
    },

    async query(openid, outTradeNo) {
      const order = await orderOf(openid, outTradeNo)
      return order && paymentOf(order)
    },

    async noteDelivered(outTradeNo) {
      await once('notify_provide_goods', { order_id: outTradeNo })
    },

    async refund({ openid, outTradeNo, refundNo, leftFen, amountFen }) {
      await once('refund_order', {
        openid,
        order_id: outTradeNo,
        refund_order_id: refundNo,
        left_fee: leftFen,
        refund_fee: amountFen,
        biz_meta: '',
        refund_reason: '2',
        req_from: '2',
      })
    },

    async queryRefund(openid, refundNo) {
      const status = asInteger((await orderOf(openid, refundNo))?.status)
      if (status === undefined) return undefined
      return status === 5 || status === 8 ? 'done' : status === 7 ? 'failed' : 'underWay'
    },

    async uploadItem({ id, name, priceFen, remark, pictureUrl }) {
      const item = { id, name, price: priceFen, remark, item_url: pictureUrl }
      await call('start_upload_goods', { upload_item: [item] })
    },
    uploadTask: itemId => call('query_upload_goods', {}).then(answer => taskOf(answer, 'upload_item', itemId)),
    async publishItem(itemId) {
      await call('start_publish_goods', { publish_item: [{ id: itemId }] })
    },
    publishTask: itemId => call('query_publish_goods', {}).then(answer => taskOf(answer, 'publish_item', itemId)),
  }
}

/** 0 initial, 1 unpaid, 2 paid, 3 delivering, 4 delivered, 6 closed; the rest are given back in some way. */
function paymentOf(order: JsonObject): VirtualPayment {
  const status = asInteger(order.status)
  const [paidFen, leftFen] = [asInteger(order.paid_fee), asInteger(order.left_fee)]
  const state = status === undefined || status < 2 ? 'payable' : status <= 4 ? 'paid' : 'over'
  return {
    state,
    isDelivered: status === 4,
    paidFen: paidFen === undefined ? undefined : fen(paidFen),
    leftFen: leftFen === undefined ? undefined : fen(leftFen),
    transactionId: asText(order.wx_order_id),
    isApple: asInteger(order.order_type) === 7,
  }
}

/** One task at a time: its own state, and that of each item in it. */
function taskOf(answer: JsonObject, list: 'upload_item' | 'publish_item', itemId: string): ItemTask {
  const items = (Array.isArray(answer[list]) ? answer[list] : []).map(asObject)
  const item = items.find(row => asText(row?.id) === itemId)
  if (!item) return { state: asInteger(answer.status) === 1 ? 'running' : 'none' }
  const status = asInteger(item.upload_status ?? item.publish_status)
  if (status === 0) return { state: 'running' }
  // 1: it was there already.
  return status === 1 || status === 2 ? { state: 'done' } : { state: 'failed', why: asText(item.errmsg) ?? '' }
}
