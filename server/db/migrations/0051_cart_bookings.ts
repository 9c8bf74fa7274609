import type { Schema } from '../schema'

/** Which days or which time slot a line of the cart is for. */
export async function up({ schema }: Schema) {
  await schema
    .alterTable('cart_lines')
    .addColumn('bookings_json', 'text', column => column.notNull().defaultTo('[]'))
    .execute()
}
