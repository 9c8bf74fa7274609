import type { FastifyInstance } from 'fastify'
import type { Clock } from '../clock'
import { createArmed } from '../faults'
import { createBills } from './bill'
import { cashier } from './cashier'
import { alipayControls } from './controls'
import type { Fault } from './faults'
import { gateway } from './gateway'
import { createNotifier } from './notify'
import { createOrders } from './orders'

export interface AlipayParty {
  appId: string
  /** The account that the app collects for. */
  sellerId: string
  /** PEM. */
  merchantPublicKey: string
  alipayPrivateKey: string
}

/** Alipay's open platform in RSA2 with public keys: the gateway, the buyer's cashier, and the controls of both. */
export function alipay(app: FastifyInstance, party: AlipayParty, clock: Clock): void {
  const faults = createArmed<Fault>()
  const orders = createOrders(clock, faults)
  const notifier = createNotifier(party, clock, faults)
  app.addHook('onClose', () => notifier.close())
  gateway(app, { party, clock, orders, faults, notifier, bills: createBills(app, party, orders) })
  cashier(app, { party, clock, orders, notifier })
  alipayControls(app, { clock, orders, faults, notifier })
}
