/** People known by their openid in a mini-program. */
import type { ErrorName } from '../../../contract/errors'
import { type Db, LostRace, type Tx } from '../../db/database'
import { GatewayError } from '../../gateways/error'
import type { WechatSession } from '../../gateways/wechat'
import type { Guest } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import type { Secrets } from '../../secrets'
import { findUser, insertUser, type NewUser, type User } from './users'

const KIND = 'wxapp'
const subjectOf = (appid: string, openid: string) => `${appid} ${openid}`

/** Exchanges a code of wx.login. Refuses in the shopper's terms what WeChat refuses. */
export async function wechatSession({ gateways, log }: Guest, code: string): Promise<WechatSession> {
  return gateways.wechat.login(code).catch(error => refuseFor(error, log))
}

/** The number that a code of WeChat's number button stands for. Refuses likewise. */
export const wechatMobile = ({ gateways, log }: Guest, code: string): Promise<string> =>
  gateways.wechat.phoneNumber(code).catch(error => refuseFor(error, log))

const REASONS: Readonly<Record<string, ErrorName>> = {
  codeInvalid: 'wxCodeInvalid',
  blocked: 'userBlocked',
  dataInvalid: 'wxDataInvalid',
  foreign: 'mobileForeign',
  quota: 'wxQuota',
}

export function refuseFor(error: unknown, log: Guest['log']): never {
  if (!(error instanceof GatewayError)) throw error
  const reason = REASONS[error.code]
  // The rest is the shop's trouble, not the shopper's; used up verifications are both.
  if (!reason || reason === 'wxQuota') log.error({ err: error }, 'WeChat login is not working')
  throw new Refusal(reason ?? 'wxUnavailable')
}

export async function findByOpenid(
  db: Db,
  merchantId: number,
  appid: string,
  openid: string,
): Promise<User | undefined> {
  const identity = await db
    .selectFrom('user_identities')
    .select('user_id')
    .where('merchant_id', '=', merchantId)
    .where('kind', '=', KIND)
    .where('subject', '=', subjectOf(appid, openid))
    .executeTakeFirst()
  return identity && findUser(db, merchantId, identity.user_id)
}

/**
 * The user of a mini-program session: by its openid, or else by the unionid, which WeChat says of one person in all apps of a
 * company. Both come from WeChat's server, so they are proven.
 */
export const findByWechat = async (
  db: Db,
  merchantId: number,
  appid: string,
  { openid, unionid }: Pick<WechatSession, 'openid' | 'unionid'>,
): Promise<User | undefined> =>
  (await findByOpenid(db, merchantId, appid, openid)) ?? (unionid ? findByUnionid(db, merchantId, unionid) : undefined)

/** Of several, as before the accounts of a company were joined, the one that came first. */
export async function findByUnionid(db: Db, merchantId: number, unionid: string): Promise<User | undefined> {
  const identity = await db
    .selectFrom('user_identities')
    .select('user_id')
    .where('merchant_id', '=', merchantId)
    .where('unionid', '=', unionid)
    .orderBy('user_id')
    .limit(1)
    .executeTakeFirst()
  return identity && findUser(db, merchantId, identity.user_id)
}

/** The user of an openid, registered now when there is none. */
export async function findOrRegister(
  tx: Tx,
  guest: Guest,
  session: WechatSession,
  profile: Omit<NewUser, 'source'>,
): Promise<User> {
  const { merchant, now, gateways } = guest
  const known = await findByWechat(tx, merchant.id, gateways.appid, session)
  const user = known ?? (await insertUser(tx, merchant.id, { source: 0, ...profile }, now))
  await keepIdentity(tx, guest, user.id, session).executeTakeFirstOrThrow(() => new LostRace())
  return user
}

/** Lets a user log in by this WeChat instead of any before. Refuses `openidTaken` when it is somebody else's. */
export async function bindWechat(tx: Tx, guest: Guest, userId: number, session: WechatSession): Promise<void> {
  await tx
    .deleteFrom('user_identities')
    .where('merchant_id', '=', guest.merchant.id)
    .where('user_id', '=', userId)
    .where('kind', '=', KIND)
    .where('subject', 'like', subjectOf(guest.gateways.appid, '%'))
    .execute()
  await keepIdentity(tx, guest, userId, session).executeTakeFirstOrThrow(() => new Refusal('openidTaken'))
}

/** Answers no row where the openid is another user's. */
function keepIdentity(tx: Tx, { merchant, now, gateways, secrets }: Guest, userId: number, session: WechatSession) {
  const subject = subjectOf(gateways.appid, session.openid)
  const row = {
    user_id: userId,
    unionid: session.unionid ?? null,
    session_key: sealSessionKey(secrets, subject, session.sessionKey),
    updated_at: now.getTime(),
  }
  return tx
    .insertInto('user_identities')
    .values({ merchant_id: merchant.id, kind: KIND, subject, ...row })
    .onConflict(conflict =>
      conflict
        .columns(['merchant_id', 'kind', 'subject'])
        .doUpdateSet(row)
        .where('user_identities.user_id', '=', userId),
    )
    .returning('merchant_id')
}

/** WeChat's key to what the device encrypts. It must never travel, so it is kept sealed. */
const sealSessionKey = (secrets: Secrets, subject: string, sessionKey: string) =>
  secrets.seal(sessionKey, `session_key ${subject}`)

/** The openid of a user in this mini-program: whom a payment asks. */
export async function openidOf(
  db: Db,
  merchantId: number,
  appid: string,
  userId: number,
): Promise<{ openid: string; unionid: string | null } | undefined> {
  const rows = await db
    .selectFrom('user_identities')
    .select(['subject', 'unionid'])
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('kind', '=', KIND)
    .execute()
  const own = rows.find(({ subject }) => subject.startsWith(`${appid} `))
  return own && { openid: own.subject.slice(appid.length + 1), unionid: own.unionid }
}
