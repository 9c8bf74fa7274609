/** Levels that come by themselves: with what was spent, or with growth. They are never taken back. */
import type { Db, Tx } from '../../db/database'
import { balanceOf, book, userAccount } from '../../ledger/ledger'
import { STATUS } from '../order/status'
import { scoreTransfer } from '../score/rewards'
import { applyLevel } from './standing'
import { changeMembership, type LevelRow, listLevels, lockMembership } from './store'
import { afterChange } from './turn'

/** Raises a shopper to the highest level that they have reached. */
export async function raiseLevel(tx: Tx, merchantId: number, userId: number, now: Date): Promise<void> {
  const levels = await listLevels(tx, merchantId)
  const earnable = levels.filter(({ upgrade_fen, upgrade_growth }) => upgrade_fen > 0 || upgrade_growth > 0)
  if (earnable.length === 0) return
  const membership = await lockMembership(tx, merchantId, userId, now)
  const spent = await consumedBy(tx, merchantId, userId)
  const growth = await balanceOf(tx, merchantId, userAccount(userId), 'GROWTH')
  const reached = earnable.filter(level => isReached(level, spent, growth)).at(-1)
  const earned = levels.find(({ id }) => id === membership.earned_level_id)
  if (!reached || (earned && earned.rank >= reached.rank)) return
  const raised = await changeMembership(tx, membership, { earned_level_id: reached.id })
  await afterChange(tx, raised, await applyLevel(tx, levels, raised, now), now)
  if (reached.upgrade_score === 0) return
  const gift = {
    key: `level:${reached.id}:raised:${userId}`,
    kind: 'levelRaised' as const,
    about: `升级为 ${reached.name}`,
  }
  await book(tx, merchantId, now, [scoreTransfer(userId, reached.upgrade_score, gift)])
}

/** To a level that comes with something else, such as a place in a team. Whoever has as high a one keeps theirs. */
export async function raiseTo(tx: Tx, merchantId: number, userId: number, levelId: number, now: Date): Promise<void> {
  const levels = await listLevels(tx, merchantId)
  const level = levels.find(({ id }) => id === levelId)
  if (!level) return
  const membership = await lockMembership(tx, merchantId, userId, now)
  const earned = levels.find(({ id }) => id === membership.earned_level_id)
  if (earned && earned.rank >= level.rank) return
  const raised = await changeMembership(tx, membership, { earned_level_id: level.id })
  await afterChange(tx, raised, await applyLevel(tx, levels, raised, now), now)
}

const isReached = ({ upgrade_fen, upgrade_growth }: LevelRow, spent: number, growth: number): boolean =>
  (upgrade_fen > 0 && spent >= upgrade_fen) || (upgrade_growth > 0 && growth >= upgrade_growth)

/** With orders that are complete, less what was given back. */
async function consumedBy(db: Db, merchantId: number, userId: number): Promise<number> {
  const row = await db
    .selectFrom('orders')
    .select(({ fn }) => [
      fn.sum<number | null>('real_fen').as('paid'),
      fn.sum<number | null>('refunded_fen').as('refunded'),
    ])
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('status', 'in', [STATUS.received, STATUS.reviewed])
    .executeTakeFirst()
  return Number(row?.paid ?? 0) - Number(row?.refunded ?? 0)
}
