import { int, type Schema } from '../schema'

/** Days and time slots that are sold each at a price of its own, so many places of each, and which of them an order has taken. */
export async function up({ schema, ownTable, uniqueIndex, index }: Schema) {
  await ownTable('openings')
    .addColumn('goods_id', int, column => column.notNull())
    .addColumn('sku_id', int, column => column.notNull())
    .addColumn('day', 'text', column => column.notNull())
    .addColumn('slot', 'text', column => column.notNull().defaultTo(''))
    .addColumn('price_fen', int, column => column.notNull())
    .addColumn('stock', int, column => column.notNull())
    .addColumn('closes_at', int, column => column.notNull())
    .execute()
  await uniqueIndex('openings', 'sku_id', 'day', 'slot')
  await index('openings', 'goods_id', 'closes_at')
  await schema
    .alterTable('goods')
    .addColumn('booked_by', int, column => column.notNull().defaultTo(0))
    .execute()
  await schema
    .alterTable('order_lines')
    .addColumn('bookings_json', 'text', column => column.notNull().defaultTo('[]'))
    .execute()
}
