/** Ways in beside the silent one. A password is hashed before any transaction begins: it is slow on purpose. */
import type { user } from '../../../contract/user'
import type { userAccounts } from '../../../contract/user-accounts'
import type { Tx } from '../../db/database'
import type { Guest, Handlers, SignedIn } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { closeSessionsOf } from '../../http/sessions'
import { verifyCode } from '../verification/codes'
import { type Login, logIn } from './login'
import { hashOf } from './password-hash'
import { isPassword, setFirstPassword, setPassword } from './passwords'
import { mobileFrom, opened } from './profile'
import { findByUsername, setUsername } from './usernames'
import { findUserByMobile, insertUser, lockUser, nickFor, setMobile, type User } from './users'
import { bindWechat, findByOpenid, wechatSession } from './wechat-identity'

export const accountHandlers: Pick<Handlers<typeof user>, keyof Handlers<typeof userAccounts>> = {
  async loginWxaMobile({ code, encryptedData, iv }, guest) {
    const { gateways, merchant, now } = guest
    const session = await wechatSession(guest, code)
    const mobile = mobileFrom({ ...session, appid: gateways.appid }, encryptedData, iv)
    return guest.transaction(async tx => {
      // The number decides who it is. Whoever is known by this WeChat alone keeps that account; two are never merged.
      const known = await findUserByMobile(tx, merchant.id, mobile)
      const byOpenid = await findByOpenid(tx, merchant.id, gateways.appid, session.openid)
      if (known) return logIn(tx, guest, known, byOpenid?.id === known.id ? session.openid : undefined)
      const user =
        byOpenid && !byOpenid.mobile
          ? await setMobile(tx, merchant.id, byOpenid.id, mobile)
          : await insertUser(tx, merchant.id, { source: 1, mobile, nick: nickFor(mobile) }, now)
      if (!byOpenid) await bindWechat(tx, guest, user.id, session)
      return logIn(tx, guest, user, byOpenid && byOpenid.id !== user.id ? undefined : session.openid)
    })
  },

  async register_username({ username, pwd, nick, autoLogin, province, city, referrer, postJsonString }, guest) {
    const { merchant, db, now } = guest
    const taken = await findByUsername(db, merchant.id, username)
    if (taken && !(autoLogin && (await isPassword(guest, taken.id, 'login', pwd)))) throw new Refusal('usernameTaken')
    const hash = await hashOf(pwd)
    return guest.transaction(async tx => {
      if (taken) return logIn(tx, guest, taken)
      const profile = { source: 2 as const, nick: nick ?? username, province, city, referrer, ext: postJsonString }
      const user = await insertUser(tx, merchant.id, profile, now)
      await setUsername(tx, merchant.id, user.id, username, now)
      await setPassword(tx, merchant.id, user.id, 'login', hash, now)
      return autoLogin ? logIn(tx, guest, user) : undefined
    })
  },

  async login_username({ username, pwd }, guest) {
    return logInByPassword(guest, await findByUsername(guest.db, guest.merchant.id, username), pwd)
  },

  async login_mobile({ mobile, pwd }, guest) {
    return logInByPassword(guest, await findUserByMobile(guest.db, guest.merchant.id, mobile), pwd)
  },

  async resetPwdUseMobileCode({ mobile, pwd, code }, guest) {
    const { merchant, now } = guest
    await verifyCode(guest, 'sms', mobile, code, { use: true })
    const hash = await hashOf(pwd)
    await guest.transaction(async tx => {
      const { id } = orRefuse(await findUserByMobile(tx, merchant.id, mobile), 'notRegistered')
      await setPassword(tx, merchant.id, id, 'login', hash, now)
      // Whoever knew the old one may be logged in with it.
      await closeSessionsOf(tx, merchant.id, id)
    })
  },

  async bindUsername({ username, pwd }, signedIn) {
    const { merchant, user, now } = signedIn
    await withPassword(signedIn, pwd, async tx => {
      orRefuse(await lockUser(tx, merchant.id, user.id), 'loginRequired')
      await setUsername(tx, merchant.id, user.id, username, now)
    })
  },

  async bindMobileSms({ mobile, code, pwd }, signedIn) {
    await verifyCode(signedIn, 'sms', mobile, code, { use: true })
    await withPassword(signedIn, pwd, tx => setMobile(tx, signedIn.merchant.id, signedIn.user.id, mobile))
  },

  async bindMobileWxapp({ code, encryptedData, iv, pwd }, signedIn) {
    const { gateways, merchant, user } = signedIn
    const session = await wechatSession(signedIn, code).catch(error => {
      // What clients of this method take as: log in again, and ask again.
      if (error instanceof Refusal && error.reason === 'wxCodeInvalid') throw new Refusal('wxSessionStale')
      throw error
    })
    const mobile = mobileFrom({ ...session, appid: gateways.appid }, encryptedData, iv)
    const owner = await findByOpenid(signedIn.db, merchant.id, gateways.appid, session.openid)
    if (owner && owner.id !== user.id) throw new Refusal('openidTaken')
    await withPassword(signedIn, pwd, tx => setMobile(tx, signedIn.merchant.id, signedIn.user.id, mobile))
    return mobile
  },

  async bindOpenid({ code }, signedIn) {
    const { merchant, user } = signedIn
    const session = await wechatSession(signedIn, code)
    await signedIn.transaction(async tx => {
      orRefuse(await lockUser(tx, merchant.id, user.id), 'loginRequired')
      await bindWechat(tx, signedIn, user.id, session)
    })
  },

  async encryptedData({ code, encryptedData, iv }, guest) {
    const session = await wechatSession(guest, code)
    const { watermark, ...data } = opened({ ...session, appid: guest.gateways.appid }, encryptedData, iv)
    return data as Record<string, string>
  },

  async setPayPassword({ pwd }, { statement, merchant, user, now }) {
    const hash = await hashOf(pwd)
    if (!(await statement(tx => setFirstPassword(tx, merchant.id, user.id, 'pay', hash, now))))
      throw new Refusal('payPasswordSet')
  },

  async modifyPayPassword({ pwdOld, pwdNew }, signedIn) {
    const { statement, merchant, user, now } = signedIn
    if (!(await isPassword(signedIn, user.id, 'pay', pwdOld))) throw new Refusal('payPasswordWrong')
    const hash = await hashOf(pwdNew)
    await statement(tx => setPassword(tx, merchant.id, user.id, 'pay', hash, now))
  },

  async resetPayPassword({ mobile, code, pwd }, guest) {
    const { merchant, db, statement, now } = guest
    await verifyCode(guest, 'sms', mobile, code, { use: true })
    const { id } = orRefuse(await findUserByMobile(db, merchant.id, mobile), 'notRegistered')
    const hash = await hashOf(pwd)
    await statement(tx => setPassword(tx, merchant.id, id, 'pay', hash, now))
  },
}

async function logInByPassword(guest: Guest, user: User | undefined, password: string): Promise<Login> {
  const isRight = await isPassword(guest, user?.id, 'login', password)
  if (!user || !isRight) throw new Refusal('passwordWrong')
  return guest.transaction(tx => logIn(tx, guest, user))
}

/** Does `work`, and sets the login password where one is given. */
async function withPassword(signedIn: SignedIn, password: string | undefined, work: Work): Promise<void> {
  const { merchant, user, now } = signedIn
  const hash = password && (await hashOf(password))
  await signedIn.transaction(async tx => {
    await work(tx)
    if (hash) await setPassword(tx, merchant.id, user.id, 'login', hash, now)
  })
}

type Work = (tx: Tx) => Promise<unknown>
