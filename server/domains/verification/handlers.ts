import type { verification } from '../../../contract/verification'
import type { Handlers } from '../../http/handlers'
import { checkCode, mailbox, phone, sendCode } from './codes'
import { checkPicture, pictureFrom, pictureOf } from './pictures'

export const verificationHandlers: Handlers<typeof verification> = {
  graphValidateCodeUrl: ({ key }, guest) => pictureOf(guest, key),

  graphValidateCodeCheck: (picture, guest) => checkPicture(guest, picture),

  async smsValidateCode({ mobile, key, picCode, purpose }, guest) {
    await sendCode(guest, phone(mobile), purpose, pictureFrom(key, picCode))
  },

  async mailValidateCode({ mail, key, picCode, purpose }, guest) {
    await sendCode(guest, mailbox(mail), purpose, pictureFrom(key, picCode))
  },

  async mailValidateCodeCheck({ mail, code, purpose }, guest) {
    await checkCode(guest, mailbox(mail), purpose, code)
  },

  async smsValidateCodeCheck({ mobile, code, purpose }, guest) {
    await checkCode(guest, phone(mobile), purpose, code)
  },
}
