import { int, type Schema } from '../schema'

/** What levels cost, what brings them, what they bring; who has bought or earned one. */
export async function up({ schema, ownTable, shopTable, uniqueIndex, index }: Schema) {
  for (const column of ['upgrade_fen', 'upgrade_growth', 'upgrade_score', 'month_score', 'month_coupons']) {
    await schema
      .alterTable('user_levels')
      .addColumn(column, int, added => added.notNull().defaultTo(0))
      .execute()
  }
  await schema.alterTable('user_levels').addColumn('month_coupon_id', int).execute()
  await schema.alterTable('users').addColumn('level_until', int).execute()
  await ownTable('user_level_prices')
    .addColumn('level_id', int, column => column.notNull())
    .addColumn('price_fen', int, column => column.notNull())
    .addColumn('duration', int, column => column.notNull())
    .addColumn('unit', int, column => column.notNull())
    .addForeignKeyConstraint('user_level_prices_level_id', ['merchant_id', 'level_id'], 'user_levels', [
      'merchant_id',
      'id',
    ])
    .execute()
  await uniqueIndex('user_level_prices', 'level_id', 'duration', 'unit')
  await ownTable('user_level_buys')
    .addColumn('user_id', int, column => column.notNull())
    .addColumn('level_id', int, column => column.notNull())
    .addColumn('level_name', 'text', column => column.notNull())
    .addColumn('order_number', 'text', column => column.notNull())
    .addColumn('price_fen', int, column => column.notNull())
    .addColumn('remark', 'text', column => column.notNull().defaultTo(''))
    .addColumn('is_renewal', int, column => column.notNull().defaultTo(0))
    .addColumn('until', int, column => column.notNull())
    .addColumn('idempotency_key', 'text')
    .addColumn('created_at', int, column => column.notNull())
    .addForeignKeyConstraint('user_level_buys_user_id', ['merchant_id', 'user_id'], 'users', ['merchant_id', 'id'])
    .execute()
  await uniqueIndex('user_level_buys', 'user_id', 'idempotency_key')
  await shopTable('memberships')
    .addColumn('user_id', int, column => column.notNull())
    .addColumn('earned_level_id', int)
    .addColumn('bought_level_id', int)
    .addColumn('bought_until', int)
    .addColumn('price_id', int)
    .addColumn('price_fen', int, column => column.notNull().defaultTo(0))
    .addColumn('is_renewing', int, column => column.notNull().defaultTo(0))
    .addColumn('gifted_month', 'text', column => column.notNull().defaultTo(''))
    .addColumn('updated_at', int, column => column.notNull())
    .addPrimaryKeyConstraint('memberships_pk', ['merchant_id', 'user_id'])
    .addForeignKeyConstraint('memberships_user_id', ['merchant_id', 'user_id'], 'users', ['merchant_id', 'id'])
    .execute()
  await index('user_level_buys', 'user_id', 'id')
}
