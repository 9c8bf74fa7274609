/** People who come through the official account's pages, in WeChat's own browser. */
import type { Db, Tx } from '../../db/database'
import type { WebPerson } from '../../gateways/wechat/official'
import type { Guest, SignedInUser } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { keepIdentity, knownBy, type ProvenIdentity } from './identities'
import { type Login, logIn } from './login'
import { insertUser, lockUser, type NewUser, type User } from './users'
import { refuseFor } from './wechat-identity'

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
  const proven = { ...person, kind: KIND, subject: `${official.appid} ${person.openid}` } as const
  return guest.transaction(async tx => {
    const user = await userOf(tx, guest, proven, about, terms)
    await keepIdentity(tx, guest, user.id, proven)
    if (terms.isTakingProfile) await takeProfile(tx, user, person)
    return { user, login: await logIn(tx, guest, user, person.openid) }
  })
}

/** `subject` is the openid within the account. */
type Proven = WebPerson & ProvenIdentity

async function userOf(
  tx: Tx,
  { merchant, now }: Guest,
  person: Proven,
  about: Pick<NewUser, 'referrer' | 'ext'>,
  { holder, isRegistering = true }: Terms,
): Promise<User> {
  const known = await knownBy(tx, merchant.id, person)
  if (holder && known && known.id !== holder.id) throw new Refusal('openidTaken')
  if (known) return known
  if (holder) return orRefuse(await lockUser(tx, merchant.id, holder.id), 'loginRequired')
  if (!isRegistering) throw new Refusal('notRegistered')
  const { nick, avatarUrl } = person.profile ?? {}
  return insertUser(tx, merchant.id, { source: 4, ...about, nick: nick || NICK, avatarUrl }, now)
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

/** The openid of a user in this official account: whom a payment on its pages asks. The newest, where one has several. */
export async function officialOpenidOf(
  db: Db,
  merchantId: number,
  appid: string,
  userId: number,
): Promise<string | undefined> {
  const rows = await db
    .selectFrom('user_identities')
    .select('subject')
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('kind', '=', KIND)
    .orderBy('updated_at', 'desc')
    .execute()
  const own = rows.find(({ subject }) => subject.startsWith(`${appid} `))
  return own?.subject.slice(appid.length + 1)
}
