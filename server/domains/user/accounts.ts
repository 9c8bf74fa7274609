/** Ways in beside the silent one. A password is hashed before any transaction begins: it is slow on purpose. */
import type { user } from '../../../contract/user'
import type { userAccounts } from '../../../contract/user-accounts'
import type { Handlers } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { closeSessionsOf } from '../../http/sessions'
import { firstNick } from '../content/first-nick'
import { phone, spendCode } from '../verification/codes'
import { logIn } from './login'
import { logInByMobile } from './mobile-login'
import { findByName, setName } from './names'
import { logInOfficially } from './official-login'
import { hashOf } from './password-hash'
import { logInByPassword, withPassword } from './password-login'
import { isPassword, setFirstPassword, setPassword } from './passwords'
import { mobileFrom, opened } from './profile'
import { findUserByMobile, insertUser, lockUser, setMobile } from './users'
import { bindWechat, findByOpenid, wechatMobile, wechatSession } from './wechat-identity'

/** While the one that somebody wants is held. */
const NICK = '新用户'

export const accountHandlers: Pick<Handlers<typeof user>, keyof Handlers<typeof userAccounts>> = {
  async loginWxaMobile({ code, encryptedData, iv, ...how }, guest) {
    const session = await wechatSession(guest, code)
    const mobile = mobileFrom({ ...session, appid: guest.gateways.appid }, encryptedData, iv)
    return logInByMobile(guest, session, mobile, how)
  },

  async loginWxaMobileV3({ code, codeMobile, ...how }, guest) {
    const session = await wechatSession(guest, code)
    return logInByMobile(guest, session, await wechatMobile(guest, codeMobile), how)
  },

  async wxmpAuth({ code, token, useProfile, autoReg, referrer, postJsonString }, guest) {
    const holder = token ? orRefuse(await guest.visitor(token), 'loginRequired') : undefined
    const terms = { holder, isTakingProfile: useProfile, isRegistering: autoReg !== false }
    const { login } = await logInOfficially(guest, code, { referrer, ext: postJsonString }, terms)
    return login
  },

  async register_username({ username, pwd, nick, autoLogin, province, city, referrer, postJsonString }, guest) {
    const { merchant, db, now } = guest
    const taken = await findByName(db, merchant.id, 'username', username)
    if (taken && !(autoLogin && (await isPassword(guest, taken.id, 'login', pwd)))) throw new Refusal('usernameTaken')
    const hash = await hashOf(pwd)
    const named = await firstNick(guest, nick ?? username, NICK)
    return guest.transaction(async tx => {
      if (taken) return logIn(tx, guest, taken)
      const profile = { source: 2 as const, nick: named.nick, province, city, referrer, ext: postJsonString }
      const user = await insertUser(tx, merchant.id, profile, now)
      await named.keep(tx, user.id)
      await setName(tx, merchant.id, user.id, 'username', username, now)
      await setPassword(tx, merchant.id, user.id, 'login', hash, now)
      return autoLogin ? logIn(tx, guest, user) : undefined
    })
  },

  async login_username({ username, pwd }, guest) {
    return logInByPassword(guest, await findByName(guest.db, guest.merchant.id, 'username', username), pwd)
  },

  async login_mobile({ mobile, pwd }, guest) {
    return logInByPassword(guest, await findUserByMobile(guest.db, guest.merchant.id, mobile), pwd)
  },

  async resetPwdUseMobileCode({ mobile, pwd, code }, guest) {
    const { merchant, now } = guest
    await spendCode(guest, phone(mobile), 'reset', code)
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
      await setName(tx, merchant.id, user.id, 'username', username, now)
    })
  },

  async bindMobileSms({ mobile, code, pwd }, signedIn) {
    await spendCode(signedIn, phone(mobile), 'bind', code)
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

  async bindMobileWxappV2({ code, pwd }, signedIn) {
    const mobile = await wechatMobile(signedIn, code)
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
    await spendCode(guest, phone(mobile), 'paypwd', code)
    const { id } = orRefuse(await findUserByMobile(db, merchant.id, mobile), 'notRegistered')
    const hash = await hashOf(pwd)
    await statement(tx => setPassword(tx, merchant.id, id, 'pay', hash, now))
  },
}
