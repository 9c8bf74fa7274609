import type { ThirdParty } from '../../contract/third-party'
import { phone, sendCode } from '../domains/verification/codes'
import { pictureFrom } from '../domains/verification/pictures'
import { Refusal } from '../http/refusal'
import type { InterfaceHandler } from './frame'

const PURPOSES = { register: 'register', repassword: 'reset' } as const

/**
 * The limits for each number and each address of the net are those of every code. Beside them: a page of another site that
 * names this address as a picture, a frame or a link would have its visitors ask, each from an address of their own, so
 * what a browser sends for those is refused. Apps and servers send no such header, scripts are held back by CORS.
 */
export const sendSms: InterfaceHandler<ThirdParty['sendSms']> = async (
  { username, type, key, picCode },
  guest,
  { headers },
) => {
  const mode = headers['sec-fetch-mode']
  if (mode === 'no-cors' || mode === 'navigate' || headers['sec-fetch-site'] === 'cross-site')
    throw new Refusal('forbidden')
  await sendCode(guest, phone(username), PURPOSES[type], pictureFrom(key, picCode))
}
