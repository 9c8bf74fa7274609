import { int, type Schema } from '../schema'

/** What distributors earn by a product, where it is not what they earn by all. */
export async function up({ schema }: Schema) {
  for (const level of [1, 2, 3]) await schema.alterTable('goods').addColumn(`fx_rate${level}_bp`, int).execute()
}
