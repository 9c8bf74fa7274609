/** What happens to orders when time has passed. */
import type { Job } from '../../jobs/queue'
import type { Services } from '../../services'
import { settleOpenPayments } from '../pay/ask'
import { tellShopper } from '../template/send'
import { closeOrder } from './close'
import { receiveOrder } from './ship'
import { STATUS } from './status'

/** Asks the gateway first: an order that was paid a moment ago, unheard, must not be closed. */
export async function closeUnpaidOrder(
  { merchantId, payload: { orderId } }: Job<'closeUnpaidOrder'>,
  services: Services,
): Promise<void> {
  await settleOpenPayments(services, merchantId, orderId)
  await services.transaction(tx => closeOrder(tx, merchantId, orderId, services.clock.now()))
}

export async function confirmReceipt(
  { merchantId, payload: { orderId } }: Job<'confirmReceipt'>,
  { transaction, clock }: Services,
): Promise<void> {
  const now = clock.now()
  await transaction(async tx => {
    const isReceived = await receiveOrder(tx, merchantId, orderId, now, [STATUS.shipped])
    // Whoever says it oneself knows.
    if (isReceived) await tellShopper(tx, merchantId, { event: 'finished', orderId }, now)
  })
}
