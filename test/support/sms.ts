import { dataOf } from './people'
import type { Shop } from './shop'

/** Has a code sent to a number and reads it from the phone. */
export async function codeSentTo(shop: Pick<Shop, 'wxapi' | 'sim'>, mobile: string): Promise<string> {
  await dataOf(shop.wxapi.smsValidateCode(mobile))
  return codeOnPhone(shop, mobile)
}

/** The code of the last message to a number. */
export async function codeOnPhone({ sim }: Pick<Shop, 'sim'>, mobile: string): Promise<string> {
  return String((await sim(`/sms?mobile=${mobile}`)).code)
}

/** A code that is not this one. */
export const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
