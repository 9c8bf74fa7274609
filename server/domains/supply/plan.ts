import { fen } from '../../../contract/money'
import type { Tx } from '../../db/database'
import { enqueue } from '../../jobs/queue'
import { readJson, writeJson } from '../../json'
import type { FilledField } from '../order/rows'

/**
 * Writes down what is to be bought for orders that are being paid, in the same transaction, with the job that will buy it.
 * An order line is planned once, whatever happens.
 */
export async function planPurchases(tx: Tx, merchantId: number, orderIds: readonly number[], now: Date): Promise<void> {
  const lines = await tx
    .selectFrom('order_lines as line')
    .innerJoin('users', join =>
      join.onRef('users.merchant_id', '=', 'line.merchant_id').onRef('users.id', '=', 'line.user_id'),
    )
    .select([
      'line.id',
      'line.order_id',
      'line.supply_type',
      'line.supply_goods_id',
      'line.supply_kind',
      'line.number',
      'line.paid_fen',
    ])
    .select(['line.fields_json', 'users.mobile'])
    .where('line.merchant_id', '=', merchantId)
    .where('line.order_id', 'in', [...orderIds])
    .where('line.supply_type', '!=', '')
    .orderBy('line.id')
    .execute()
  const purchases = await tx
    .insertInto('supply_purchases')
    .values(
      lines.map(line => ({
        merchant_id: merchantId,
        order_id: line.order_id,
        order_line_id: line.id,
        supplier: line.supply_type,
        goods_id: line.supply_goods_id,
        goods_kind: line.supply_kind,
        quantity: line.number,
        mobile: line.mobile ?? '',
        fields_json: writeJson(answersOf(line.fields_json)),
        // What the buyer paid for a piece, discounts included: never a fen more goes to the supplier.
        price_limit_fen: fen(Math.floor(line.paid_fen / line.number)),
        state: 'planned',
        created_at: now.getTime(),
        updated_at: now.getTime(),
      })),
    )
    .onConflict(conflict => conflict.columns(['merchant_id', 'order_line_id']).doNothing())
    .returning('id')
    .execute()
  for (const { id } of purchases) {
    await enqueue(
      tx,
      { merchantId, kind: 'buySupply', key: `purchase:${id}`, payload: { purchaseId: id }, runAt: now },
      now,
    )
  }
}

const answersOf = (fieldsJson: string): Record<string, string> =>
  Object.fromEntries(readJson<FilledField[]>(fieldsJson).map(({ key, value }) => [key, value]))
