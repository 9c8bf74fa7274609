import { dataOf, type Person } from './people'
import type { Shop } from './shop'
import { codeSentTo } from './sms'

/** Logs somebody in by a text message, as the H5 storefront does; they are registered on the way. */
export async function signInByPhone(shop: Pick<Shop, 'wxapi' | 'sim'>, mobile: string): Promise<Person> {
  const code = await codeSentTo(shop, mobile)
  const { token, uid } = await dataOf(shop.wxapi.loginMobileSmsCode({ mobile, code, autoReg: true }))
  return { name: mobile, token, uid }
}
