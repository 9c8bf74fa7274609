/** Virtual payment: items, orders, refunds, and the payer's sheet. */
import { createHmac, randomInt } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { remember } from '../bounded'
import type { Clock } from '../clock'
import { ControlError, fieldsOf, textOf } from '../control'
import type { People } from './people'
import { push } from './push'
import { refusal } from './refusal'
import { tokenIn } from './server-calls'
import type { AppCredentials, Tokens } from './tokens'

export interface XpayParty {
  offerId: string
  appKey: string
}

interface Item {
  price: number
  name: string
  uploadedAt: number
  publishedAt: number | undefined
}

interface Order {
  orderId: string
  wxOrderId: string
  openid: string
  paidFee: number
  leftFee: number
  status: number
  at: number
  attach: string
  item: { id: string; quantity: number; price: number; actual: number }
}

const MOST = 10_000
const LIVE = 0
const BASE = 268490000
const NUMBER = /^[A-Za-z0-9\-|*@][A-Za-z0-9_\-|*@]{7,31}$/
const ITEM_ID = /^[A-Za-z0-9_-]{1,20}$/
/** What is published can be bought a little later. */
const EFFECTIVE_MS = 10 * 60_000
const LEAST_SHARE = 0.4

const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex')
const number = (prefix: string) => `${prefix}${Array.from({ length: 20 }, () => randomInt(10)).join('')}`

export interface XpayParts {
  mini: AppCredentials
  tokens: Tokens
  people: People
  party: XpayParty
  clock: Clock
  /** Where the payer's sheet and the looks into the books are mounted, under `/xpay`. */
  controls: FastifyInstance
}

export function xpay(app: FastifyInstance, { mini, tokens, people, party, clock, controls }: XpayParts): void {
  const items = new Map<string, Item>()
  const orders = new Map<string, Order>()
  const refunds = new Map<string, Order>()
  let losesPush = false
  const now = () => clock.now().getTime()

  const desk = (name: string, answer: (fields: Record<string, unknown>) => object) =>
    app.post(`/xpay/${name}`, async request => {
      const refused = tokens.refuse(tokenIn(request.query))
      if (refused) return refused
      const body = JSON.stringify(request.body)
      const { pay_sig: given } = request.query as Record<string, unknown>
      if (given !== hmac(party.appKey, `/xpay/${name}&${body}`)) return refusal(BASE + 3, 'pay_sig error')
      const fields = fieldsOf(request.body)
      return fields.env === LIVE ? answer(fields) : refusal(BASE + 2, 'env')
    })
  const ok = (more: object = {}) => ({ errcode: 0, errmsg: 'ok', ...more })
  const found = (fields: Record<string, unknown>) =>
    orders.get(String(fields.order_id)) ?? refunds.get(String(fields.order_id))

  desk('query_order', fields => {
    const order = found(fields)
    if (!order || order.openid !== fields.openid) return refusal(BASE + 2, 'order not found')
    const { orderId, wxOrderId, status, paidFee, leftFee, at } = order
    const times = { create_time: at / 1000, paid_time: at / 1000 }
    const money = { order_fee: paidFee, paid_fee: paidFee, left_fee: leftFee }
    return ok({
      order: { order_id: orderId, wx_order_id: wxOrderId, status, order_type: 0, env_type: 1, ...times, ...money },
    })
  })

  desk('notify_provide_goods', fields => {
    const order = orders.get(String(fields.order_id))
    if (!order) return refusal(BASE + 2, 'order not found')
    if (order.status === 4) return refusal(BASE + 4, 'repeated')
    order.status = 4
    return ok()
  })

  desk('refund_order', fields => {
    const order = orders.get(String(fields.order_id))
    const refundId = String(fields.refund_order_id)
    if (!order || order.openid !== fields.openid || order.status < 2) return refusal(BASE + 2, 'order')
    if (refunds.has(refundId)) return refusal(BASE + 4, 'repeated')
    if (fields.left_fee !== order.leftFee) return refusal(BASE + 16, 'left_fee')
    const fee = Number(fields.refund_fee)
    if (!(Number.isInteger(fee) && fee > 0 && fee <= order.leftFee)) return refusal(BASE + 2, 'refund_fee')
    order.leftFee -= fee
    if (order.leftFee === 0) order.status = 8
    remember(refunds, refundId, { ...order, orderId: refundId, paidFee: fee, status: 5, at: now() }, MOST)
    return ok({ refund_order_id: refundId, refund_wx_order_id: number('r'), pay_order_id: order.orderId })
  })

  desk('start_upload_goods', fields => {
    const [item, ...more] = (fields.upload_item ?? []) as Record<string, unknown>[]
    if (!item || more.length || !ITEM_ID.test(String(item.id))) return refusal(BASE + 2, 'upload_item')
    const { name, price, item_url: url } = item
    if (typeof name !== 'string' || !name || name.length > 20) return refusal(BASE + 2, 'name')
    if (!(Number.isInteger(price) && Number(price) > 0)) return refusal(BASE + 2, 'price')
    if (!/^https?:\/\//.test(String(url))) return refusal(BASE + 2, 'item_url')
    remember(items, String(item.id), { name, price: Number(price), uploadedAt: now(), publishedAt: undefined }, MOST)
    return ok()
  })
  desk('query_upload_goods', () =>
    ok({ status: 3, upload_item: [...items].map(([id]) => ({ id, upload_status: 2, errmsg: '' })) }),
  )
  desk('start_publish_goods', fields => {
    const [one, ...more] = (fields.publish_item ?? []) as Record<string, unknown>[]
    const item = items.get(String(one?.id))
    if (!item || more.length) return refusal(BASE + 2, 'publish_item')
    item.publishedAt ??= now()
    return ok()
  })
  desk('query_publish_goods', () =>
    ok({
      status: 3,
      publish_item: [...items].flatMap(([id, { publishedAt }]) => (publishedAt ? [{ id, publish_status: 2 }] : [])),
    }),
  )

  /** As `wx.requestVirtualPayment` when the payer confirms: `{signData, paySig, signature}`. Answers how the shop took the push. */
  controls.post('/xpay/confirm', async request => {
    const fields = fieldsOf(request.body)
    const signData = textOf(fields, 'signData')
    const payer = payerOf(fields, signData)
    const order = newOrder(JSON.parse(signData), payer)
    remember(orders, order.orderId, order, MOST)
    if (losesPush) {
      losesPush = false
      return { accepted: false }
    }
    const { status } = await push(
      { app: mini, url: urlOf(fields, request), message: deliverNotice(order), asJson: true },
      clock,
    )
    if (status === 200) order.status = 4
    return { accepted: status === 200 }
  })

  /** The next push about an order gets lost. */
  controls.post('/xpay/lose-push', async () => {
    losesPush = true
    return {}
  })

  controls.get('/xpay/orders', async () => ({
    orders: [...orders.values()],
    items: [...items].map(([id, item]) => ({ id, ...item })),
  }))

  function payerOf(fields: Record<string, unknown>, signData: string): string {
    if (fields.paySig !== undefined && fields.paySig !== hmac(party.appKey, `requestVirtualPayment&${signData}`))
      throw new ControlError(400, '-15006 paySig wrong')
    const sessions = people.sessions()
    if (fields.signature === undefined) {
      const newest = sessions.at(-1)
      if (!newest) throw new ControlError(400, 'nobody is logged in')
      return newest.openid
    }
    const signer = sessions.find(({ sessionKey }) => hmac(sessionKey, signData) === fields.signature)
    if (!signer) throw new ControlError(400, '-15007 session_key expired, or -15005 signature wrong')
    return signer.openid
  }

  function newOrder(data: Record<string, unknown>, openid: string): Order {
    const { offerId, buyQuantity, env, currencyType, productId, goodsPrice, activitySellingPrice, outTradeNo, attach } =
      data
    const refuse = (code: number, what: string) => new ControlError(400, `${code} ${what}`)
    if (offerId !== party.offerId) throw refuse(-15016, 'offerId')
    if (env !== LIVE) throw refuse(-15011, 'env')
    if (currencyType !== 'CNY') throw refuse(-15004, 'currencyType')
    if (!NUMBER.test(String(outTradeNo))) throw refuse(-15001, 'outTradeNo')
    if (orders.has(String(outTradeNo))) throw refuse(-15002, 'outTradeNo reused')
    if (typeof attach !== 'string') throw refuse(-15016, 'attach')
    const { price, actual } = priceOf(productId, goodsPrice, activitySellingPrice)
    const paidFee = actual * Number(buyQuantity)
    return {
      orderId: String(outTradeNo),
      wxOrderId: number('w'),
      openid,
      paidFee,
      leftFee: paidFee,
      status: 2,
      at: now(),
      attach,
      item: { id: String(productId), quantity: Number(buyQuantity), price, actual },
    }
  }

  /** What one piece costs, by the book and really. */
  function priceOf(productId: unknown, goodsPrice: unknown, selling: unknown): { price: number; actual: number } {
    const refuse = (code: number, what: string) => new ControlError(400, `${code} ${what}`)
    const item = items.get(String(productId))
    if (!item?.publishedAt) throw refuse(-15010, 'item unpublished')
    if (item.publishedAt + EFFECTIVE_MS > now()) throw refuse(-15014, 'published but not effective yet')
    const actual = Number(selling ?? goodsPrice)
    if (goodsPrice !== item.price) throw refuse(-15013, 'goodsPrice')
    if (actual > item.price || actual < item.price * LEAST_SHARE) throw refuse(-15013, 'activitySellingPrice')
    return { price: item.price, actual }
  }
}

const urlOf = (fields: Record<string, unknown>, request: FastifyRequest) =>
  typeof fields.url === 'string' ? fields.url : `${request.protocol}://${request.host}/wechat.index/`

const deliverNotice = ({ orderId, wxOrderId, openid, at, attach, item }: Order) => ({
  FromUserName: openid,
  MsgType: 'event',
  Event: 'xpay_goods_deliver_notify',
  OpenId: openid,
  OutTradeNo: orderId,
  Env: LIVE,
  WeChatPayInfo: { MchOrderNo: number('m'), TransactionId: wxOrderId, PaidTime: Math.floor(at / 1000) },
  GoodsInfo: {
    ProductId: item.id,
    Quantity: item.quantity,
    OrigPrice: item.price,
    ActualPrice: item.actual,
    Attach: attach,
  },
})
