import type { Dialect } from '../database'
import { freeId, int, type Schema } from '../schema'

/** Work to do later, written in the transaction that wants it done. */
export async function up({ schema }: Schema, dialect: Dialect) {
  await freeId(dialect)(schema.createTable('jobs'))
    .addColumn('merchant_id', int, column => column.notNull())
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('key', 'text', column => column.notNull())
    .addColumn('payload_json', 'text', column => column.notNull())
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('run_at', int, column => column.notNull())
    .addColumn('attempts', int, column => column.notNull().defaultTo(0))
    .addColumn('lease_until', int)
    .addColumn('last_error', 'text', column => column.notNull().defaultTo(''))
    .addColumn('created_at', int, column => column.notNull())
    .addColumn('updated_at', int, column => column.notNull())
    .execute()
  await schema.createIndex('jobs_key').on('jobs').columns(['merchant_id', 'kind', 'key']).unique().execute()
  await schema.createIndex('jobs_due').on('jobs').columns(['state', 'run_at']).execute()
}
