import { charactersOf, windowAt } from '../../server/domains/verification/pictures'
import { dataOf } from './people'
import type { Shop } from './shop'

let pictures = 0

/** A fresh picture as a person reads it. */
export function readPicture({ app, merchantId, subDomain, now }: Shop): { key: string; picCode: string } {
  const key = `picture-${++pictures}`
  const merchant = { id: merchantId, subDomain, name: '' }
  return { key, picCode: charactersOf({ merchant, secrets: app.services.secrets }, key, windowAt(now())) }
}

/** Has a code sent to a number and reads it from the phone; as often as a test likes, so with a picture where it can. */
export async function codeSentTo(shop: Pick<Shop, 'wxapi' | 'sim'> | Shop, mobile: string): Promise<string> {
  const { key, picCode } = 'app' in shop ? readPicture(shop) : {}
  await dataOf(shop.wxapi.smsValidateCode(mobile, key, picCode))
  return codeOnPhone(shop, mobile)
}

/** The code of the last message to a number. */
export async function codeOnPhone({ sim }: Pick<Shop, 'sim'>, mobile: string): Promise<string> {
  return String((await sim(`/sms?mobile=${mobile}`)).code)
}

/** A code that is not this one. */
export const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
