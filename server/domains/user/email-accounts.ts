/** Accounts known by a mailbox. Only a code that was sent there proves whose it is. */
import type { user } from '../../../contract/user'
import type { userEmail } from '../../../contract/user-email'
import type { Handlers } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { closeSessionsOf } from '../../http/sessions'
import { firstNick } from '../content/first-nick'
import { mailbox, spendCode } from '../verification/codes'
import { logIn } from './login'
import { findByName, setName } from './names'
import { hashOf } from './password-hash'
import { logInByPassword, withPassword } from './password-login'
import { setPassword } from './passwords'
import { insertUser, lockUser } from './users'

/** Nothing of the address, which others would see beside a review. */
const NICK = '邮箱用户'

export const emailHandlers: Pick<Handlers<typeof user>, keyof Handlers<typeof userEmail>> = {
  async register_email({ email, code, pwd, nick, autoLogin, province, city, referrer, postJsonString }, guest) {
    const { merchant, now } = guest
    await spendCode(guest, mailbox(email), 'register', code)
    const hash = await hashOf(pwd)
    const named = await firstNick(guest, nick, NICK)
    return guest.transaction(async tx => {
      const known = await findByName(tx, merchant.id, 'email', email)
      if (known && !autoLogin) throw new Refusal('emailTaken')
      if (known) return logIn(tx, guest, known)
      const profile = { source: 3 as const, nick: named.nick, province, city, referrer, ext: postJsonString }
      const user = await insertUser(tx, merchant.id, profile, now)
      await named.keep(tx, user.id)
      await setName(tx, merchant.id, user.id, 'email', email, now)
      await setPassword(tx, merchant.id, user.id, 'login', hash, now)
      return autoLogin ? logIn(tx, guest, user) : undefined
    })
  },

  async login_email({ email, pwd }, guest) {
    return logInByPassword(guest, await findByName(guest.db, guest.merchant.id, 'email', email), pwd)
  },

  async resetPwdUseEmailCode({ email, pwd, code }, guest) {
    const { merchant, now } = guest
    await spendCode(guest, mailbox(email), 'reset', code)
    const hash = await hashOf(pwd)
    await guest.transaction(async tx => {
      const { id } = orRefuse(await findByName(tx, merchant.id, 'email', email), 'notRegistered')
      await setPassword(tx, merchant.id, id, 'login', hash, now)
      // Whoever knew the old one may be logged in with it.
      await closeSessionsOf(tx, merchant.id, id)
    })
  },

  async bindEmail({ email, code, pwd }, signedIn) {
    const { merchant, user, now } = signedIn
    await spendCode(signedIn, mailbox(email), 'bind', code)
    await withPassword(signedIn, pwd, async tx => {
      orRefuse(await lockUser(tx, merchant.id, user.id), 'loginRequired')
      await setName(tx, merchant.id, user.id, 'email', email, now)
    })
  },
}
