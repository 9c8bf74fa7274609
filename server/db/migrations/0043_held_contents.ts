import { int, type Schema } from '../schema'

/** What people wrote and nobody else sees yet: it waits for WeChat's check, or for the shop keeper. */
export async function up({ ownTable, shopTable, schema, index }: Schema) {
  await ownTable('held_contents')
    .addColumn('user_id', int)
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('ref_id', int, column => column.notNull())
    .addColumn('text', 'text', column => column.notNull())
    .addColumn('text_verdict', 'text', column => column.notNull())
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('reason', 'text', column => column.notNull().defaultTo(''))
    .addColumn('created_at', int, column => column.notNull())
    .addColumn('decided_at', int)
    .execute()
  await index('held_contents', 'state')
  await shopTable('checked_pictures')
    .addColumn('content_id', int, column => column.notNull())
    .addColumn('place', int, column => column.notNull())
    .addColumn('path', 'text', column => column.notNull())
    .addColumn('trace_id', 'text', column => column.notNull().defaultTo(''))
    .addColumn('verdict', 'text', column => column.notNull().defaultTo(''))
    .addPrimaryKeyConstraint('checked_pictures_pk', ['merchant_id', 'content_id', 'place'])
    .addForeignKeyConstraint('checked_pictures_content_id', ['merchant_id', 'content_id'], 'held_contents', [
      'merchant_id',
      'id',
    ])
    .execute()
  await index('checked_pictures', 'trace_id')
  for (const table of ['reviews', 'comments'])
    await schema
      .alterTable(table)
      .addColumn('is_held', int, column => column.notNull().defaultTo(0))
      .execute()
}
