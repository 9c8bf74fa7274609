/** What the shop keeper says of distribution. */
import type { Fen } from '../../../contract/money'
import { touch } from '../../cache'
import type { Db, Tx } from '../../db/database'
import { SELLER, type SellerRow, type Terms, termsOf } from './sellers'

/** What is left out stays as it is. */
export async function setTerms(tx: Tx, merchantId: number, change: Partial<Terms>): Promise<void> {
  const terms = { ...(await termsOf(tx, merchantId)), ...change }
  const { can_apply, can_buy, price_fen, rate1_bp, rate2_bp, rate3_bp, visitors } = terms
  const row = { can_apply, can_buy, price_fen, rate1_bp, rate2_bp, rate3_bp, visitors }
  await tx
    .insertInto('fx_terms')
    .values({ merchant_id: merchantId, ...row })
    .onConflict(conflict => conflict.columns(['merchant_id']).doUpdateSet(row))
    .execute()
  touch(tx, merchantId, 'site')
  touch(tx, merchantId, 'catalogue')
}

export const listSellers = (
  db: Db,
  merchantId: number,
): Promise<(SellerRow & { nick: string; owed_fen: Fen | null })[]> =>
  db
    .selectFrom('fx_sellers')
    .innerJoin('users', join =>
      join.onRef('users.merchant_id', '=', 'fx_sellers.merchant_id').onRef('users.id', '=', 'fx_sellers.user_id'),
    )
    .leftJoin('fx_debts', join =>
      join
        .onRef('fx_debts.merchant_id', '=', 'fx_sellers.merchant_id')
        .onRef('fx_debts.user_id', '=', 'fx_sellers.user_id'),
    )
    .selectAll('fx_sellers')
    .select(['users.nick', 'fx_debts.owed_fen'])
    .where('fx_sellers.merchant_id', '=', merchantId)
    .orderBy('fx_sellers.state')
    .orderBy('fx_sellers.created_at')
    .limit(1000)
    .execute()

/** Refuses who asks, or ends with who is one: what they have earned stays theirs. Answers whether there was anybody. */
export async function refuseSeller(
  tx: Tx,
  merchantId: number,
  userId: number,
  remark: string,
  now: Date,
): Promise<boolean> {
  const row = await tx
    .updateTable('fx_sellers')
    .set({ state: SELLER.refused, remark, updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('state', '!=', SELLER.refused)
    .returning('user_id')
    .executeTakeFirst()
  return row !== undefined
}
