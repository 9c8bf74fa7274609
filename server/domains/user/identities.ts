/** People known by what a party's own server has said of them. */
import { type Db, LostRace, type Tx } from '../../db/database'
import type { Guest } from '../../http/handlers'
import { findUser, insertUser, type NewUser, type User } from './users'
import { findByUnionid } from './wechat-identity'

export interface ProvenIdentity {
  kind: 'wxmp' | 'wxphone' | 'qq' | 'apple'
  /** One person for one text, within the kind. */
  subject: string
  /** WeChat's alone: the same person in every app of the company. No other party's may stand here. */
  unionid?: string | undefined
}

/** The user of an identity, or of the same WeChat unionid, registered now when there is none. */
export async function findOrRegisterBy(
  tx: Tx,
  guest: Guest,
  identity: ProvenIdentity,
  profile: NewUser,
): Promise<User> {
  const { merchant, now } = guest
  const user = (await knownBy(tx, merchant.id, identity)) ?? (await insertUser(tx, merchant.id, profile, now))
  await keepIdentity(tx, guest, user.id, identity)
  return user
}

/** Whoever has come by this identity before, or by the same WeChat unionid. Nothing else joins two people. */
export async function knownBy(
  db: Db,
  merchantId: number,
  { kind, subject, unionid }: ProvenIdentity,
): Promise<User | undefined> {
  const identity = await db
    .selectFrom('user_identities')
    .select('user_id')
    .where('merchant_id', '=', merchantId)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .executeTakeFirst()
  const own = identity && (await findUser(db, merchantId, identity.user_id))
  return own ?? (unionid ? findByUnionid(db, merchantId, unionid) : undefined)
}

/** Two requests of one person at once: the later one starts over, and finds what the first has written. */
export async function keepIdentity(
  tx: Tx,
  { merchant, now }: Guest,
  userId: number,
  { kind, subject, unionid }: ProvenIdentity,
): Promise<void> {
  const row = { user_id: userId, unionid: unionid ?? null, updated_at: now.getTime() }
  await tx
    .insertInto('user_identities')
    .values({ merchant_id: merchant.id, kind, subject, ...row })
    .onConflict(conflict =>
      conflict
        .columns(['merchant_id', 'kind', 'subject'])
        .doUpdateSet(row)
        .where('user_identities.user_id', '=', userId),
    )
    .returning('user_id')
    .executeTakeFirstOrThrow(() => new LostRace())
}
