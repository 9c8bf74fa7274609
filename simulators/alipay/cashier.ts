import type { FastifyInstance, FastifyReply } from 'fastify'
import { fen, yuanText } from '../../contract/money'
import { formatTime } from '../../contract/time'
import { cashierPage } from '../cashier-page'
import type { Clock } from '../clock'
import { ControlError } from '../control'
import type { AlipayParty } from './index'
import type { Notifier } from './notify'
import type { Order, Orders } from './orders'
import { signed } from './signature'

interface Hands {
  party: AlipayParty
  clock: Clock
  orders: Orders
  notifier: Notifier
}

const STATES = { WAIT_BUYER_PAY: 'open', TRADE_SUCCESS: 'paid', TRADE_CLOSED: 'closed' } as const

/** The buyer's side in a browser. */
export function cashier(app: FastifyInstance, { party, clock, orders, notifier }: Hands): void {
  const orderOf = (session: unknown): Order => {
    const order = orders.bySession(typeof session === 'string' ? session : '')
    if (!order) throw new ControlError(404, '没有这笔订单')
    return order
  }

  function show(reply: FastifyReply, order: Order) {
    const { totalFen, subject: description, outTradeNo, session, returnUrl } = order
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'")
      .send(
        cashierPage({
          brand: '支付宝',
          state: STATES[orders.stateOf(order)],
          amountFen: fen(totalFen),
          description,
          payee: party.sellerId,
          outTradeNo,
          fields: { session },
          wayBack: returnUrl && backTo(order),
        }),
      )
  }

  /** The browser's own way back: signed, and yet no proof of anything, since the buyer carries it. */
  function backTo(order: Order): string {
    const url = new URL(order.returnUrl)
    const facts = signed(
      {
        app_id: party.appId,
        charset: 'utf-8',
        method: 'alipay.trade.wap.pay.return',
        out_trade_no: order.outTradeNo,
        seller_id: party.sellerId,
        timestamp: formatTime(clock.now()),
        total_amount: yuanText(fen(order.totalFen)),
        trade_no: order.tradeNo,
        version: '1.0',
      },
      party,
    )
    for (const [name, value] of Object.entries(facts)) url.searchParams.set(name, value)
    return url.href
  }

  app.get('/cashier', async (request, reply) => show(reply, orderOf((request.query as { session?: string }).session)))

  for (const choice of ['confirm', 'cancel'] as const)
    app.post(`/cashier/${choice}`, async (request, reply) => {
      const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '')
      const order = orderOf(form.get('session'))
      // A second press of the button finds the order paid, and goes back like the first.
      if (choice === 'confirm' && orders.stateOf(order) === 'WAIT_BUYER_PAY') {
        order.paidAt = clock.now()
        await notifier.announce(order)
      }
      if (!order.returnUrl) return show(reply, order)
      return reply.redirect(choice === 'confirm' ? backTo(order) : order.returnUrl, 303)
    })
}
