import { int, type Schema } from '../schema'

/** Carts, one for each shopper and type. */
export async function up({ shopTable }: Schema) {
  await shopTable('cart_lines')
    .addColumn('user_id', int, column => column.notNull())
    .addColumn('cart_type', 'text', column => column.notNull())
    .addColumn('key', 'text', column => column.notNull())
    .addColumn('goods_id', int, column => column.notNull())
    .addColumn('sku_id', int, column => column.notNull())
    .addColumn('additions_json', 'text', column => column.notNull())
    .addColumn('number', int, column => column.notNull())
    .addColumn('is_selected', int, column => column.notNull())
    .addColumn('created_at', int, column => column.notNull())
    .addPrimaryKeyConstraint('cart_lines_pk', ['merchant_id', 'user_id', 'cart_type', 'key'])
    .addForeignKeyConstraint('cart_lines_user_id', ['merchant_id', 'user_id'], 'users', ['merchant_id', 'id'])
    .execute()
}
