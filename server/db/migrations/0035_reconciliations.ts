import { int, type Schema } from '../schema'

/** Days of a provider's bill held against our books, and what differed. */
export async function up({ ownTable, uniqueIndex }: Schema) {
  await ownTable('reconciliations')
    .addColumn('provider', 'text', column => column.notNull())
    .addColumn('day', 'text', column => column.notNull())
    .addColumn('lines', int, column => column.notNull())
    .addColumn('paid_fen', int, column => column.notNull())
    .addColumn('refunded_fen', int, column => column.notNull())
    .addColumn('differences_json', 'text', column => column.notNull())
    .addColumn('checked_at', int, column => column.notNull())
    .execute()
  await uniqueIndex('reconciliations', 'provider', 'day')
}
