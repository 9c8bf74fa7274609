/** People who come through the official account's pages, in WeChat's own browser. */
import { LostRace, type Tx } from '../../db/database'
import type { WebPerson } from '../../gateways/wechat/official'
import type { Guest, SignedInUser } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { type Login, logIn } from './login'
import { findUser, insertUser, lockUser, type NewUser, type User } from './users'
import { findByUnionid, refuseFor } from './wechat-identity'

const KIND = 'wxmp'
const NICK = '微信用户'

export interface Terms {
  /** Whoever is signed in already: this WeChat becomes theirs. */
  holder?: SignedInUser | undefined
  /** They asked for the name and the picture that they have in WeChat. */
  isTakingProfile?: boolean | undefined
  /** Unless false, an unknown person becomes a new account. */
  isRegistering?: boolean | undefined
}

/**
 * Logs in whoever a code of web authorization stands for. Who is known by the same unionid, as from the mini-program, is the
 * same shopper; nothing that the browser says counts. Refuses `wxUnavailable` without an official account, `openidTaken` when
 * the holder asks for somebody else's WeChat, `notRegistered` for an unknown person who is not to be registered.
 */
export async function logInOfficially(
  guest: Guest,
  code: string,
  about: Pick<NewUser, 'referrer' | 'ext'>,
  terms: Terms = {},
): Promise<{ login: Login; user: User }> {
  const official = orRefuse(guest.gateways.official, 'wxUnavailable')
  const person = await official.logIn(code).catch(error => refuseFor(error, guest.log))
  const proven = { ...person, subject: `${official.appid} ${person.openid}` }
  return guest.transaction(async tx => {
    const user = await userOf(tx, guest, proven, about, terms)
    await keepIdentity(tx, guest, user.id, proven)
    if (terms.isTakingProfile) await takeProfile(tx, user, person)
    return { user, login: await logIn(tx, guest, user, person.openid) }
  })
}

/** `subject` is the openid within the account. */
type Proven = WebPerson & { subject: string }

async function userOf(
  tx: Tx,
  { merchant, now }: Guest,
  person: Proven,
  about: Pick<NewUser, 'referrer' | 'ext'>,
  { holder, isRegistering = true }: Terms,
): Promise<User> {
  const known = await knownAs(tx, merchant.id, person)
  if (holder && known && known.id !== holder.id) throw new Refusal('openidTaken')
  if (known) return known
  if (holder) return orRefuse(await lockUser(tx, merchant.id, holder.id), 'loginRequired')
  if (!isRegistering) throw new Refusal('notRegistered')
  const { nick, avatarUrl } = person.profile ?? {}
  return insertUser(tx, merchant.id, { source: 4, ...about, nick: nick || NICK, avatarUrl }, now)
}

async function knownAs(tx: Tx, merchantId: number, { subject, unionid }: Proven): Promise<User | undefined> {
  const identity = await tx
    .selectFrom('user_identities')
    .select('user_id')
    .where('merchant_id', '=', merchantId)
    .where('kind', '=', KIND)
    .where('subject', '=', subject)
    .executeTakeFirst()
  const own = identity && (await findUser(tx, merchantId, identity.user_id))
  return own ?? (unionid ? findByUnionid(tx, merchantId, unionid) : undefined)
}

/** Two requests of one person at once: the later one starts over, and finds what the first has written. */
async function keepIdentity(
  tx: Tx,
  { merchant, now }: Guest,
  userId: number,
  { subject, unionid }: Proven,
): Promise<void> {
  const row = { user_id: userId, unionid: unionid ?? null, updated_at: now.getTime() }
  await tx
    .insertInto('user_identities')
    .values({ merchant_id: merchant.id, kind: KIND, subject, ...row })
    .onConflict(conflict =>
      conflict
        .columns(['merchant_id', 'kind', 'subject'])
        .doUpdateSet(row)
        .where('user_identities.user_id', '=', userId),
    )
    .returning('user_id')
    .executeTakeFirstOrThrow(() => new LostRace())
}

/** Nothing to take is no reason to forget what was there. */
async function takeProfile(tx: Tx, user: User, { profile }: WebPerson): Promise<void> {
  if (!profile) return
  await tx
    .updateTable('users')
    .set({ nick: profile.nick || user.nick, avatar_url: profile.avatarUrl || user.avatar_url })
    .where('merchant_id', '=', user.merchant_id)
    .where('id', '=', user.id)
    .execute()
}
