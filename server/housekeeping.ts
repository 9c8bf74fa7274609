import { DAY_MS, dayOf, parseTime } from '../contract/time'
import type { Tx } from './db/database'
import { planComplaints } from './domains/complaint/round'
import { planNextBills } from './domains/pay/bill-due'
import { planStalePayments } from './domains/pay/due'
import { planSyncRound } from './domains/supply/catalogue/round'
import { planVirtualItems } from './domains/virtual/items'
import { enqueue, type Job } from './jobs/queue'
import type { Services } from './services'

/** At every start: the work that comes round by itself. What waits already stays as it is. */
export async function planRounds(tx: Tx, now: Date): Promise<void> {
  await planCleanUp(tx, now)
  await planStalePayments(tx, now, now)
  await planComplaints(tx, now, now)
  await planVirtualItems(tx, now, now)
  await planNextBills(tx, now)
  await planSyncRound(tx, now, now)
}

/** Once a day: what is over and may go. It queues itself for the next day. */
export async function cleanUp(_: Job<'cleanUp'>, { transaction, clock }: Services): Promise<void> {
  const now = clock.now()
  await transaction(async tx => {
    await tx.deleteFrom('sessions').where('expires_at', '<', now.getTime()).execute()
    await tx
      .deleteFrom('verification_codes')
      .where('sent_at', '<', now.getTime() - 2 * DAY_MS)
      .execute()
    await tx
      .deleteFrom('spent_pictures')
      .where('spent_at', '<', now.getTime() - DAY_MS)
      .execute()
    await tx.deleteFrom('spent_tokens').where('until', '<', now.getTime()).execute()
    await tx
      .deleteFrom('wechat_messages')
      .where('received_at', '<', now.getTime() - 7 * DAY_MS)
      .execute()
    await planCleanUp(tx, now)
  })
}

/** At four in the morning in Beijing. */
async function planCleanUp(tx: Tx, now: Date): Promise<void> {
  const tomorrow = dayOf(new Date(now.getTime() + DAY_MS))
  const runAt = new Date(parseTime(tomorrow).getTime() + 4 * 3_600_000)
  await enqueue(tx, { merchantId: 0, kind: 'cleanUp', key: tomorrow, payload: {}, runAt }, now)
}
