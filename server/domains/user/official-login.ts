/** People who come through the official account's pages, in WeChat's own browser. */
import { LostRace, type Tx } from '../../db/database'
import type { OfficialAccount, WebPerson } from '../../gateways/wechat/official'
import type { Guest } from '../../http/handlers'
import { orRefuse } from '../../http/refusal'
import { type Login, logIn } from './login'
import { findUser, insertUser, type NewUser, type User } from './users'
import { findByUnionid, refuseFor } from './wechat-identity'

const KIND = 'wxmp'
const NICK = '微信用户'

/**
 * Logs in whoever a code of web authorization stands for, registering on the way. Who is known by the same unionid, as from the
 * mini-program, is the same shopper; nothing that the browser says counts. Refuses `wxUnavailable` without an official account.
 */
export async function logInOfficially(
  guest: Guest,
  code: string,
  about: Pick<NewUser, 'referrer' | 'ext'>,
): Promise<{ login: Login; user: User }> {
  const official = orRefuse(guest.gateways.official, 'wxUnavailable')
  const person = await official.logIn(code).catch(error => refuseFor(error, guest.log))
  return guest.transaction(async tx => {
    const user = await userOf(tx, guest, official, person, about)
    return { user, login: await logIn(tx, guest, user, person.openid) }
  })
}

async function userOf(
  tx: Tx,
  { merchant, now }: Guest,
  { appid }: OfficialAccount,
  { openid, unionid, profile }: WebPerson,
  about: Pick<NewUser, 'referrer' | 'ext'>,
): Promise<User> {
  const subject = `${appid} ${openid}`
  const identity = await tx
    .selectFrom('user_identities')
    .select('user_id')
    .where('merchant_id', '=', merchant.id)
    .where('kind', '=', KIND)
    .where('subject', '=', subject)
    .executeTakeFirst()
  const known =
    (identity && (await findUser(tx, merchant.id, identity.user_id))) ??
    (unionid ? await findByUnionid(tx, merchant.id, unionid) : undefined)
  const nick = profile?.nick || NICK
  const user =
    known ?? (await insertUser(tx, merchant.id, { source: 4, ...about, nick, avatarUrl: profile?.avatarUrl }, now))
  const row = { user_id: user.id, unionid: unionid ?? null, updated_at: now.getTime() }
  await tx
    .insertInto('user_identities')
    .values({ merchant_id: merchant.id, kind: KIND, subject, ...row })
    .onConflict(conflict =>
      conflict
        .columns(['merchant_id', 'kind', 'subject'])
        .doUpdateSet(row)
        .where('user_identities.user_id', '=', user.id),
    )
    .returning('user_id')
    .executeTakeFirstOrThrow(() => new LostRace())
  return user
}
