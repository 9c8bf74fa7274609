import { int, type Schema } from '../schema'

/** Short films of goods. */
export async function up({ ownTable, schema }: Schema) {
  await ownTable('videos')
    .addColumn('path', 'text', column => column.notNull())
    .addColumn('type', 'text', column => column.notNull())
    .addColumn('size', int, column => column.notNull())
    .addColumn('created_at', int, column => column.notNull())
    .execute()
  await schema.alterTable('goods').addColumn('video_id', int).execute()
}
