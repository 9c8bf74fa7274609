import type { FastifyInstance } from 'fastify'
import { ControlError, countOf, fieldsOf, oneOf, textOf } from '../control'
import type { BillChanges } from './bill'
import { type Faults, faults as faultNames } from './faults'
import type { WechatPayParty } from './index'
import type { Reception } from './notify'
import type { Order, Orders } from './orders'
import type { Platform } from './platform'
import type { Refund, Refunds } from './refunds'
import { isPhoneSheetSigned, isSheetSigned } from './signature'

interface Hands {
  party: WechatPayParty
  orders: Orders
  refunds: Refunds
  faults: Faults
  platform: Platform
  changes: BillChanges
  pay(order: Order): Promise<Reception>
  announceRefund(refund: Refund): Promise<Reception>
}

/** The payer's hand on a payment sheet, and the demo's on what goes wrong. */
export function payControls(
  app: FastifyInstance,
  { party, orders, refunds, faults, platform, changes, pay, announceRefund }: Hands,
): void {
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

  app.post('/refunds/finish', async request => {
    const refund = refunds.finish(textOf(fieldsOf(request.body), 'outRefundNo'))
    if (!refund) throw new ControlError(404, 'no such refund')
    return announceRefund(refund)
  })

  /** What it signs with from now on: `mode`, and another certificate when `rotate` says so. */
  app.post('/platform', async request => {
    const fields = fieldsOf(request.body)
    platform.use(oneOf(fields, 'mode', ['publicKey', 'certificate']))
    if (fields.rotate === true) platform.rotate()
    return { serial: platform.signer().platformSerial }
  })

  /** What tomorrow's bill gets wrong: payments that it leaves out, fen that it adds to each. */
  app.post('/bill', async request => {
    const fields = fieldsOf(request.body)
    changes.leaveOut = new Set(Array.isArray(fields.leaveOut) ? fields.leaveOut.map(String) : [])
    changes.addFen = countOf(fields, 'addFen', 0)
    return { leaveOut: [...changes.leaveOut], addFen: changes.addFen }
  })

  app.post('/faults', async request => {
    const fields = fieldsOf(request.body)
    const armed = { fault: oneOf(fields, 'fault', faultNames), times: countOf(fields, 'times', 1) }
    faults.arm(armed.fault, armed.times, typeof fields.on === 'string' ? fields.on : '')
    return armed
  })

  /** The order of a sheet or of a scanned code. A sheet that brings its signature has it checked, as the payer's WeChat does. */
  function orderOf(body: unknown): Order {
    const sheet = fieldsOf(body)
    const order = orders.byPrepay(prepayIdOf(sheet))
    if (!order) throw new ControlError(404, 'no such prepay_id')
    if (sheet.paySign !== undefined && !isSheetSigned(order.appid, sheet, party.merchantPublicKey))
      throw new ControlError(400, 'paySign is wrong')
    if (sheet.sign !== undefined && sheet.paySign === undefined && !isPhoneSheetSigned(sheet, party.merchantPublicKey))
      throw new ControlError(400, 'sign is wrong')
    return order
  }
}

/** A mini-program's `package`, a phone app's `prepayid`, or the text of a QR code. */
function prepayIdOf(sheet: Record<string, unknown>): string {
  if (typeof sheet.prepayid === 'string') return sheet.prepayid
  if (typeof sheet.codeUrl === 'string') return /^weixin:.*[?&]pr=(.+)$/.exec(sheet.codeUrl)?.[1] ?? ''
  return /^prepay_id=(.+)$/.exec(textOf(sheet, 'package'))?.[1] ?? ''
}
