/** Which level somebody has: of what was bought and what was earned, the higher. */
import type { Tx } from '../../db/database'
import type { LevelRow, Membership } from './store'

type Standing = Pick<Membership, 'earned_level_id' | 'bought_level_id' | 'bought_until'>

export interface Held {
  level: LevelRow | undefined
  /** When a bought level ends; an earned one does not. */
  until: number | null
}

/** Pure. */
export function heldLevel(levels: readonly LevelRow[], membership: Standing, now: Date): Held {
  const earned = levels.find(({ id }) => id === membership.earned_level_id)
  const isRunning = (membership.bought_until ?? 0) > now.getTime()
  const bought = isRunning ? levels.find(({ id }) => id === membership.bought_level_id) : undefined
  return bought && bought.rank > (earned?.rank ?? Number.NEGATIVE_INFINITY)
    ? { level: bought, until: membership.bought_until }
    : { level: earned, until: null }
}

/** Writes it where every request reads it. */
export async function applyLevel(
  tx: Tx,
  levels: readonly LevelRow[],
  membership: Membership,
  now: Date,
): Promise<LevelRow | undefined> {
  const { level, until } = heldLevel(levels, membership, now)
  await tx
    .updateTable('users')
    .set({ level_id: level?.id ?? null, level_until: until })
    .where('merchant_id', '=', membership.merchant_id)
    .where('id', '=', membership.user_id)
    .execute()
  return level
}
