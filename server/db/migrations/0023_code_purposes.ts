import { int, type Schema } from '../schema'

/**
 * Codes know what they are for, and a message that did not leave counts no minute. The table is made anew: a column cannot
 * learn to be empty on SQLite, and what was in it lived ten minutes.
 */
export async function up({ schema, ownTable, shopTable, uniqueIndex, index }: Schema) {
  await schema.dropTable('verification_codes').execute()
  await ownTable('verification_codes')
    .addColumn('channel', 'text', column => column.notNull())
    .addColumn('target', 'text', column => column.notNull())
    .addColumn('purpose', 'text', column => column.notNull())
    .addColumn('code_hash', 'text', column => column.notNull())
    .addColumn('tries', int, column => column.notNull().defaultTo(0))
    .addColumn('ip', 'text', column => column.notNull())
    .addColumn('sent_at', int, column => column.notNull())
    .addColumn('sent_minute', int)
    .addColumn('expires_at', int, column => column.notNull())
    .addColumn('used_at', int)
    .execute()
  // Two requests at once for one number: one of them sends.
  await uniqueIndex('verification_codes', 'channel', 'target', 'sent_minute')
  await index('verification_codes', 'channel', 'target', 'sent_at')
  await index('verification_codes', 'ip', 'sent_at')
  await shopTable('spent_pictures')
    .addColumn('key_hash', 'text', column => column.notNull())
    .addColumn('spent_at', int, column => column.notNull())
    .addPrimaryKeyConstraint('spent_pictures_pk', ['merchant_id', 'key_hash'])
    .execute()
}
