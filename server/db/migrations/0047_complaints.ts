import { int, type Schema } from '../schema'

/** Complaints of payers at WeChat Pay, as they stood when it was last asked. */
export async function up({ ownTable, uniqueIndex }: Schema) {
  await ownTable('complaints')
    .addColumn('complaint_id', 'text', column => column.notNull())
    .addColumn('out_trade_no', 'text', column => column.notNull())
    .addColumn('amount_fen', int, column => column.notNull())
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('detail', 'text', column => column.notNull())
    .addColumn('payer_waits', int, column => column.notNull())
    .addColumn('complained_at', int, column => column.notNull())
    .addColumn('updated_at', int, column => column.notNull())
    .execute()
  await uniqueIndex('complaints', 'complaint_id')
}
