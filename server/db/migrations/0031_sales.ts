import { int, type Schema } from '../schema'

/** Flash sales, with whether lists show them as running, and prices that fall with the number of pieces. */
export async function up({ schema }: Schema) {
  for (const column of ['miaosha_price_fen', 'miaosha_from', 'miaosha_until'])
    await schema.alterTable('goods').addColumn(column, int).execute()
  await schema
    .alterTable('goods')
    .addColumn('miaosha_on', int, column => column.notNull().defaultTo(0))
    .execute()
  await schema
    .alterTable('goods')
    .addColumn('ladder_json', 'text', column => column.notNull().defaultTo('[]'))
    .execute()
}
