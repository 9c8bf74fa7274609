import { int, type Schema } from '../schema'

/** Uploaded files; what has expired is deleted. */
export async function up({ ownTable, uniqueIndex, index }: Schema) {
  await ownTable('files')
    .addColumn('user_id', int)
    .addColumn('path', 'text', column => column.notNull())
    .addColumn('original_name', 'text', column => column.notNull())
    .addColumn('type', 'text', column => column.notNull())
    .addColumn('size', int, column => column.notNull())
    .addColumn('created_at', int, column => column.notNull())
    .addColumn('expires_at', int)
    .execute()
  await uniqueIndex('files', 'path')
  await index('files', 'user_id', 'created_at')
  await index('files', 'expires_at')
}
