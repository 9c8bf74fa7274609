import type { FastifyInstance } from 'fastify'
import { ControlError, countOf, fieldsOf, oneOf, textOf } from '../control'
import { type Faults, faults as faultNames } from './faults'
import type { WechatPayParty } from './index'
import type { Reception } from './notify'
import type { Order, Orders } from './orders'
import type { Refunds } from './refunds'
import { isSheetSigned } from './signature'

interface Hands {
  party: WechatPayParty
  orders: Orders
  refunds: Refunds
  faults: Faults
  pay(order: Order): Promise<Reception>
}

/** The payer's hand on a payment sheet, and the demo's on what goes wrong. */
export function payControls(app: FastifyInstance, { party, orders, refunds, faults, pay }: Hands): void {
  app.post('/confirm', async request => {
    const order = orderOf(request.body)
    const state = orders.stateOf(order)
    if (state !== 'NOTPAY') throw new ControlError(409, state === 'SUCCESS' ? 'already paid' : 'closed or expired')
    return pay(order)
  })

  app.post('/cancel', async request => {
    orderOf(request.body)
    return { cancelled: true }
  })

  app.get('/refunds', async () => refunds.all())

  app.post('/faults', async request => {
    const fields = fieldsOf(request.body)
    const armed = { fault: oneOf(fields, 'fault', faultNames), times: countOf(fields, 'times', 1) }
    faults.arm(armed.fault, armed.times)
    return armed
  })

  /** The order of a payment sheet. One that brings its signature has it checked, as the payer's WeChat does. */
  function orderOf(body: unknown): Order {
    const sheet = fieldsOf(body)
    const prepayId = /^prepay_id=(.+)$/.exec(textOf(sheet, 'package'))?.[1]
    const order = orders.byPrepay(prepayId ?? '')
    if (!order) throw new ControlError(404, 'no such prepay_id')
    if (sheet.paySign !== undefined && !isSheetSigned(party.appid, sheet, party.merchantPublicKey))
      throw new ControlError(400, 'paySign is wrong')
    return order
  }
}
