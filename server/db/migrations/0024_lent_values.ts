import { int, nothing, type Schema, zero } from '../schema'

/** Tokens that outside parties lend for a while, shared by all servers. They belong to no shop: `merchant_id` is 0. */
export async function up({ schema }: Schema) {
  await schema
    .createTable('lent_values')
    .addColumn('merchant_id', int, column => column.notNull())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('sealed', 'text', column => column.notNull().defaultTo(nothing))
    .addColumn('fingerprint', 'text', column => column.notNull().defaultTo(nothing))
    .addColumn('until', int, column => column.notNull().defaultTo(zero))
    .addColumn('refresh_at', int, column => column.notNull().defaultTo(zero))
    .addColumn('lease_until', int, column => column.notNull().defaultTo(zero))
    .addPrimaryKeyConstraint('lent_values_pk', ['merchant_id', 'name'])
    .execute()
}
