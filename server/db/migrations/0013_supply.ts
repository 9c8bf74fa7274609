import { int, type Schema } from '../schema'

/** Purchases at suppliers and the card codes bought. */
export async function up({ ownTable, uniqueIndex, index }: Schema) {
  await ownTable('supply_purchases')
    .addColumn('order_id', int, column => column.notNull())
    .addColumn('order_line_id', int, column => column.notNull())
    .addColumn('supplier', 'text', column => column.notNull())
    .addColumn('goods_id', 'text', column => column.notNull())
    .addColumn('goods_kind', int, column => column.notNull())
    .addColumn('quantity', int, column => column.notNull())
    .addColumn('mobile', 'text', column => column.notNull().defaultTo(''))
    .addColumn('fields_json', 'text', column => column.notNull())
    .addColumn('price_limit_fen', int, column => column.notNull())
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('attempts', int, column => column.notNull().defaultTo(0))
    .addColumn('sent_at', int)
    .addColumn('supplier_order_id', 'text')
    .addColumn('note', 'text', column => column.notNull().defaultTo(''))
    .addColumn('created_at', int, column => column.notNull())
    .addColumn('updated_at', int, column => column.notNull())
    .addForeignKeyConstraint('supply_purchases_order_line_id', ['merchant_id', 'order_line_id'], 'order_lines', [
      'merchant_id',
      'id',
    ])
    .execute()
  await uniqueIndex('supply_purchases', 'order_line_id')
  await uniqueIndex('supply_purchases', 'supplier', 'supplier_order_id')
  await index('supply_purchases', 'state')
  await ownTable('card_codes')
    .addColumn('order_id', int, column => column.notNull())
    .addColumn('order_line_id', int, column => column.notNull())
    .addColumn('purchase_id', int, column => column.notNull())
    .addColumn('position', int, column => column.notNull())
    .addColumn('sealed', 'text', column => column.notNull())
    .addColumn('fingerprint', 'text', column => column.notNull())
    .addColumn('created_at', int, column => column.notNull())
    .addForeignKeyConstraint('card_codes_purchase_id', ['merchant_id', 'purchase_id'], 'supply_purchases', [
      'merchant_id',
      'id',
    ])
    .execute()
  await uniqueIndex('card_codes', 'order_line_id', 'position')
  await index('card_codes', 'order_id')
  await index('card_codes', 'fingerprint')
}
