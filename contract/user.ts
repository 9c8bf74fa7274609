/** Who the shopper is: registration, login, profile. */
import Type from 'typebox'
import { alias, get, objectForm, post } from './define'
import { Day, Enum, ExtJson, FileUrl, Flag, Id, Mobile, optional, row, SmsCode, Text, Time, Token } from './fields'
import { userAccounts } from './user-accounts'
import { userEmail } from './user-email'
import { EncryptedData, Iv, Login, Password, postJsonString, Referrer, WxCode } from './user-fields'

const Gender = Enum({ 0: 'not said', 1: 'male', 2: 'female' })

const PublicUser = row('PublicUser', { id: Id, nick: Text, avatarUrl: FileUrl })

const UserBase = row('UserBase', {
  id: Id,
  nick: Text,
  avatarUrl: FileUrl,
  mobile: optional(Text),
  username: optional(Text),
  email: optional(Text),
  gender: Gender,
  birthday: optional(Text),
  province: Text,
  city: Text,
  isIdcardCheck: Flag,
  isSeller: Flag,
  isTeamLeader: Flag,
  isTeamMember: Flag,
  isTeamPartner: Type.Boolean({ description: 'has leaders below (ours)' }),
  levelRenew: Flag,
  levelExpire: optional(Time),
  pwdPay: Flag,
  source: Enum({ 0: 'mini-program', 1: 'mobile', 2: 'user name', 3: 'mailbox', 4: 'official account', 5: 'app' }),
  sourceStr: Text,
  status: Enum({ 0: 'normal', 1: 'blocked' }),
  statusStr: Text,
  dateAdd: Time,
  dateLogin: Time,
})

const UserLevel = row('UserLevel', {
  id: Id,
  name: Text,
  level: Type.Integer({ description: 'rank' }),
  rebate: Type.Number({ description: '10 is the full price, 9.5 is 95 %' }),
})

const register_simple = post('api:/{subDomain}/user/wxapp/register/simple', {
  about: 'Register with a wx.login code',
  args: { code: WxCode, referrer: Referrer, postJsonString },
  refuses: ['wxCodeInvalid', 'wxUnavailable'],
})

const authorize = post('api:/{subDomain}/user/wxapp/authorize', {
  about: 'Log in silently with a wx.login code, registering on the way when needed',
  args: { code: WxCode, referrer: Referrer, postJsonString },
  data: Login,
  refuses: ['wxCodeInvalid', 'wxUnavailable', 'userBlocked'],
})

const register_complex = post('api:/{subDomain}/user/wxapp/register/complex', {
  about: 'Register with a wx.login code and the encrypted profile of the device',
  args: {
    code: WxCode,
    encryptedData: EncryptedData,
    iv: Iv,
    referrer: Referrer,
    postJsonString,
  },
  refuses: ['wxCodeInvalid', 'wxUnavailable', 'wxDataInvalid'],
})

const userDetail = get('common:/{subDomain}/user/detail', {
  about: 'The caller: base data, own fields, level',
  args: [{ token: Token }],
  data: Type.Object({
    base: UserBase,
    ext: ExtJson,
    userLevel: optional(UserLevel),
    referrer: optional(PublicUser),
    partnerInfo: optional(PublicUser),
    parentPartnerInfo: optional(PublicUser),
    parentTeamLeaderInfo: optional(PublicUser),
  }),
})

const modifyUserInfo = post('api:/{subDomain}/user/modify', {
  about:
    "Change the caller's profile; fields left out stay, own fields are merged. Where the shop has names and pictures checked, they may show later",
  args: {
    token: Token,
    nick: optional(Type.String({ minLength: 1, maxLength: 50 })),
    avatarUrl: optional(FileUrl),
    gender: optional(Gender),
    birthday: optional(Day),
    province: optional(Text),
    city: optional(Text),
    extJsonStr: optional(ExtJson),
    levelRenew: optional(Type.Boolean({ description: 'whether a bought level is renewed from the balance (ours)' })),
  },
  refuses: ['extJsonInvalid', 'contentRisky'],
})

export const user = {
  ...userAccounts,
  ...userEmail,
  checkReferrer: get('api:/{subDomain}/user/check-referrer', {
    about: 'Whether an invitation code names a user: 0 yes, 700 no',
    args: [{ referrer: Text }],
    refuses: ['noData'],
  }),
  authorize,
  register_simple,
  register_complex,
  wxappServiceAuthorize: objectForm(authorize, 'api:/{subDomain}/user/wxappService/authorize'),
  wxappServiceRegisterSimple: objectForm(register_simple, 'api:/{subDomain}/user/wxappService/register/simple'),
  wxappServiceRegisterComplex: objectForm(register_complex, 'api:/{subDomain}/user/wxappService/register/complex'),
  wxappServiceLogin: post('api:/{subDomain}/user/wxappService/login', {
    about:
      'Log in with a wx.login code; unknown people register when `autoReg` is true and are refused with 10000 when not',
    args: { code: WxCode, autoReg: optional(Flag), referrer: Referrer, postJsonString },
    data: Login,
    refuses: ['notRegistered', 'wxCodeInvalid', 'wxUnavailable', 'userBlocked'],
  }),
  login_wx: post('api:/{subDomain}/user/wxapp/login', {
    about: 'Log in with a wx.login code; 10000 when the person has not registered',
    args: [{ code: WxCode }],
    constants: { type: 2 },
    data: Login,
    refuses: ['notRegistered', 'wxCodeInvalid', 'wxUnavailable', 'userBlocked'],
  }),
  register_mobile: post('api:/{subDomain}/user/m/register', {
    about: 'Register with a mobile number and the code sent to it; `autoLogin` also logs in, and lets known numbers in',
    args: {
      mobile: Mobile,
      code: SmsCode,
      pwd: optional(Password),
      nick: optional(Text),
      autoLogin: optional(Flag),
      province: optional(Text),
      city: optional(Text),
      referrer: Referrer,
      postJsonString,
    },
    data: optional(Login),
    refuses: ['codeWrong', 'codeExpired', 'mobileTaken', 'userBlocked'],
  }),
  loginMobileSmsCode: post('api:/{subDomain}/user/m/loginMobile', {
    about: 'Log in with a mobile number and the code sent to it; `autoReg` registers unknown numbers',
    args: { mobile: Mobile, code: SmsCode, autoReg: optional(Flag), referrer: Referrer, postJsonString },
    data: Login,
    refuses: ['codeWrong', 'codeExpired', 'notRegistered', 'userBlocked'],
  }),
  checkToken: get('api:/{subDomain}/user/check-token', {
    about: 'Whether a token still logs in',
    args: [{ token: Token }],
  }),
  userDelete: post('common:/{subDomain}/user/delete', {
    about:
      "Delete the caller's account: everything personal is wiped at once, orders and money records stay without it; `isCheck` (ours) only tells whether something is unfinished",
    args: [{ token: Token }, { isCheck: optional(Flag) }],
    refuses: ['accountUnfinished'],
  }),
  loginout: get('common:/{subDomain}/user/loginout', {
    about: 'End the session; the token is void at once',
    args: [{ token: Token }],
  }),
  userDetail,
  userDetailSpreadUser: get('common:/{subDomain}/user/detail/spreadUser', {
    about: 'Name and picture of the user who shared a link',
    args: [{ token: Token }, { uid: Id }],
    data: Type.Object({ base: PublicUser }),
  }),
  userWxinfo: get('api:/{subDomain}/user/wxinfo', {
    about: "The caller's user id, openid and unionid",
    args: [{ token: Token }],
    data: Type.Object({ uid: Id, openid: optional(Text), unionid: optional(Text) }),
  }),
  modifyUserInfo,
  modifyUserInfoV2: alias(modifyUserInfo, { url: 'common:/{subDomain}/user/modify' }),
}
