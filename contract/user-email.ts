/** Ways in by a mailbox: a code proves it, a password opens the account afterwards. */
import { post } from './define'
import { Email, optional, SmsCode, Token } from './fields'
import { device, GivenPassword, Login, Password, profile } from './user-fields'

export const userEmail = {
  register_email: post('common:/{subDomain}/user/email/register', {
    about:
      'Register with a mailbox and the code sent to it; `autoLogin` also logs in, and lets in whose mailbox is known',
    args: {
      email: Email,
      code: SmsCode,
      pwd: Password,
      ...profile,
    },
    data: optional(Login),
    refuses: ['codeWrong', 'codeExpired', 'emailTaken', 'userBlocked'],
  }),
  login_email: post('common:/{subDomain}/user/email/login', {
    about: 'Log in with mailbox and password; five wrong ones lock it for 15 minutes',
    args: { email: Email, pwd: GivenPassword, ...device },
    data: Login,
    refuses: ['passwordWrong', 'passwordLocked', 'userBlocked'],
  }),
  resetPwdUseEmailCode: post('common:/{subDomain}/user/email/reset-pwd', {
    about: 'A new login password, proven by a code sent to the mailbox; every session of the user ends',
    args: [{ email: Email }, { pwd: Password }, { code: SmsCode }],
    refuses: ['codeWrong', 'codeExpired', 'notRegistered'],
  }),
  bindEmail: post('common:/{subDomain}/user/email/bindEmail', {
    about: "Set or change the caller's mailbox, proven by a code, and with `pwd` the login password",
    args: [{ token: Token }, { email: Email }, { code: SmsCode }, { pwd: optional(Password) }],
    refuses: ['codeWrong', 'codeExpired', 'emailTaken'],
  }),
}
