/** What transfers know of a person, when the person goes: amounts stay, as the books need them. */
import type { Tx } from '../../db/database'

export const forgetReceiver = (tx: Tx, merchantId: number, userId: number): Promise<unknown> =>
  tx
    .updateTable('merchant_transfers')
    .set({ openid: null, package_info: null })
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .execute()
