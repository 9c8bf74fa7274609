/** Ways in that answer the whole member: WeChat's server says who it is, what a client says of itself is not read. */
import { type Fen, yuanText } from '../../contract/money'
import type { InterfaceInput, ThirdParty } from '../../contract/third-party'
import { listUsable } from '../domains/coupon/store'
import { type AppProof, logInFromApp } from '../domains/user/app-login'
import { logIn } from '../domains/user/login'
import { namesOf } from '../domains/user/names'
import { logInOfficially } from '../domains/user/official-login'
import { findLevel, type User } from '../domains/user/users'
import { findOrRegister, wechatSession } from '../domains/user/wechat-identity'
import type { Guest } from '../http/handlers'
import { Refusal } from '../http/refusal'
import { balanceOf, userAccount } from '../ledger/ledger'
import type { InterfaceHandler } from './frame'

const NICK = '微信用户'
const USUAL_GROUP = '注册会员'

export const oauth: InterfaceHandler<ThirdParty['oauth']> = async ({ code, spread_id: referrer }, guest) => {
  const { user, login } = await logInOfficially(guest, code, { referrer })
  return memberOf(guest, user, login.token)
}

export const auth: InterfaceHandler<ThirdParty['auth']> = async ({ code }, guest) => {
  const session = await wechatSession(guest, code)
  const { user, login } = await guest.transaction(async tx => {
    const user = await findOrRegister(tx, guest, session, { nick: NICK })
    return { user, login: await logIn(tx, guest, user, session.openid) }
  })
  return memberOf(guest, user, login.token)
}

export const users: InterfaceHandler<ThirdParty['users']> = async (input, guest) => {
  const { user, token } = await logInFromApp(guest, proofIn(input), { referrer: input.spread_id })
  return memberOf(guest, user, token)
}

function proofIn({ type, access_token: given, openid, nonce }: InterfaceInput<ThirdParty['users']>): AppProof {
  if (type === 'weixin') return { type, code: given.code ?? missing('code') }
  if (type === 'apple') return { type, identityToken: given.identityToken ?? missing('identityToken'), nonce }
  const accessToken = given.access_token ?? missing('access_token')
  return { type, accessToken, claimedOpenid: openid ?? given.openid }
}

function missing(name: string): never {
  throw new Refusal('badRequest', `缺少参数 access_token.${name}`)
}

async function memberOf({ db, merchant, request, now }: Guest, user: User, token: string) {
  const account = userAccount(user.id)
  const level = await findLevel(db, merchant.id, user.level_id)
  const names = await namesOf(db, merchant.id, user.id)
  const cart = await db
    .selectFrom('cart_lines')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('merchant_id', '=', merchant.id)
    .where('user_id', '=', user.id)
    .executeTakeFirst()
  return {
    id: String(user.id),
    token,
    username: names.username ?? '',
    nickname: user.nick,
    group_name: level?.name ?? USUAL_GROUP,
    shop_count: String(cart?.count ?? 0),
    coupon_count: String((await listUsable(db, merchant.id, user.id, now)).length),
    mobile: user.mobile ?? '',
    sex: String(user.gender),
    point: String(await balanceOf(db, merchant.id, account, 'SCORE')),
    amount: yuanText((await balanceOf(db, merchant.id, account)) as Fen),
    last_ip: request.ip,
    last_login: now,
  }
}
