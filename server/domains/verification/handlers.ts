import type { verification } from '../../../contract/verification'
import type { Handlers } from '../../http/handlers'
import { sendCode, verifyCode } from './codes'

export const verificationHandlers: Handlers<typeof verification> = {
  async smsValidateCode({ mobile }, guest) {
    await sendCode(guest, 'sms', mobile)
  },

  async smsValidateCodeCheck({ mobile, code }, guest) {
    await verifyCode(guest, 'sms', mobile, code, { use: false })
  },
}
