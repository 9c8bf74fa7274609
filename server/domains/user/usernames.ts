/** User names: one for each user, compared without regard to case. */
import type { Db, Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { findUser, type User } from './users'

const KIND = 'username'
const subjectOf = (username: string) => username.normalize('NFKC').toLowerCase()

export async function findByUsername(db: Db, merchantId: number, username: string): Promise<User | undefined> {
  const identity = await db
    .selectFrom('user_identities')
    .select('user_id')
    .where('merchant_id', '=', merchantId)
    .where('kind', '=', KIND)
    .where('subject', '=', subjectOf(username))
    .executeTakeFirst()
  return identity && findUser(db, merchantId, identity.user_id)
}

export async function usernameOf(db: Db, merchantId: number, userId: number): Promise<string | undefined> {
  const identity = await db
    .selectFrom('user_identities')
    .select('subject')
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('kind', '=', KIND)
    .executeTakeFirst()
  return identity?.subject
}

/** Gives the user this name instead of any they had. Refuses `usernameTaken`. Lock the user first. */
export async function setUsername(tx: Tx, merchantId: number, userId: number, username: string, now: Date) {
  await tx
    .deleteFrom('user_identities')
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('kind', '=', KIND)
    .execute()
  await tx
    .insertInto('user_identities')
    .values({
      merchant_id: merchantId,
      kind: KIND,
      subject: subjectOf(username),
      user_id: userId,
      updated_at: now.getTime(),
    })
    .onConflict(conflict => conflict.columns(['merchant_id', 'kind', 'subject']).doNothing())
    .returning('user_id')
    .executeTakeFirstOrThrow(() => new Refusal('usernameTaken'))
}
