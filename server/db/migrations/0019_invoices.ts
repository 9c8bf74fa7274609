import { int, type Schema } from '../schema'

/** Invoices that shoppers ask for. */
export async function up({ ownTable, uniqueIndex, index }: Schema) {
  await ownTable('invoices')
    .addColumn('user_id', int, column => column.notNull())
    .addColumn('order_id', int, column => column.notNull().defaultTo(0))
    // The order while there is an invoice for it, nothing once it was refused: one invoice an order.
    .addColumn('open_order_id', int)
    .addColumn('title', 'text', column => column.notNull())
    .addColumn('tax_number', 'text', column => column.notNull().defaultTo(''))
    .addColumn('amount_fen', int, column => column.notNull())
    .addColumn('content', 'text', column => column.notNull().defaultTo(''))
    .addColumn('email', 'text', column => column.notNull().defaultTo(''))
    .addColumn('address', 'text', column => column.notNull().defaultTo(''))
    .addColumn('bank', 'text', column => column.notNull().defaultTo(''))
    .addColumn('remark', 'text', column => column.notNull().defaultTo(''))
    .addColumn('ext_json', 'text', column => column.notNull())
    .addColumn('status', int, column => column.notNull().defaultTo(0))
    .addColumn('file', 'text', column => column.notNull().defaultTo(''))
    .addColumn('shop_remark', 'text', column => column.notNull().defaultTo(''))
    .addColumn('created_at', int, column => column.notNull())
    .addColumn('updated_at', int, column => column.notNull())
    .addForeignKeyConstraint('invoices_user_id', ['merchant_id', 'user_id'], 'users', ['merchant_id', 'id'])
    .execute()
  await uniqueIndex('invoices', 'open_order_id')
  await index('invoices', 'user_id', 'created_at')
}
