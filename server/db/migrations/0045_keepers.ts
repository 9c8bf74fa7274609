import { int, type Schema } from '../schema'

/** Persons who may settle what no program can, each known by a key of their own. */
export async function up({ ownTable, index }: Schema) {
  await ownTable('keepers')
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('key_hash', 'text', column => column.notNull())
    .addColumn('added_as', 'text', column => column.notNull())
    .addColumn('created_at', int, column => column.notNull())
    .addColumn('removed_at', int)
    .execute()
  await index('keepers', 'key_hash')
}
