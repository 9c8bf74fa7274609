import type { FastifyInstance } from 'fastify'
import type { Clock } from '../clock'
import { ControlError, countOf, fieldsOf, oneOf, textOf } from '../control'
import { type Faults, faults as faultNames } from './faults'
import type { Notifier } from './notify'
import type { Orders } from './orders'

interface Hands {
  clock: Clock
  orders: Orders
  faults: Faults
  notifier: Notifier
}

/** The buyer's hand without a browser, and the demo's on what goes wrong. */
export function alipayControls(app: FastifyInstance, { clock, orders, faults, notifier }: Hands): void {
  /** `url`: the cashier's address as the shop gave it, followed and confirmed; answers how the shop took the notification. */
  app.post('/confirm', async request => {
    const session = await sessionAt(app, textOf(fieldsOf(request.body), 'url'))
    const order = orders.bySession(session)
    if (!order) throw new ControlError(404, 'no such order')
    const state = orders.stateOf(order)
    if (state !== 'WAIT_BUYER_PAY') throw new ControlError(409, state === 'TRADE_SUCCESS' ? 'already paid' : 'closed')
    order.paidAt = clock.now()
    return notifier.announce(order)
  })

  app.get('/orders', async () =>
    orders.all().map(order => ({
      outTradeNo: order.outTradeNo,
      state: orders.stateOf(order),
      totalFen: order.totalFen,
      refunds: [...order.refunds].map(([outRequestNo, { amountFen }]) => ({ outRequestNo, amountFen })),
    })),
  )

  app.post('/faults', async request => {
    const fields = fieldsOf(request.body)
    const armed = { fault: oneOf(fields, 'fault', faultNames), times: countOf(fields, 'times', 1) }
    faults.arm(armed.fault, armed.times)
    return armed
  })
}

/** Opens the cashier as a browser would; what it refuses is told. */
async function sessionAt(app: FastifyInstance, address: string): Promise<string> {
  const { pathname, search, searchParams } = new URL(address)
  const session = searchParams.get('session')
  if (session) return session
  const answer = await app.inject({ method: 'GET', url: `${pathname}${search}` })
  const opened = /session=(\w+)/.exec(String(answer.headers.location ?? ''))?.[1]
  if (!opened) throw new ControlError(409, `the cashier did not open: ${answer.body.slice(0, 200)}`)
  return opened
}
