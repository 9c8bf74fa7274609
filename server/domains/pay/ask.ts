/** Asking the gateway about payments that we have not heard of: messages get lost, and people close windows. */

import { readJson } from '../../json'
import type { Services } from '../../services'
import type { NextAction } from './next-actions'
import { markClosed, PAYMENT, type PaymentRow } from './payments'
import { settlePayment } from './settle'

/** `over`: nobody can pay it any more. `unclear`: money came, but not as it was asked for; a person looks. */
export type Standing = 'paid' | 'payable' | 'over' | 'absent' | 'unclear'

/** Books what the gateway says of a payment. Answers how it stands. Throws `GatewayError`. */
export async function askGateway(services: Services, payment: PaymentRow): Promise<Standing> {
  const found = await services.gateways.wechatpay.query(payment.out_trade_no)
  if (!found) return 'absent'
  const { state, outTradeNo, transactionId, amountFen, currency, mchid, appid } = found
  // Given back at the gateway's own console, before we ever heard of it.
  if (state === 'CLOSED' || state === 'REVOKED' || state === 'REFUND') return 'over'
  if (state !== 'SUCCESS') return 'payable'
  if (!transactionId || amountFen === undefined || !currency || !mchid || !appid) return 'unclear'
  const received = { outTradeNo, transactionId, amountFen, currency, mchid, appid }
  const outcome = await settlePayment(services, payment.merchant_id, received)
  return outcome === 'settled' || outcome === 'settledBefore' ? 'paid' : 'unclear'
}

/** Settles a payment when it was paid, and makes sure otherwise that nobody pays it later. Throws `GatewayError`. */
export async function settleOrClose(services: Services, payment: PaymentRow): Promise<void> {
  const { gateways, statement, clock } = services
  const standing = await askGateway(services, payment)
  if (standing === 'paid' || standing === 'unclear') return
  if (standing === 'payable') await gateways.wechatpay.close(payment.out_trade_no)
  await statement(tx => markClosed(tx, payment, clock.now()))
}

/** Before an order is closed: what is open for it. Throws when the gateway cannot say; the order stays open a little longer. */
export async function settleOpenPayments(services: Services, merchantId: number, orderId: number): Promise<void> {
  const { db } = services
  const order = await db
    .selectFrom('orders')
    .select('user_id')
    .where('merchant_id', '=', merchantId)
    .where('id', '=', orderId)
    .executeTakeFirst()
  if (!order) return
  const open = await db
    .selectFrom('payments')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', order.user_id)
    .where('state', '=', PAYMENT.open)
    .where('next_action_json', 'is not', null)
    .execute()
  for (const payment of open) {
    if (readJson<NextAction>(payment.next_action_json ?? '{}').id?.includes(orderId))
      await settleOrClose(services, payment)
  }
}
