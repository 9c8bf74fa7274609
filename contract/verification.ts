/** Codes sent to a mobile number. */
import { get, post } from './define'
import { Mobile, optional, SmsCode, Text } from './fields'

export const verification = {
  smsValidateCode: get('common:/{subDomain}/verification/sms/get', {
    about: 'Send a code to a mobile number: once a minute, five an hour, ten a day',
    args: [{ mobile: Mobile }, { key: optional(Text) }, { picCode: optional(Text) }],
    refuses: ['codeTooSoon', 'smsUnavailable'],
  }),
  smsValidateCodeCheck: post('common:/{subDomain}/verification/sms/check', {
    about: 'Whether a code is right; it stays good for the call that uses it',
    args: [{ mobile: Mobile }, { code: SmsCode }],
    refuses: ['codeWrong', 'codeExpired'],
  }),
}
