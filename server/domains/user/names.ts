/** What people log in by beside their WeChat and their number: one of a kind for each user, compared without regard to case. */
import type { Db, Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { findUser, type User } from './users'

export type NameKind = 'username' | 'email'

const TAKEN = { username: 'usernameTaken', email: 'emailTaken' } as const
const subjectOf = (name: string) => name.normalize('NFKC').toLowerCase()

export async function findByName(db: Db, merchantId: number, kind: NameKind, name: string): Promise<User | undefined> {
  const identity = await db
    .selectFrom('user_identities')
    .select('user_id')
    .where('merchant_id', '=', merchantId)
    .where('kind', '=', kind)
    .where('subject', '=', subjectOf(name))
    .executeTakeFirst()
  return identity && findUser(db, merchantId, identity.user_id)
}

export async function namesOf(db: Db, merchantId: number, userId: number): Promise<Partial<Record<NameKind, string>>> {
  const rows = await db
    .selectFrom('user_identities')
    .select(['kind', 'subject'])
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('kind', 'in', Object.keys(TAKEN))
    .execute()
  return Object.fromEntries(rows.map(({ kind, subject }) => [kind, subject]))
}

/** Gives the user this name instead of any they had of the kind. Refuses one that is another's. Lock the user first. */
export async function setName(
  tx: Tx,
  merchantId: number,
  userId: number,
  kind: NameKind,
  name: string,
  now: Date,
): Promise<void> {
  await tx
    .deleteFrom('user_identities')
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('kind', '=', kind)
    .execute()
  await tx
    .insertInto('user_identities')
    .values({
      merchant_id: merchantId,
      kind,
      subject: subjectOf(name),
      user_id: userId,
      updated_at: now.getTime(),
    })
    .onConflict(conflict => conflict.columns(['merchant_id', 'kind', 'subject']).doNothing())
    .returning('user_id')
    .executeTakeFirstOrThrow(() => new Refusal(TAKEN[kind]))
}
