import { int, type Schema } from '../schema'

/** How many messages of a template a shopper has allowed. */
export async function up({ shopTable }: Schema) {
  await shopTable('template_consents')
    .addColumn('user_id', int, column => column.notNull())
    .addColumn('template_id', 'text', column => column.notNull())
    .addColumn('left_count', int, column => column.notNull())
    .addPrimaryKeyConstraint('template_consents_pk', ['merchant_id', 'user_id', 'template_id'])
    .addForeignKeyConstraint('template_consents_user_id', ['merchant_id', 'user_id'], 'users', ['merchant_id', 'id'])
    .execute()
}
