import { int, type Schema } from '../schema'

/** What brings score and what it is worth; vouchers; what orders took and brought. */
export async function up({ schema, ownTable, shopTable, index }: Schema) {
  await ownTable('score_rules')
    .addColumn('code', 'text', column => column.notNull())
    .addColumn('score', int, column => column.notNull())
    .addColumn('per_fen', int, column => column.notNull().defaultTo(0))
    .addUniqueConstraint('score_rules_code', ['merchant_id', 'code'])
    .execute()
  await ownTable('score_deductions')
    .addColumn('type', int, column => column.notNull())
    .addColumn('score', int, column => column.notNull())
    .addColumn('value', int, column => column.notNull())
    .addColumn('is_loop', int, column => column.notNull().defaultTo(0))
    .execute()
  await shopTable('score_vouchers')
    .addColumn('number', 'text', column => column.notNull())
    .addColumn('score', int, column => column.notNull())
    .addColumn('user_id', int)
    .addColumn('used_at', int)
    .addColumn('created_at', int, column => column.notNull())
    .addPrimaryKeyConstraint('score_vouchers_pk', ['merchant_id', 'number'])
    .execute()
  await ownTable('score_exchanges')
    .addColumn('user_id', int, column => column.notNull())
    .addColumn('into', 'text', column => column.notNull())
    .addColumn('score', int, column => column.notNull())
    .addColumn('value', int, column => column.notNull())
    .addColumn('created_at', int, column => column.notNull())
    .execute()
  await index('score_exchanges', 'user_id')
  for (const column of ['score_spent', 'score_returned', 'score_earned', 'score_taken']) {
    await schema
      .alterTable('orders')
      .addColumn(column, int, added => added.notNull().defaultTo(0))
      .execute()
  }
}
