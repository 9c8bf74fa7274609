import { int, type Schema, zero } from '../schema'

/** Whether people who are registered come to belong to the distributor by whose link they come. */
export async function up({ schema }: Schema) {
  await schema
    .alterTable('fx_terms')
    .addColumn('visitors', int, column => column.notNull().defaultTo(zero))
    .execute()
}
