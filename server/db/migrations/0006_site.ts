import { int, type Schema } from '../schema'

/** Banners and notices. */
export async function up({ ownTable, index }: Schema) {
  await ownTable('banners')
    .addColumn('title', 'text', column => column.notNull().defaultTo(''))
    .addColumn('pic_url', 'text', column => column.notNull())
    .addColumn('link_url', 'text', column => column.notNull().defaultTo(''))
    .addColumn('business_id', int, column => column.notNull().defaultTo(0))
    .addColumn('type', 'text', column => column.notNull().defaultTo(''))
    .addColumn('remark', 'text', column => column.notNull().defaultTo(''))
    .addColumn('action', 'text', column => column.notNull().defaultTo(''))
    .addColumn('is_dark', int, column => column.notNull().defaultTo(0))
    .addColumn('paixu', int, column => column.notNull().defaultTo(0))
    .addColumn('created_at', int, column => column.notNull())
    .execute()
  await ownTable('notices')
    .addColumn('title', 'text', column => column.notNull())
    .addColumn('content', 'text', column => column.notNull().defaultTo(''))
    .addColumn('type', 'text', column => column.notNull().defaultTo(''))
    .addColumn('is_top', int, column => column.notNull().defaultTo(0))
    .addColumn('created_at', int, column => column.notNull())
    .execute()
  await index('notices', 'created_at')
}
