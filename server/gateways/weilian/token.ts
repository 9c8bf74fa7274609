import { createHash } from 'node:crypto'

export interface WeilianAccount {
  appid: string
  /** The mobile number that the account was registered with. */
  user: string
  appkey: string
  /** When it was registered, as the supplier shows it: `2019-12-27 15:54:10`. */
  registeredAt: string
  /**
   * The supplier's text and its sample name the last part differently, and neither is proven. A reading call answers 8888
   * with the right one and 40002 with the wrong one.
   */
  tokenTimeLabel: 'creation_time' | 'ctime'
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

/** The supplier's token. It never changes, so it is as secret as the appkey inside. */
export function weilianToken({ appid, user, appkey, registeredAt, tokenTimeLabel }: WeilianAccount): string {
  return md5(`appid=${appid}&&user=${md5(user)}&&appkey=${appkey}&&${tokenTimeLabel}=${md5(registeredAt)}`)
}
