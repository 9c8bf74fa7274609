/** Asking the provider about payments that we have not heard of: messages get lost, and people close windows. */

import { readJson } from '../../json'
import type { Services } from '../../services'
import type { NextAction, Payer } from './next-actions'
import { payerOf } from './payer'
import { markClosed, PAYMENT, type PaymentRow } from './payments'
import { providerOf } from './providers'
import { settlePayment } from './settle'

/** `over`: nobody can pay it any more. `unclear`: money came, but not as it was asked for; a person looks. */
export type Standing = 'paid' | 'payable' | 'over' | 'absent' | 'unclear'

/** Books what the provider says of a payment. Answers how it stands. Throws `GatewayError`. */
export async function askProvider(services: Services, payment: PaymentRow): Promise<Standing> {
  const found = await providerOf(services.gateways, payment.provider).query(
    payment.out_trade_no,
    payerOf(services, payment),
  )
  if (!found) return 'absent'
  if (found.state !== 'paid') return found.state
  const outcome = await settlePayment(services, payment.merchant_id, found.received)
  return outcome === 'settled' || outcome === 'settledBefore' ? 'paid' : 'unclear'
}

/** Settles a payment when it was paid, and makes sure otherwise that nobody pays it later. Throws `GatewayError`. */
export async function settleOrClose(services: Services, payment: PaymentRow): Promise<void> {
  const { gateways, statement, clock } = services
  const standing = await askProvider(services, payment)
  if (standing === 'paid' || standing === 'unclear') return
  if (standing === 'payable') await providerOf(gateways, payment.provider).close(payment.out_trade_no)
  await statement(tx => markClosed(tx, payment, clock.now()))
}

/** Before an order is closed: what is open for it. Throws when the provider cannot say; the order stays open a little longer. */
export async function settleOpenPayments(services: Services, merchantId: number, orderId: number): Promise<void> {
  const order = await services.db
    .selectFrom('orders')
    .select('user_id')
    .where('merchant_id', '=', merchantId)
    .where('id', '=', orderId)
    .executeTakeFirst()
  if (order) await settleOpenPaymentsOf(services, { merchantId, userId: order.user_id }, { type: 0, id: [orderId] })
}

/** What a shopper has open for the same thing: settled when it was paid, closed otherwise. Throws `GatewayError`. */
export async function settleOpenPaymentsOf(
  services: Services,
  { merchantId, userId }: Payer,
  action: NextAction,
): Promise<void> {
  const open = await services.db
    .selectFrom('payments')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('state', '=', PAYMENT.open)
    .where('next_action_json', 'is not', null)
    .execute()
  for (const payment of open) {
    const other = readJson<NextAction>(payment.next_action_json ?? '{}')
    if (other.type === action.type && other.id?.some(id => action.id?.includes(id)))
      await settleOrClose(services, payment)
  }
}
