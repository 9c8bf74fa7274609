import { int, nothing, type Schema, zero } from '../schema'

/** What is sold by WeChat's virtual payment: a choice at a price, as it stands there. */
export async function up({ shopTable, index }: Schema) {
  await shopTable('virtual_items')
    .addColumn('item_id', 'text', column => column.notNull())
    .addColumn('sku_id', int, column => column.notNull())
    .addColumn('price_fen', int, column => column.notNull())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('pic', 'text', column => column.notNull())
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('note', 'text', column => column.notNull().defaultTo(nothing))
    .addColumn('ready_at', int, column => column.notNull().defaultTo(zero))
    .addColumn('created_at', int, column => column.notNull())
    .addColumn('updated_at', int, column => column.notNull())
    .addPrimaryKeyConstraint('virtual_items_pk', ['merchant_id', 'item_id'])
    .execute()
  await index('virtual_items', 'sku_id')
  await index('virtual_items', 'state')
}
