import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from '../clock'
import { createArmed } from '../faults'
import type { Paid } from '../paid'
import { speakApiV3 } from './api'
import { bills } from './bill'
import { cashier } from './cashier'
import { complaintControls, complaintDesk, createComplaints } from './complaints'
import { payControls } from './controls'
import type { Fault } from './faults'
import { createNotifier, type Reception } from './notify'
import { createOrders, type Order } from './orders'
import { createPlatform } from './platform'
import { createRefunds, refundDesk } from './refunds'
import { ApiRefusal } from './refusal'
import { transactions } from './transactions'
import { createTransfers, transferControls, transferDesk } from './transfers'

export interface WechatPayParty {
  mchid: string
  appid: string
  /** An official account and an app for phones, bound to the same merchant. */
  officialAppid?: string
  phoneAppid?: string
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
export function wechatPay(app: FastifyInstance, party: WechatPayParty, clock: Clock, paid?: Paid): void {
  const orders = createOrders(clock)
  const platform = createPlatform(party, party.apiV3Key, clock)
  const faults = createArmed<Fault>()
  const notifier = createNotifier({ ...party, signer: platform.signer }, clock, faults)
  const refunds = createRefunds({ clock, orders, faults, onEnd: refund => void notifier.announceRefund(refund) })
  app.addHook('onClose', () => notifier.close())

  const speaking = { clock, faults, platform }

  const cashierOf = ({ prepayId }: Order, request: FastifyRequest): string =>
    `${party.publicOrigin ?? `${request.protocol}://${request.host}`}${app.prefix}/cashier?prepay_id=${prepayId}`

  app.register(
    async api => {
      speakApiV3(api, party, speaking)
      api.get('/certificates', async () => {
        const told = platform.certificates()
        if (!told)
          throw new ApiRefusal(404, 'RESOURCE_NOT_EXISTS', '无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥')
        return told
      })
    },
    { prefix: '/v3' },
  )
  app.register(
    async api => {
      speakApiV3(api, party, speaking)
      transactions(api, { party, clock, orders, cashierOf })
    },
    { prefix: '/v3/pay/transactions' },
  )
  app.register(
    async api => {
      speakApiV3(api, party, speaking)
      refundDesk(api, refunds)
    },
    { prefix: '/v3/refund/domestic' },
  )
  const transfers = createTransfers({ party, clock, faults, announce: notifier.announceTransfer })
  app.register(
    async api => {
      speakApiV3(api, party, speaking)
      transferDesk(api, transfers, party)
    },
    { prefix: '/v3/fund-app/mch-transfer' },
  )
  transferControls(app, transfers)
  const complaints = createComplaints({ party, clock, orders, announce: notifier.announceComplaint })
  app.register(
    async api => {
      speakApiV3(api, party, speaking)
      complaintDesk(api, complaints)
    },
    { prefix: '/v3/merchant-service' },
  )
  complaintControls(app, complaints)
  const changes = { leaveOut: new Set<string>(), addFen: 0 }
  app.register(
    async api => {
      speakApiV3(api, party, speaking)
      bills(api, { party, orders, refunds, changes })
    },
    { prefix: '/v3' },
  )
  cashier(app, party, orders, pay)
  payControls(app, { party, orders, refunds, faults, platform, changes, pay, announceRefund: notifier.announceRefund })

  async function pay(order: Order): Promise<Reception> {
    orders.pay(order)
    if (order.paid) paid?.note({ outTradeNo: order.outTradeNo, ...order.paid })
    return notifier.announce(order)
  }
}
