import { int, type Schema } from '../schema'

/** Double entry: transfers keyed by the business fact, entries that add up to zero, balances of shoppers. */
export async function up({ ownTable, shopTable, uniqueIndex, index }: Schema) {
  await ownTable('ledger_transfers')
    .addColumn('key', 'text', column => column.notNull())
    .addColumn('kind', int, column => column.notNull())
    .addColumn('about', 'text', column => column.notNull().defaultTo(''))
    .addColumn('ref', 'text', column => column.notNull().defaultTo(''))
    .addColumn('created_at', int, column => column.notNull())
    .execute()
  await uniqueIndex('ledger_transfers', 'key')
  await ownTable('ledger_entries')
    .addColumn('transfer_id', int, column => column.notNull())
    .addColumn('account', 'text', column => column.notNull())
    .addColumn('unit', 'text', column => column.notNull())
    .addColumn('amount', int, column => column.notNull())
    .addColumn('balance_after', int)
    .addColumn('created_at', int, column => column.notNull())
    .addForeignKeyConstraint('ledger_entries_transfer_id', ['merchant_id', 'transfer_id'], 'ledger_transfers', [
      'merchant_id',
      'id',
    ])
    .execute()
  await index('ledger_entries', 'account', 'unit', 'id')
  await index('ledger_entries', 'transfer_id')
  await shopTable('ledger_accounts')
    .addColumn('account', 'text', column => column.notNull())
    .addColumn('unit', 'text', column => column.notNull())
    .addColumn('balance', int, column => column.notNull())
    .addPrimaryKeyConstraint('ledger_accounts_pk', ['merchant_id', 'account', 'unit'])
    .execute()
}
