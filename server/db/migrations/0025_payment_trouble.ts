import { int, type Schema } from '../schema'

/** Money that is not what was asked for, and money that goes back because what it was for is gone. */
export async function up({ schema, ownTable, uniqueIndex, index }: Schema) {
  await ownTable('payment_quarantine')
    .addColumn('provider', 'text', column => column.notNull())
    .addColumn('transaction_id', 'text', column => column.notNull())
    .addColumn('out_trade_no', 'text', column => column.notNull())
    .addColumn('payment_id', int)
    .addColumn('reason', 'text', column => column.notNull())
    .addColumn('amount_fen', int, column => column.notNull())
    .addColumn('currency', 'text', column => column.notNull())
    .addColumn('received_at', int, column => column.notNull())
    .addColumn('resolved_at', int)
    .addColumn('credited_fen', int, column => column.notNull().defaultTo(0))
    .addColumn('note', 'text', column => column.notNull().defaultTo(''))
    .execute()
  await uniqueIndex('payment_quarantine', 'provider', 'transaction_id')
  await index('payment_quarantine', 'resolved_at')
  await schema
    .alterTable('payments')
    .addColumn('back_state', 'text', column => column.notNull().defaultTo(''))
    .execute()
}
