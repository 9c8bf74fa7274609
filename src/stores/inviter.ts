/** Who sent the shopper here, kept on the phone until they register: the server then writes it down, and takes no other. */
import Taro from '@tarojs/taro'
import { inviterIn, type Params } from '@/lib/inviter'

const KEY = 'inviter'

/** The latest invitation counts. */
export function arrive(params: Params): void {
  const inviter = inviterIn(params)
  if (inviter) Taro.setStorageSync(KEY, inviter)
}

/** For a registration: `{ referrer }`, or nothing. */
export function invitation(): { referrer?: string } {
  const referrer = Taro.getStorageSync<string>(KEY)
  return referrer ? { referrer: String(referrer) } : {}
}
