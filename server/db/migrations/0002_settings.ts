import { int, type Schema } from '../schema'

/** Settings of a shop; those that shoppers may read are public. Versions tell caches what is stale. */
export async function up({ shopTable }: Schema) {
  await shopTable('settings')
    .addColumn('key', 'text', column => column.notNull())
    .addColumn('value', 'text', column => column.notNull())
    .addColumn('is_public', int, column => column.notNull())
    .addColumn('updated_at', int, column => column.notNull())
    .addPrimaryKeyConstraint('settings_pk', ['merchant_id', 'key'])
    .execute()
  await shopTable('cache_versions')
    .addColumn('topic', 'text', column => column.notNull())
    .addColumn('stripe', int, column => column.notNull())
    .addColumn('version', int, column => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('cache_versions_pk', ['merchant_id', 'topic', 'stripe'])
    .execute()
}
