/**
 * The third-party interfaces: a second face on functions that WXAPI's methods have too, at addresses of their own and in an
 * envelope of their own, `{info, status, data}`. `status` is 1, or 0 beside an `info` that says why not.
 */
import Type, { type StaticDecode, type TObject, type TSchema } from 'typebox'
import { FileUrl, Id, Mobile, optional, Text, Time, Token, Word } from './fields'
import { Referrer, WxCode } from './user-fields'

export interface Interface<Fields extends TObject = TObject, Data extends TSchema = TSchema> {
  /** Behind the server's address, or behind the shop's. GET and POST are alike. */
  readonly path: string
  readonly about: string
  readonly input: Fields
  readonly data: Data
  /** What `info` says beside `status` 1. */
  readonly info: string
}

const Nothing = Type.Optional(Type.Null())

const entry = <const Fields extends Record<string, TSchema>, Data extends TSchema = typeof Nothing>(
  path: string,
  { about, fields, data, info = '' }: { about: string; fields: Fields; data?: Data; info?: string },
): Interface<TObject<Fields>, Data> => ({
  path,
  about,
  input: Type.Object(fields) as unknown as TObject<Fields>,
  data: data ?? (Nothing as unknown as Data),
  info,
})

/** Numbers are text, as the documents have them. */
const Member = Type.Object({
  id: Type.String(),
  token: Type.String(),
  username: Type.String(),
  nickname: Type.String(),
  group_name: Type.String(),
  shop_count: Type.String({ description: 'lines in the cart' }),
  coupon_count: Type.String({ description: 'usable ones' }),
  mobile: Type.String(),
  sex: Type.String(),
  point: Type.String(),
  amount: Type.String({ description: 'yuan' }),
  last_ip: Type.String(),
  last_login: Time,
})

export const thirdParty = {
  qrcode: entry('qrcode', {
    about: 'The picture of a QR code of a text: PNG, not the envelope, unless it is refused',
    fields: { data: Type.String({ minLength: 1, maxLength: 800, description: 'what stands in the code' }) },
  }),
  spreadQrcode: entry('spread/qrcode', {
    about:
      'A mini-program code of a product or of the front page, which knows who invites; answers where the picture is',
    fields: {
      id: optional(Id),
      type: optional(Word('goods', 'home')),
      token: optional(Token),
    },
    data: FileUrl,
    info: 'ok',
  }),
  shareConfig: entry('share/config', {
    about: 'What a page of ours needs to use WeChat’s JS-SDK',
    fields: { url: Type.String({ minLength: 1, maxLength: 2000, description: 'the page, as its address stands' }) },
    data: Type.Object({
      appId: Type.String(),
      timestamp: Type.Integer(),
      nonceStr: Type.String(),
      signature: Type.String(),
      jsApiList: Type.Array(Type.String()),
    }),
    info: 'ok',
  }),
  template: entry('template', {
    about: 'The templates of messages that the shop sends, by what they tell of',
    fields: {},
    data: Type.Record(Type.String(), Type.String()),
  }),
  oauth: entry('oauth', {
    about: 'Log in with a code of the official account’s web authorization; `spread_id` is who invited',
    fields: {
      code: WxCode,
      state: optional(Type.String({ pattern: '^[a-zA-Z0-9]{0,128}$', description: 'the caller’s own to compare' })),
      spread_id: Referrer,
    },
    data: Member,
  }),
  auth: entry('auth', {
    about: 'Log in with a wx.login code of the mini-program; `userInfo` is not believed',
    fields: { code: WxCode },
    data: Member,
  }),
  users: entry('users', {
    about:
      'Log in from the shop’s app: by a code of WeChat, an access token of QQ, an identity token of Apple. Each is proven with that party; what the app says of itself is not believed',
    fields: {
      type: Word('weixin', 'qq', 'apple'),
      access_token: Type.Object(
        {
          code: optional(Type.String({ maxLength: 512, description: 'weixin: what the authorization gave' })),
          access_token: optional(Type.String({ maxLength: 512, description: 'qq' })),
          identityToken: optional(Type.String({ maxLength: 8000, description: 'apple' })),
          openid: optional(Type.String({ maxLength: 100, description: 'qq: compared with what QQ says' })),
        },
        { description: 'an object, or its JSON text' },
      ),
      openid: optional(Type.String({ maxLength: 100, description: 'qq: compared with what QQ says' })),
      nonce: optional(Type.String({ maxLength: 200, description: 'apple: what the app gave Apple, not hashed' })),
      spread_id: Referrer,
    },
    data: Member,
  }),
  sendSms: entry('send_sms', {
    about:
      'A code to a mobile number, for that purpose alone, within the limits of smsValidateCode; with `key` and `picCode` too',
    fields: { username: Mobile, type: Word('register', 'repassword'), key: optional(Text), picCode: optional(Text) },
  }),
}

export type ThirdParty = typeof thirdParty
export type InterfaceInput<I extends Interface> = StaticDecode<I['input']>
