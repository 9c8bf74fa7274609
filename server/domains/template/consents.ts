/** One consent is one message: WeChat counts so, and we with it. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../db/database'

/** More than anybody allows; whoever claims more gains nothing, since WeChat counts too. */
const MOST = 50

interface Whose {
  merchantId: number
  userId: number
}

export async function addConsents(
  tx: Tx,
  { merchantId, userId }: Whose,
  templateIds: readonly string[],
): Promise<void> {
  for (const template_id of [...new Set(templateIds)].sort()) {
    await tx
      .insertInto('template_consents')
      .values({ merchant_id: merchantId, user_id: userId, template_id, left_count: 1 })
      .onConflict(conflict =>
        conflict
          .columns(['merchant_id', 'user_id', 'template_id'])
          .doUpdateSet({ left_count: sql<number>`template_consents.left_count + 1` })
          .where('template_consents.left_count', '<', MOST),
      )
      .execute()
  }
}

/** Takes one; answers whether there was one. */
export async function takeConsent(tx: Tx, { merchantId, userId }: Whose, templateId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('template_consents')
    .set(({ eb }) => ({ left_count: eb('left_count', '-', 1) }))
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('template_id', '=', templateId)
    .where('left_count', '>', 0)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The shopper has refused, or taken it back: none is left. */
export const dropConsents = (tx: Tx, { merchantId, userId }: Whose, templateId: string): Promise<unknown> =>
  tx
    .deleteFrom('template_consents')
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('template_id', '=', templateId)
    .execute()

export const consentsOf = (db: Db, { merchantId, userId }: Whose) =>
  db
    .selectFrom('template_consents')
    .select(['template_id', 'left_count'])
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .execute()
