/** Ways in beside the silent one: passwords, user names, a bound mobile number or WeChat. */
import Type from 'typebox'
import { objectForm, post } from './define'
import { ExtJson, Flag, Mobile, optional, SmsCode, Text, Token } from './fields'
import {
  device,
  EncryptedData,
  GivenPassword,
  Iv,
  Login,
  Password,
  postJsonString,
  profile,
  Referrer,
  WxCode,
} from './user-fields'

/** Never only digits, so that nobody takes another's number for a name. Compared without regard to case. */
const Username = Type.String({
  pattern: '^(?!\\d+$)[\\w.\\-\\u4e00-\\u9fff]{2,30}$',
  description: '2 to 30 letters, digits or Han, not digits alone',
  message: '用户名应为 2 到 30 个字母、数字或汉字，不能全是数字',
})
const GivenUsername = Type.String({ minLength: 1, maxLength: 100, message: '请输入用户名' })
const wxData = { code: WxCode, encryptedData: EncryptedData, iv: Iv }
const wxRefusals = ['wxCodeInvalid', 'wxUnavailable', 'wxDataInvalid', 'mobileForeign'] as const

/** Whether an unknown number becomes a new account; only `false` forbids it. */
const registering = { autoReg: optional(Flag), referrer: Referrer, postJsonString }

const loginWxaMobile = post('api:/{subDomain}/user/wxapp/login/mobile', {
  about: 'Log in with the mobile number that WeChat encrypted; an unknown number registers unless `autoReg` is false',
  args: { code: WxCode, encryptedData: EncryptedData, iv: Iv, ...registering },
  order: ['code', 'encryptedData', 'iv'],
  data: Login,
  refuses: [...wxRefusals, 'notRegistered', 'userBlocked'],
})

const bindMobileWxapp = post('api:/{subDomain}/user/wxapp/bindMobile', {
  about: "Set the caller's mobile number as WeChat encrypted it, and with `pwd` the login password; answers the number",
  args: [{ token: Token }, { code: WxCode }, { encryptedData: EncryptedData }, { iv: Iv }, { pwd: optional(Password) }],
  data: Text,
  refuses: ['wxSessionStale', 'wxUnavailable', 'wxDataInvalid', 'mobileForeign', 'openidTaken', 'mobileTaken'],
})

const bindMobileWxappV2 = post('api:/{subDomain}/user/wxapp/bindMobile/v2', {
  about: "Set the caller's mobile number by the code of WeChat's number button; answers the number",
  args: [{ token: Token }, { code: WxCode }, { pwd: optional(Password) }],
  data: Text,
  refuses: ['wxCodeInvalid', 'wxUnavailable', 'wxDataInvalid', 'wxQuota', 'mobileForeign', 'mobileTaken'],
})

const bindOpenid = post('api:/{subDomain}/user/wxapp/bindOpenid', {
  about: 'Let the caller log in with their WeChat from now on',
  args: [{ token: Token }, { code: WxCode }],
  constants: { type: 2 },
  refuses: ['wxCodeInvalid', 'wxUnavailable', 'openidTaken'],
})

const encryptedData = post('api:/{subDomain}/user/wxapp/decode/encryptedData', {
  about: "What WeChat's client encrypted for this mini-program, opened",
  args: [{ code: wxData.code }, { encryptedData: wxData.encryptedData }, { iv: wxData.iv }],
  data: ExtJson,
  refuses: ['wxCodeInvalid', 'wxUnavailable', 'wxDataInvalid'],
})

export const userAccounts = {
  loginWxaMobile,
  loginWxaMobileV2: objectForm(loginWxaMobile),
  register_username: post('common:/{subDomain}/user/username/register', {
    about:
      'Register with a user name; `autoLogin` also logs in, and lets in who knows the password of a name that is taken',
    args: {
      username: Username,
      pwd: Password,
      ...profile,
    },
    data: optional(Login),
    refuses: ['usernameTaken', 'passwordLocked', 'userBlocked'],
  }),
  login_username: post('common:/{subDomain}/user/username/login', {
    about: 'Log in with user name and password; five wrong ones lock it for 15 minutes',
    args: { username: GivenUsername, pwd: GivenPassword, ...device },
    data: Login,
    refuses: ['passwordWrong', 'passwordLocked', 'userBlocked'],
  }),
  login_mobile: post('api:/{subDomain}/user/m/login', {
    about: 'Log in with mobile number and password; five wrong ones lock it for 15 minutes',
    args: [
      { mobile: Mobile },
      { pwd: GivenPassword },
      { deviceId: device.deviceId },
      { deviceName: device.deviceName },
    ],
    data: Login,
    refuses: ['passwordWrong', 'passwordLocked', 'userBlocked'],
  }),
  resetPwdUseMobileCode: post('api:/{subDomain}/user/m/reset-pwd', {
    about: 'A new login password, proven by a code sent to the mobile number; every session of the user ends',
    args: [{ mobile: Mobile }, { pwd: Password }, { code: SmsCode }],
    refuses: ['codeWrong', 'codeExpired', 'notRegistered'],
  }),
  bindUsername: post('common:/{subDomain}/user/username/bindUsername', {
    about: "Set or change the caller's user name, and with `pwd` the login password",
    args: [{ token: Token }, { username: Username }, { pwd: optional(Password) }],
    refuses: ['usernameTaken'],
  }),
  bindMobileSms: post('api:/{subDomain}/user/m/bind-mobile', {
    about: "Set or change the caller's mobile number, proven by a code, and with `pwd` the login password",
    args: [{ token: Token }, { mobile: Mobile }, { code: SmsCode }, { pwd: optional(Password) }],
    refuses: ['codeWrong', 'codeExpired', 'mobileTaken'],
  }),
  bindMobileWxapp,
  bindMobileWxappV2,
  bindOpenid,
  encryptedData,
  loginWxaMobileV3: post('api:/{subDomain}/user/wxapp/login/mobile/v2', {
    about:
      "Log in by the code of WeChat's number button beside a wx.login code; an unknown number registers unless `autoReg` is false",
    args: { code: WxCode, codeMobile: WxCode, ...registering },
    data: Login,
    refuses: [...wxRefusals, 'wxQuota', 'notRegistered', 'userBlocked'],
  }),
  wxmpAuth: post('api:/{subDomain}/user/wxmp/auth', {
    about:
      'Log in with a code of the official account’s web authorization; registers on the way unless `autoReg` is false, as the same person where the unionid is known. Ours: `token` gives this WeChat to whoever is signed in, `useProfile` takes name and picture over what was there',
    args: { code: WxCode, token: optional(Token), useProfile: optional(Flag), ...registering },
    data: Login,
    refuses: ['wxCodeInvalid', 'wxUnavailable', 'wxDataInvalid', 'notRegistered', 'openidTaken', 'userBlocked'],
  }),
  wxappServiceLoginWxaMobile: objectForm(loginWxaMobile, 'api:/{subDomain}/user/wxappService/login/mobile'),
  wxappServiceBindMobile: objectForm(bindMobileWxapp, 'api:/{subDomain}/user/wxappService/bindMobile'),
  wxappServiceBindMobileV2: objectForm(bindMobileWxappV2, 'api:/{subDomain}/user/wxappService/bindMobile/v2'),
  wxappServiceBindOpenid: objectForm(bindOpenid, 'api:/{subDomain}/user/wxappService/bindOpenid'),
  wxappServiceEncryptedData: objectForm(encryptedData, 'api:/{subDomain}/user/wxappService/decode/encryptedData'),
  setPayPassword: post('api:/{subDomain}/user/paypwd/set', {
    about: 'A first trade password; refused when there is one',
    args: [{ token: Token }, { pwd: Password }],
    refuses: ['payPasswordSet'],
  }),
  modifyPayPassword: post('api:/{subDomain}/user/paypwd/modify', {
    about: 'Change the trade password, knowing the old one',
    args: [{ token: Token }, { pwdOld: GivenPassword }, { pwdNew: Password }],
    refuses: ['payPasswordWrong', 'passwordLocked'],
  }),
  resetPayPassword: post('api:/{subDomain}/user/paypwd/reset', {
    about: 'A new trade password, proven by a code sent to the bound mobile number',
    args: [{ mobile: Mobile }, { code: SmsCode }, { pwd: Password }],
    refuses: ['codeWrong', 'codeExpired', 'notRegistered'],
  }),
}
