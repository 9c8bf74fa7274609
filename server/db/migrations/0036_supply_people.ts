import { int, nothing, type Schema } from '../schema'

/** Who saw card codes, and what persons decided about purchases. */
export async function up({ ownTable, index }: Schema) {
  await ownTable('card_reveals')
    .addColumn('order_id', int, column => column.notNull())
    .addColumn('user_id', int, column => column.notNull())
    .addColumn('codes', int, column => column.notNull())
    .addColumn('ip', 'text', column => column.notNull())
    .addColumn('agent', 'text', column => column.notNull())
    .addColumn('created_at', int, column => column.notNull())
    .execute()
  await index('card_reveals', 'user_id', 'created_at')
  await index('card_reveals', 'order_id')
  await ownTable('supply_resolutions')
    .addColumn('purchase_id', int, column => column.notNull())
    .addColumn('verdict', 'text', column => column.notNull())
    .addColumn('then_do', 'text', column => column.notNull().defaultTo(nothing))
    .addColumn('codes_sealed', 'text')
    .addColumn('supplier_order_id', 'text')
    .addColumn('asked_by', 'text', column => column.notNull())
    .addColumn('asked_as', 'text', column => column.notNull())
    .addColumn('confirmed_by', 'text')
    .addColumn('confirmed_as', 'text')
    .addColumn('created_at', int, column => column.notNull())
    .addColumn('confirmed_at', int)
    .execute()
  await index('supply_resolutions', 'purchase_id')
}
