import type { Dialect } from '../database'
import { freeId, int, type Schema } from '../schema'

/** The shops that this server keeps. Every other table names one of them first. */
export async function up({ schema }: Schema, dialect: Dialect) {
  await freeId(dialect)(schema.createTable('merchants'))
    .addColumn('sub_domain', 'text', column => column.notNull().unique())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('status', int, column => column.notNull().defaultTo(0))
    .addColumn('created_at', int, column => column.notNull())
    .execute()
}
