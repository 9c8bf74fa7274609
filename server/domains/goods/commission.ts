/** What distributors earn by a product: rates of its own, or those of the shop. */
import { type ExpressionBuilder, sql } from 'kysely'
import { touch } from '../../cache'
import type { Db, Tx } from '../../db/database'
import type { Tables } from '../../db/tables'

/** In basis points, the nearest distributor first. */
export type Rates = readonly [number, number, number]

type Eb = ExpressionBuilder<Tables, 'goods'>

/** What the nearest earns of a product's price. */
export const nearestRateOf = ({ fn, selectFrom }: Eb) =>
  fn.coalesce(
    'goods.fx_rate1_bp',
    selectFrom('fx_terms').select('fx_terms.rate1_bp').whereRef('fx_terms.merchant_id', '=', 'goods.merchant_id'),
    sql<number>`0`,
  )

/** For lists and pages. */
export const nearestRate = (eb: Eb) => nearestRateOf(eb).as('fx_bp')

/** Nothing: the shop's again. Answers whether there is such a product. */
export async function setRates(
  tx: Tx,
  merchantId: number,
  goodsId: number,
  rates: Rates | undefined,
): Promise<boolean> {
  const [rate1 = null, rate2 = null, rate3 = null] = rates ?? []
  const row = await tx
    .updateTable('goods')
    .set({ fx_rate1_bp: rate1, fx_rate2_bp: rate2, fx_rate3_bp: rate3 })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', goodsId)
    .returning('id')
    .executeTakeFirst()
  if (row) touch(tx, merchantId, 'catalogue', [goodsId])
  return row !== undefined
}

/** Of products with rates of their own. */
export async function ownRates(
  db: Db,
  merchantId: number,
  goodsIds?: readonly number[],
): Promise<Map<number, { name: string; rates: Rates }>> {
  const rows = await db
    .selectFrom('goods')
    .select(['id', 'name', 'fx_rate1_bp', 'fx_rate2_bp', 'fx_rate3_bp'])
    .where('merchant_id', '=', merchantId)
    .where('fx_rate1_bp', 'is not', null)
    .$if(goodsIds !== undefined, query => query.where('id', 'in', [...(goodsIds ?? []), 0]))
    .orderBy('id')
    .execute()
  return new Map(
    rows.map(({ id, name, fx_rate1_bp, fx_rate2_bp, fx_rate3_bp }) => [
      id,
      { name, rates: [fx_rate1_bp ?? 0, fx_rate2_bp ?? 0, fx_rate3_bp ?? 0] },
    ]),
  )
}
