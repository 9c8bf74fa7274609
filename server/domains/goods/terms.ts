/** Terms under which a product is sold for a time: bargains and group buys. */
import type { Tx } from '../../db/database'

/** Ends them early. Answers the product that they were for, or nothing when they had ended. */
export async function stopTermsIn(
  tx: Tx,
  table: 'kanjia_sets' | 'pingtuan_sets',
  merchantId: number,
  id: number,
  now: Date,
): Promise<number | undefined> {
  const stopped = await tx
    .updateTable(table)
    .set({ is_stopped: 1, updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .where('is_stopped', '=', 0)
    .where('ends_at', '>', now.getTime())
    .returning('goods_id')
    .executeTakeFirst()
  return stopped?.goods_id
}

export const isOver = ({ is_stopped, ends_at }: { is_stopped: number; ends_at: number }, now: Date): boolean =>
  is_stopped === 1 || ends_at <= now.getTime()
