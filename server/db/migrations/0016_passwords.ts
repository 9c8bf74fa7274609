import { int, type Schema } from '../schema'

/** Passwords to log in and to spend, and how often somebody guessed. */
export async function up({ shopTable }: Schema) {
  await shopTable('user_passwords')
    .addColumn('user_id', int, column => column.notNull())
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('hash', 'text', column => column.notNull())
    .addColumn('tries', int, column => column.notNull().defaultTo(0))
    .addColumn('tried_at', int, column => column.notNull().defaultTo(0))
    .addColumn('updated_at', int, column => column.notNull())
    .addPrimaryKeyConstraint('user_passwords_pk', ['merchant_id', 'user_id', 'kind'])
    .addForeignKeyConstraint('user_passwords_user_id', ['merchant_id', 'user_id'], 'users', ['merchant_id', 'id'])
    .execute()
}
