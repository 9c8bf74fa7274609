/** What happens to payments when time has passed. */
import { DAY_MS } from '../../../contract/time'
import type { Tx } from '../../db/database'
import { GatewayError } from '../../gateways/error'
import { enqueue, type Job } from '../../jobs/queue'
import type { Services } from '../../services'
import { settleOrClose } from './ask'
import { PAYMENT, type PaymentRow } from './payments'

const EVERY_MS = 10 * 60_000
/** A payer may have confirmed in the last second. */
const GRACE_MS = 60_000
/** What the gateway has not told of by then it never will. */
const GIVE_UP_MS = 7 * DAY_MS
const AT_ONCE = 100

/**
 * Payments whose time is over and of which we never heard: the message that one was paid may be lost, and nobody asks for
 * a recharge whose window was closed. It queues itself for the next round.
 */
export async function settleStalePayments(_: Job<'settleStalePayments'>, services: Services): Promise<void> {
  const { db, transaction, clock } = services
  const shops = await db.selectFrom('merchants').select('id').orderBy('id').execute()
  for (const { id } of shops) await settleStaleOf(services, id)
  const now = clock.now()
  await transaction(tx => planStalePayments(tx, new Date(now.getTime() + EVERY_MS), now))
}

/** At most once in ten minutes, however many servers plan it. */
export function planStalePayments(tx: Tx, runAt: Date, now: Date): Promise<void> {
  const round = Math.floor(runAt.getTime() / EVERY_MS)
  return enqueue(tx, { merchantId: 0, kind: 'settleStalePayments', key: String(round), payload: {}, runAt }, now)
}

/** Stops when the gateway is away: the next round asks again. One payment that it cannot tell of keeps no other waiting. */
async function settleStaleOf(services: Services, merchantId: number): Promise<void> {
  for (const payment of await stalePayments(services, merchantId)) {
    try {
      await settleOrClose(services, payment)
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error
      services.log.warn({ err: error, payment: payment.id }, 'a payment will be asked for again')
      if (error.retry) return
    }
  }
}

function stalePayments({ db, clock }: Services, merchantId: number): Promise<PaymentRow[]> {
  const now = clock.now().getTime()
  return db
    .selectFrom('payments')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('state', '=', PAYMENT.open)
    .where('expires_at', '<=', now - GRACE_MS)
    .where('expires_at', '>', now - GIVE_UP_MS)
    .orderBy('id')
    .limit(AT_ONCE)
    .execute()
}
