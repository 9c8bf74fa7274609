/** Codes to be photographed: of a page of the mini-program, and of any text. */
import Type from 'typebox'
import { post } from './define'
import { ExtJson, FileUrl, Flag, optional, Token, Word } from './fields'

/** What WeChat takes: up to 32 visible characters, which come back to the page percent-encoded. */
const Scene = Type.String({
  pattern: "^[0-9a-zA-Z!#$&'()*+,/:;=?@._~-]{1,32}$",
  message: "scene 应为 1 到 32 个数字、字母或 !#$&'()*+,/:;=?@-._~",
})

export const qrcode = {
  wxaQrcode: post('oss:/{subDomain}/qrcode/wxa/unlimit', {
    about: 'A mini-program code that opens a page with a scene; answers where the picture is',
    args: {
      token: optional(Token),
      scene: Scene,
      page: optional(
        Type.String({
          pattern: '^[^/?][^?]*$',
          maxLength: 128,
          description: 'without a slash before and a query behind',
        }),
      ),
      width: optional(Type.Integer({ minimum: 280, maximum: 1280 })),
      autoColor: optional(Flag),
      is_hyaline: optional(Type.Boolean({ description: 'transparent ground' })),
      postJsonString: optional(Type.Unsafe<Record<string, unknown>>({ ...ExtJson, description: 'colour: r, g, b' })),
      env_version: optional(Word('release', 'trial', 'develop')),
      check_path: optional(
        Type.Boolean({ description: 'whether the page must be published; WeChat checks when absent' }),
      ),
      expireHours: optional(Type.Integer({ minimum: 1, maximum: 87_600, description: 'deleted after so many hours' })),
    },
    data: FileUrl,
    refuses: ['pageUnknown', 'wxUnavailable', 'fileQuota'],
  }),
  commonQrcode: post('oss:/{subDomain}/qrcode/content', {
    about: 'A QR code of a text; answers where the picture is',
    args: {
      content: Type.String({ minLength: 1, maxLength: 800 }),
      width: optional(Type.Integer({ minimum: 60, maximum: 1280, description: 'pixels, 300 when absent' })),
      expireHours: optional(Type.Integer({ minimum: 1, maximum: 87_600, description: 'no matter: nothing is stored' })),
    },
    data: Type.String({ format: 'file-url' }),
    refuses: ['badRequest'],
  }),
}
