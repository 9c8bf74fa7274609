/** What the shop keeper says of bills. */
import type { Fen } from '../../../contract/money'
import { touch } from '../../cache'
import type { Tx } from '../../db/database'

/** What bills are reduced by from an amount on; nothing takes the rule away. */
export async function setDiscount(
  tx: Tx,
  merchantId: number,
  { consumeFen, discountsFen, isLoop }: { consumeFen: Fen; discountsFen: Fen; isLoop: boolean },
): Promise<void> {
  touch(tx, merchantId, 'site')
  if (discountsFen === 0) {
    await tx
      .deleteFrom('bill_discounts')
      .where('merchant_id', '=', merchantId)
      .where('consume_fen', '=', consumeFen)
      .execute()
    return
  }
  const rule = { discounts_fen: discountsFen, is_loop: isLoop ? 1 : 0 }
  await tx
    .insertInto('bill_discounts')
    .values({ merchant_id: merchantId, consume_fen: consumeFen, ...rule })
    .onConflict(conflict => conflict.columns(['merchant_id', 'consume_fen']).doUpdateSet(rule))
    .execute()
}
