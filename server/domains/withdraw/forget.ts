/** What withdrawals know of a person, when the person goes: amounts and times stay. */
import type { Tx } from '../../db/database'

export const forgetPayee = (tx: Tx, merchantId: number, userId: number): Promise<unknown> =>
  tx
    .updateTable('withdrawals')
    .set({ name: '', bank_json: '{}', reason: '' })
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .execute()
