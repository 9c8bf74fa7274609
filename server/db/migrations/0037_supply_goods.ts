import { int, nothing, type Schema, zero } from '../schema'

/** What a supplier last said of goods of ours. */
export async function up({ shopTable }: Schema) {
  await shopTable('supply_goods')
    .addColumn('goods_id', int, column => column.notNull())
    .addColumn('title', 'text', column => column.notNull().defaultTo(nothing))
    .addColumn('cost_fen', int)
    .addColumn('is_taken_off', int, column => column.notNull().defaultTo(zero))
    .addColumn('updated_at', int, column => column.notNull())
    .addPrimaryKeyConstraint('supply_goods_pk', ['merchant_id', 'goods_id'])
    .execute()
}
