/** A transfer has ended: what was frozen for it is with the receiver, or in the balance again. */
import type { Tx } from '../../db/database'
import { book, userAccount } from '../../ledger/ledger'
import { frozenAccount } from './plan'
import { OPEN, type TransferRow, type TransferState } from './states'

/** Answers whether it stood in one of the states `from`; otherwise nothing is done. */
export async function endTransfer(
  tx: Tx,
  row: TransferRow,
  state: 'paid' | 'failed',
  reason: string,
  now: Date,
  from: readonly TransferState[] = OPEN,
): Promise<boolean> {
  const { merchant_id: merchantId, id, user_id: userId, amount_fen: amount } = row
  const { numUpdatedRows } = await tx
    .updateTable('merchant_transfers')
    .set({ state, fail_reason: reason.slice(0, 200), updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  const to = state === 'paid' ? ('shop:wechatpay' as const) : userAccount(userId)
  const entries = [
    { account: frozenAccount(userId), unit: 'CNY' as const, amount: -amount },
    { account: to, unit: 'CNY' as const, amount },
  ]
  const kind = state === 'paid' ? ('withdrawn' as const) : ('withdrawFailed' as const)
  await book(tx, merchantId, now, [{ key: `transfer:${id}:${state}`, kind, about: row.remark, ref: row.key, entries }])
  return true
}
