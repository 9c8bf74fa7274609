/** What a level brings each month. */
import type { Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { book } from '../../ledger/ledger'
import { handOut } from '../coupon/keeper'
import { scoreTransfer } from '../score/rewards'
import { monthOf } from './period'
import type { LevelRow, Membership } from './store'

/** Once in each month of the calendar: when the level begins, or on the first day. */
export async function giveMonthly(
  tx: Tx,
  { merchant_id: merchantId, user_id: userId }: Membership,
  level: LevelRow,
  now: Date,
): Promise<void> {
  if (level.month_score === 0 && level.month_coupons === 0) return
  const month = monthOf(now)
  const due = await tx
    .updateTable('memberships')
    .set({ gifted_month: month })
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('gifted_month', '<', month)
    .returning('user_id')
    .executeTakeFirst()
  if (!due) return
  if (level.month_score > 0) {
    const gift = { key: `level:month:${userId}:${month}`, kind: 'monthGift' as const, about: `${level.name} 每月赠送` }
    await book(tx, merchantId, now, [scoreTransfer(userId, level.month_score, gift)])
  }
  const { month_coupon_id: ruleId, month_coupons: number } = level
  if (ruleId === null || number === 0) return
  try {
    await handOut(tx, { merchantId, ruleId, userId, number }, now)
  } catch (error) {
    // None left, or the kind is gone: nothing was written, and the rest of the gift is theirs.
    if (!(error instanceof Refusal)) throw error
  }
}
