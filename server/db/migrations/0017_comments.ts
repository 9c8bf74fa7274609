import { int, type Schema } from '../schema'

/** What shoppers write to the shop, and its answers. */
export async function up({ ownTable, index }: Schema) {
  await ownTable('comments')
    .addColumn('user_id', int)
    .addColumn('type', int, column => column.notNull().defaultTo(0))
    .addColumn('ref_id', int, column => column.notNull().defaultTo(0))
    .addColumn('pid', int, column => column.notNull().defaultTo(0))
    .addColumn('content', 'text', column => column.notNull())
    .addColumn('mobile', 'text', column => column.notNull().defaultTo(''))
    .addColumn('pics_json', 'text', column => column.notNull())
    .addColumn('ext_json', 'text', column => column.notNull())
    .addColumn('status', int, column => column.notNull().defaultTo(0))
    .addColumn('reply', 'text', column => column.notNull().defaultTo(''))
    .addColumn('replied_at', int)
    .addColumn('created_at', int, column => column.notNull())
    .execute()
  await index('comments', 'user_id', 'created_at')
  await index('comments', 'type', 'ref_id')
}
