/** People whom the shop knows already and who come by a distributor's link: they belong to them from then on, where the shop has it so. */
import Taro from '@tarojs/taro'
import { asMeIfSignedIn, dataOrNone, wxapi } from '@/api'
import { invitation } from './inviter'
import { session, useSession } from './session'

/** The invitation that was told last. */
const KEY = 'inviter-told'

let telling: Promise<void> | undefined

/** At each arrival. Guests are told of when they log in; the server decides whether it changes anything. */
export function tellInviter(): Promise<void> {
  telling ??= tell().finally(() => {
    telling = undefined
  })
  return telling
}

/** In a browser people log in later than they come. */
export const tellInviterAfterLogin = (onFailed: (error: unknown) => void): void => {
  useSession.subscribe(({ token }, before) => {
    if (token && !before.token) tellInviter().catch(onFailed)
  })
}

async function tell(): Promise<void> {
  const { referrer } = invitation()
  if (!referrer || Taro.getStorageSync(KEY) === referrer) return
  if (!session().token || !(await dataOrNone(wxapi.fxSetting()))?.visitors) return
  await asMeIfSignedIn(token => wxapi.bindSeller({ token, uid: Number(referrer), traceSeller: true }))
  if (session().token) Taro.setStorageSync(KEY, referrer)
}
