/** Codes sent to a mobile number, and pictures that a machine reads less easily than a person. */
import Type from 'typebox'
import { get, picture, post } from './define'
import { Email, Mobile, optional, SmsCode, Word } from './fields'

/** What a code may be used for. One that was asked for without a purpose, as the SDK does, serves any of them once. */
const purpose = optional(Word('login', 'register', 'reset', 'bind', 'paypwd'))
const Key = Type.String({ minLength: 1, maxLength: 100, description: 'any random text, the same in both calls' })
const PictureCode = Type.String({ minLength: 1, maxLength: 20, message: '请输入图形验证码' })
const picCode = { key: optional(Key), picCode: optional(PictureCode) }

export const verification = {
  graphValidateCodeUrl: picture('api:/{subDomain}/verification/pic/get', {
    about: 'The address of a picture with four characters, good once and for five minutes',
    args: [{ key: Key }],
    data: Type.Optional(Type.Unsafe<Uint8Array>(Type.Null())),
  }),
  graphValidateCodeCheck: post('api:/{subDomain}/verification/pic/check', {
    about:
      'Whether the characters of a picture are right; it stays good for the call that uses it, a wrong try voids it',
    args: [{ key: Key }, { code: PictureCode }],
    refuses: ['pictureWrong'],
  }),
  smsValidateCode: get('common:/{subDomain}/verification/sms/get', {
    about:
      'Send a code to a mobile number: once a minute, five an hour, ten a day; who asks often is asked for a picture code first',
    args: [{ mobile: Mobile }, { key: picCode.key }, { picCode: picCode.picCode }, { purpose }],
    refuses: ['codeTooSoon', 'smsUnavailable', 'pictureRequired', 'pictureWrong'],
  }),
  mailValidateCode: get('common:/{subDomain}/verification/mail/get', {
    about: 'Send a code to a mailbox, within the limits of a mobile number',
    args: [{ mail: Email }, { key: picCode.key }, { picCode: picCode.picCode }, { purpose }],
    refuses: ['codeTooSoon', 'mailUnavailable', 'pictureRequired', 'pictureWrong'],
  }),
  mailValidateCodeCheck: post('common:/{subDomain}/verification/mail/check', {
    about: 'Whether a code is right; it stays good for the call that uses it',
    args: [{ mail: Email }, { code: SmsCode }, { purpose }],
    refuses: ['codeWrong', 'codeExpired'],
  }),
  smsValidateCodeCheck: post('common:/{subDomain}/verification/sms/check', {
    about: 'Whether a code is right; it stays good for the call that uses it',
    args: [{ mobile: Mobile }, { code: SmsCode }, { purpose }],
    refuses: ['codeWrong', 'codeExpired'],
  }),
}
