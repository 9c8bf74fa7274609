/** People who come through an app on a phone: WeChat, QQ or Apple say who it is, the app itself is not believed. */
import type { Tx } from '../../db/database'
import type { AppleIdentity } from '../../gateways/apple'
import { GatewayError } from '../../gateways/error'
import type { Guest } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { findOrRegisterBy, type ProvenIdentity } from './identities'
import { logIn } from './login'
import type { NewUser, User } from './users'
import { refuseFor } from './wechat-identity'

export type AppProof =
  | { type: 'weixin'; code: string }
  | { type: 'qq'; accessToken: string; claimedOpenid: string | undefined }
  | { type: 'apple'; identityToken: string; nonce: string | undefined }

/** What a party's server has said. */
interface Proven {
  identity: ProvenIdentity
  nick: string
  avatarUrl?: string | undefined
  /** Within the transaction of the login; refuses a proof that has counted already. */
  spend?: (tx: Tx) => Promise<void>
}

/**
 * Logs in or registers. Refuses `appLoginMissing` where the shop has not set that party up, `wxCodeInvalid` and
 * `appLoginInvalid` for what proves nothing, `wxUnavailable` and `appLoginUnavailable` while the party is away.
 */
export async function logInFromApp(
  guest: Guest,
  proof: AppProof,
  about: Pick<NewUser, 'referrer'>,
): Promise<{ user: User; token: string }> {
  const { identity, nick, avatarUrl, spend } = await proven(guest, proof)
  return guest.transaction(async tx => {
    await spend?.(tx)
    const user = await findOrRegisterBy(tx, guest, identity, { source: 5, ...about, nick, avatarUrl })
    const { token } = await logIn(tx, guest, user)
    return { user, token }
  })
}

async function proven(guest: Guest, proof: AppProof): Promise<Proven> {
  const { phoneApp, qq, apple } = guest.gateways
  if (proof.type === 'weixin') return byWechat(guest, orRefuse(phoneApp, 'appLoginMissing'), proof.code)
  if (proof.type === 'apple') {
    const { identityOf } = orRefuse(apple, 'appLoginMissing')
    const identity = await identityOf(proof.identityToken, proof.nonce).catch(error => refuse(guest, error))
    const { subject } = identity
    return { identity: { kind: 'apple', subject }, nick: 'Apple 用户', spend: tx => spendToken(tx, guest, identity) }
  }
  const { appId, personOf } = orRefuse(qq, 'appLoginMissing')
  const person = await personOf(proof.accessToken).catch(error => refuse(guest, error))
  if (proof.claimedOpenid !== undefined && proof.claimedOpenid !== person.openid) throw new Refusal('appLoginInvalid')
  const identity = { kind: 'qq', subject: `${appId} ${person.openid}` } as const
  return { identity, nick: person.nick || 'QQ 用户', avatarUrl: person.avatarUrl }
}

/** An access token that the app brings would not say which app it was given to, so the code is what counts. */
async function byWechat(guest: Guest, app: NonNullable<Guest['gateways']['phoneApp']>, code: string): Promise<Proven> {
  const { openid, unionid, profile } = await app.logIn(code).catch(error => refuseFor(error, guest.log))
  const identity = { kind: 'wxphone', subject: `${app.appid} ${openid}`, unionid } as const
  return { identity, nick: profile?.nick || '微信用户', avatarUrl: profile?.avatarUrl }
}

/** Apple's tokens live for a day; whoever finds one in that time must not be let in by it. */
async function spendToken(tx: Tx, { merchant }: Guest, { fingerprint, expiresAt }: AppleIdentity): Promise<void> {
  await tx
    .insertInto('spent_tokens')
    .values({ merchant_id: merchant.id, token_hash: fingerprint, until: expiresAt.getTime() })
    .onConflict(conflict => conflict.columns(['merchant_id', 'token_hash']).doNothing())
    .returning('merchant_id')
    .executeTakeFirstOrThrow(() => new Refusal('appLoginInvalid'))
}

function refuse({ log }: Guest, error: unknown): never {
  if (!(error instanceof GatewayError)) throw error
  if (error.code === 'tokenInvalid') throw new Refusal('appLoginInvalid')
  log.error({ err: error }, 'login of the app is not working')
  throw new Refusal('appLoginUnavailable')
}
