import { int, type Schema } from '../schema'

/** Money that shoppers want out of their balance. */
export async function up({ ownTable, uniqueIndex, index }: Schema) {
  await ownTable('withdrawals')
    .addColumn('number', 'text', column => column.notNull())
    .addColumn('user_id', int, column => column.notNull())
    .addColumn('amount_fen', int, column => column.notNull())
    .addColumn('name', 'text', column => column.notNull().defaultTo(''))
    .addColumn('bank_json', 'text', column => column.notNull().defaultTo('{}'))
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('reason', 'text', column => column.notNull().defaultTo(''))
    .addColumn('idempotency_key', 'text')
    .addColumn('created_at', int, column => column.notNull())
    .addColumn('updated_at', int, column => column.notNull())
    .addForeignKeyConstraint('withdrawals_user_id', ['merchant_id', 'user_id'], 'users', ['merchant_id', 'id'])
    .execute()
  await uniqueIndex('withdrawals', 'number')
  await uniqueIndex('withdrawals', 'user_id', 'idempotency_key')
  await index('withdrawals', 'state')
}
