/** What comes to a member by itself: the gift of the month, and the day on which a bought level ends. */
import type { Tx } from '../../db/database'
import { enqueue } from '../../jobs/queue'
import { giveMonthly } from './gifts'
import { nextMonth } from './period'
import type { LevelRow, Membership } from './store'

/** After each change of a level: what is due now, and when to look again. */
export async function afterChange(
  tx: Tx,
  membership: Membership,
  level: LevelRow | undefined,
  now: Date,
): Promise<void> {
  if (!level) return
  await giveMonthly(tx, membership, level, now)
  const moments = [nextMonth(now).getTime(), membership.bought_until ?? 0].filter(at => at > now.getTime())
  for (const at of moments) {
    const { merchant_id: merchantId, user_id: userId } = membership
    const key = `${userId}:${at}`
    await enqueue(tx, { merchantId, kind: 'turnMembership', key, payload: { userId }, runAt: new Date(at) }, now)
  }
}
