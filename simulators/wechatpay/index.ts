import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from '../clock'
import { speakApiV3 } from './api'
import { cashier } from './cashier'
import { payControls } from './controls'
import { createFaults } from './faults'
import { createNotifier, type Reception } from './notify'
import { createOrders, type Order } from './orders'
import { createRefunds, refundDesk } from './refunds'
import { transactions } from './transactions'

export interface WechatPayParty {
  mchid: string
  appid: string
  /** Serial number of the merchant's certificate, hex. */
  merchantSerial: string
  /** PEM. */
  merchantPublicKey: string
  apiV3Key: string
  /** `PUB_KEY_ID_…`. */
  platformSerial: string
  /** PEM. */
  platformPrivateKey: string
  /** Where a browser finds this server, `http://host:port`; the host that the merchant called when not given. */
  publicOrigin?: string
  /** Waits between the tries of a notification; those of the real one when not given. */
  retrySeconds?: readonly number[]
}

/** WeChat Pay, API v3, in public-key mode: the merchant's API, the payer's cashier, and the controls of both. */
export function wechatPay(app: FastifyInstance, party: WechatPayParty, clock: Clock): void {
  const orders = createOrders(clock)
  const faults = createFaults()
  const refunds = createRefunds({ clock, orders, faults })
  const notifier = createNotifier(party, clock, faults)
  app.addHook('onClose', () => notifier.close())

  const cashierOf = ({ prepayId }: Order, request: FastifyRequest): string =>
    `${party.publicOrigin ?? `${request.protocol}://${request.host}`}${app.prefix}/cashier?prepay_id=${prepayId}`

  app.register(
    async api => {
      speakApiV3(api, party, clock, faults)
      transactions(api, { party, clock, orders, cashierOf })
    },
    { prefix: '/v3/pay/transactions' },
  )
  app.register(
    async api => {
      speakApiV3(api, party, clock, faults)
      refundDesk(api, refunds)
    },
    { prefix: '/v3/refund/domestic' },
  )
  cashier(app, party, orders, pay)
  payControls(app, { party, orders, refunds, faults, pay })

  async function pay(order: Order): Promise<Reception> {
    orders.pay(order)
    return notifier.announce(order)
  }
}
