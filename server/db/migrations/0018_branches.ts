import { int, type Schema } from '../schema'

/** Branches of a merchant, and which of them an order is fetched at. */
export async function up({ schema, ownTable }: Schema) {
  await ownTable('branches')
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('pic', 'text', column => column.notNull().defaultTo(''))
    .addColumn('province_id', 'text', column => column.notNull().defaultTo(''))
    .addColumn('city_id', 'text', column => column.notNull().defaultTo(''))
    .addColumn('district_id', 'text', column => column.notNull().defaultTo(''))
    .addColumn('address', 'text', column => column.notNull().defaultTo(''))
    .addColumn('latitude', 'double precision')
    .addColumn('longitude', 'double precision')
    .addColumn('link_man', 'text', column => column.notNull().defaultTo(''))
    .addColumn('phone', 'text', column => column.notNull().defaultTo(''))
    .addColumn('hours', 'text', column => column.notNull().defaultTo(''))
    .addColumn('hands_out', int, column => column.notNull().defaultTo(1))
    .addColumn('is_open', int, column => column.notNull().defaultTo(1))
    .addColumn('characteristic', 'text', column => column.notNull().defaultTo(''))
    .addColumn('introduce', 'text', column => column.notNull().defaultTo(''))
    .addColumn('paixu', int, column => column.notNull().defaultTo(0))
    .addColumn('created_at', int, column => column.notNull())
    .addColumn('updated_at', int, column => column.notNull())
    .execute()
  await schema
    .alterTable('orders')
    .addColumn('branch_id', int, column => column.notNull().defaultTo(0))
    .execute()
  await schema
    .alterTable('orders')
    .addColumn('branch_name', 'text', column => column.notNull().defaultTo(''))
    .execute()
}
