import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from '../clock'
import type { WechatPayParty } from './index'
import type { Order, Orders } from './orders'
import { transactionOf } from './payment'
import { jsonOf, type Kind, readPlacing } from './placing'
import { ApiRefusal, paramError } from './refusal'

interface Desk {
  party: WechatPayParty
  clock: Clock
  orders: Orders
  /** The address of the cashier page for an order. */
  cashierOf(order: Order, request: FastifyRequest): string
}

/** Orders as the merchant places, queries and closes them. */
export function transactions(app: FastifyInstance, { party, clock, orders, cashierOf }: Desk): void {
  const merchant = { mchid: party.mchid, appids: [party.appid, party.officialAppid, party.phoneAppid] }
  const place = (kind: Kind, request: FastifyRequest): Order =>
    orders.place(readPlacing(kind, jsonOf(request), merchant, clock.now()))

  app.post('/jsapi', async request => ({ prepay_id: place('jsapi', request).prepayId }))

  app.post('/app', async request => ({ prepay_id: place('app', request).prepayId }))

  app.post('/native', async request => ({
    code_url: `weixin://wxpay/bizpayurl?pr=${place('native', request).prepayId}`,
  }))

  app.post('/h5', async request => ({ h5_url: cashierOf(place('h5', request), request) }))

  app.get('/out-trade-no/:id', async request => tell(request, orders.byNumber(idOf(request))))

  app.get('/id/:id', async request => tell(request, orders.byTransaction(idOf(request))))

  app.post('/out-trade-no/:id/close', async (request, reply) => {
    checkMerchant((jsonOf(request) as Record<string, unknown> | null)?.mchid)
    orders.close(existing(orders.byNumber(idOf(request))))
    return reply.code(204).send()
  })

  function tell(request: FastifyRequest, found: Order | undefined) {
    checkMerchant((request.query as Record<string, unknown>).mchid)
    const order = existing(found)
    return transactionOf(order, orders.stateOf(order), party.mchid)
  }

  function checkMerchant(mchid: unknown): void {
    if (mchid !== party.mchid) throw paramError('输入源“mchid”映射到字段“直连商户号”必填性规则校验失败')
  }
}

const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id

function existing(order: Order | undefined): Order {
  if (!order) throw new ApiRefusal(404, 'ORDER_NOT_EXIST', '订单不存在')
  return order
}
