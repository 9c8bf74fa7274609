import type { FastifyInstance, FastifyReply } from 'fastify'
import { fen } from '../../contract/money'
import { cashierPage } from '../cashier-page'
import { ControlError, fieldsOf, textOf } from '../control'
import type { WechatPayParty } from './index'
import type { Order, Orders } from './orders'

const STATES = { NOTPAY: 'open', SUCCESS: 'paid', CLOSED: 'closed' } as const

/** The payer's side in a browser: the page of `h5_url` and its two buttons. */
export function cashier(
  app: FastifyInstance,
  party: WechatPayParty,
  orders: Orders,
  pay: (order: Order) => Promise<unknown>,
) {
  const orderOf = (prepayId: string): Order => {
    const order = orders.byPrepay(prepayId)
    if (!order) throw new ControlError(404, '没有这笔订单')
    return order
  }

  function show(reply: FastifyReply, order: Order, redirectUrl: string) {
    const { amountFen, description, outTradeNo, prepayId } = order
    const fields = { prepay_id: prepayId, redirect_url: redirectUrl }
    const page = { brand: '微信支付', amountFen: fen(amountFen), description, outTradeNo, payee: party.mchid, fields }
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'")
      .send(cashierPage({ ...page, state: STATES[orders.stateOf(order)], wayBack: redirectUrl }))
  }

  app.get('/cashier', async (request, reply) => {
    const query = fieldsOf(request.query)
    return show(reply, orderOf(textOf(query, 'prepay_id')), webAddress(query.redirect_url))
  })

  for (const choice of ['confirm', 'cancel'] as const)
    app.post(`/cashier/${choice}`, async (request, reply) => {
      const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '')
      const order = orderOf(form.get('prepay_id') ?? '')
      const redirectUrl = webAddress(form.get('redirect_url'))
      // A second press of the button finds the order paid, and goes back like the first.
      if (choice === 'confirm' && orders.stateOf(order) === 'NOTPAY') await pay(order)
      return redirectUrl ? reply.redirect(redirectUrl, 303) : show(reply, order, '')
    })
}

/** Only pages of the web: a `javascript:` address would run in the cashier. */
const webAddress = (value: unknown): string =>
  typeof value === 'string' && /^https?:\/\/[^\s]+$/.test(value) ? value : ''
