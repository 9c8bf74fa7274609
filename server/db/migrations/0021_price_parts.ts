import { int, type Schema } from '../schema'

/** What an order's price is made of, and how much of it each line bears. Orders so far had no discounts. */
export async function up({ schema, copy }: Schema) {
  await schema
    .alterTable('orders')
    .addColumn('parts_json', 'text', column => column.notNull().defaultTo('[]'))
    .execute()
  await schema
    .alterTable('order_lines')
    .addColumn('paid_fen', int, column => column.notNull().defaultTo(0))
    .execute()
  await copy('order_lines', 'amount_fen', 'paid_fen')
}
