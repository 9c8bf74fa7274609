import { int, type Schema } from '../schema'

/** Proofs of identity that count once: which were used, until they expire by themselves. */
export async function up({ shopTable }: Schema) {
  await shopTable('spent_tokens')
    .addColumn('token_hash', 'text', column => column.notNull())
    .addColumn('until', int, column => column.notNull())
    .addPrimaryKeyConstraint('spent_tokens_pk', ['merchant_id', 'token_hash'])
    .execute()
}
