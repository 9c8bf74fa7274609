import { int, type Schema } from '../schema'

/**
 * Partner teams: terms, and who is below whom. What somebody owes of commission that went back is theirs, whichever way it was
 * earned, and moves out of the list of distributors.
 */
export async function up({ schema, shopTable, index, pour }: Schema) {
  await shopTable('partner_terms')
    .addColumn('is_open', int, column => column.notNull())
    .addColumn('partner_bp', int, column => column.notNull())
    .addColumn('leader_bp', int, column => column.notNull())
    .addColumn('leader_price_fen', int, column => column.notNull())
    .addColumn('leader_level_id', int)
    .addColumn('member_level_id', int)
    .addPrimaryKeyConstraint('partner_terms_pk', ['merchant_id'])
    .addForeignKeyConstraint('partner_terms_leader_level_id', ['merchant_id', 'leader_level_id'], 'user_levels', [
      'merchant_id',
      'id',
    ])
    .addForeignKeyConstraint('partner_terms_member_level_id', ['merchant_id', 'member_level_id'], 'user_levels', [
      'merchant_id',
      'id',
    ])
    .execute()
  await shopTable('partner_people')
    .addColumn('user_id', int, column => column.notNull())
    .addColumn('role', int, column => column.notNull())
    .addColumn('above_id', int)
    .addColumn('created_at', int, column => column.notNull())
    .addColumn('updated_at', int, column => column.notNull())
    .addPrimaryKeyConstraint('partner_people_pk', ['merchant_id', 'user_id'])
    .addForeignKeyConstraint('partner_people_user_id', ['merchant_id', 'user_id'], 'users', ['merchant_id', 'id'])
    .addForeignKeyConstraint('partner_people_above_id', ['merchant_id', 'above_id'], 'users', ['merchant_id', 'id'])
    .execute()
  await index('partner_people', 'above_id', 'created_at')
  await shopTable('fx_debts')
    .addColumn('user_id', int, column => column.notNull())
    .addColumn('owed_fen', int, column => column.notNull())
    .addPrimaryKeyConstraint('fx_debts_pk', ['merchant_id', 'user_id'])
    .addForeignKeyConstraint('fx_debts_user_id', ['merchant_id', 'user_id'], 'users', ['merchant_id', 'id'])
    .execute()
  await pour('fx_sellers', 'fx_debts', ['user_id', 'owed_fen'], 'owed_fen')
  await schema.alterTable('fx_sellers').dropColumn('owed_fen').execute()
}
