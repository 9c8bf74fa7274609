import { int, type Schema } from '../schema'

/** Money that goes to a shopper's own WeChat once they have confirmed it. */
export async function up({ ownTable, uniqueIndex, index }: Schema) {
  await ownTable('merchant_transfers')
    .addColumn('key', 'text', column => column.notNull())
    .addColumn('bill_no', 'text', column => column.notNull())
    .addColumn('user_id', int, column => column.notNull())
    .addColumn('amount_fen', int, column => column.notNull())
    .addColumn('remark', 'text', column => column.notNull())
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('openid', 'text')
    .addColumn('package_info', 'text')
    .addColumn('is_cancelled', int, column => column.notNull().defaultTo(0))
    .addColumn('fail_reason', 'text', column => column.notNull().defaultTo(''))
    .addColumn('created_at', int, column => column.notNull())
    .addColumn('updated_at', int, column => column.notNull())
    .execute()
  await uniqueIndex('merchant_transfers', 'key')
  await uniqueIndex('merchant_transfers', 'bill_no')
  await index('merchant_transfers', 'user_id')
}
