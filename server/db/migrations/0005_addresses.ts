import { int, type Schema } from '../schema'

/** Address books. */
export async function up({ ownTable, index }: Schema) {
  await ownTable('addresses')
    .addColumn('user_id', int, column => column.notNull())
    .addColumn('link_man', 'text', column => column.notNull())
    .addColumn('mobile', 'text', column => column.notNull())
    .addColumn('province_id', 'text', column => column.notNull().defaultTo(''))
    .addColumn('city_id', 'text', column => column.notNull().defaultTo(''))
    .addColumn('district_id', 'text', column => column.notNull().defaultTo(''))
    .addColumn('street_id', 'text', column => column.notNull().defaultTo(''))
    .addColumn('address', 'text', column => column.notNull())
    .addColumn('postcode', 'text', column => column.notNull().defaultTo(''))
    .addColumn('is_default', int, column => column.notNull().defaultTo(0))
    .addColumn('latitude', 'double precision')
    .addColumn('longitude', 'double precision')
    .addColumn('ext_json', 'text', column => column.notNull())
    .addColumn('created_at', int, column => column.notNull())
    .addColumn('updated_at', int, column => column.notNull())
    .addForeignKeyConstraint('addresses_user_id', ['merchant_id', 'user_id'], 'users', ['merchant_id', 'id'])
    .execute()
  await index('addresses', 'user_id')
}
