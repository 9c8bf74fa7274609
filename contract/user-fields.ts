/** Fields that the methods of logging in share. */
import Type from 'typebox'
import { ExtJson, Flag, Id, optional, row, Text } from './fields'

export const WxCode = Type.String({ minLength: 1, maxLength: 200, description: 'temporary code of wx.login' })
export const EncryptedData = Type.String({ minLength: 1, maxLength: 20_000 })
export const Iv = Type.String({ minLength: 1, maxLength: 100 })
/** A new password. */
export const Password = Type.String({ minLength: 6, maxLength: 64, message: '密码应为 6 到 64 个字符' })
/** A password to compare: what we would not accept today may have been set long ago. */
export const GivenPassword = Type.String({ minLength: 1, maxLength: 200, message: '请输入密码' })
export const device = { deviceId: optional(Text), deviceName: optional(Text) }
/** An inviter's user id. Anything else is ignored: a broken link must not stop a login. */
export const Referrer = optional(Type.String({ maxLength: 50, description: "inviter's user id" }))
export const postJsonString = optional(ExtJson)
/** What whoever registers by a name or a mailbox may say of themselves. */
export const profile = {
  nick: optional(Text),
  autoLogin: optional(Flag),
  province: optional(Text),
  city: optional(Text),
  referrer: Referrer,
  postJsonString,
}

export const Login = row('Login', {
  token: Text,
  uid: Id,
  openid: optional(Text),
  mobile: optional(Text),
})
