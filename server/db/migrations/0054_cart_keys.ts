import type { Schema } from '../schema'

/** Which addition a line of the cart has taken last: sent again, it adds nothing. */
export async function up({ schema }: Schema) {
  await schema
    .alterTable('cart_lines')
    .addColumn('last_key', 'text', column => column.notNull().defaultTo(''))
    .execute()
}
