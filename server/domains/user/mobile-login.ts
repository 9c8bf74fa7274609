import type { WechatSession } from '../../gateways/wechat'
import type { Guest } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import type { ExtJson } from '../../json'
import { type Login, logIn } from './login'
import { findUserByMobile, insertUser, nickFor, setMobile } from './users'
import { bindWechat, findByOpenid } from './wechat-identity'

interface How {
  autoReg?: boolean | undefined
  referrer?: string | undefined
  postJsonString?: ExtJson | undefined
}

/** Logs in whose number WeChat has proven, registering on the way unless `autoReg` is false. */
export const logInByMobile = (guest: Guest, session: WechatSession, mobile: string, how: How): Promise<Login> =>
  guest.transaction(async tx => {
    const { gateways, merchant, now } = guest
    // The number decides who it is. Whoever is known by this WeChat alone keeps that account; two are never merged.
    const known = await findUserByMobile(tx, merchant.id, mobile)
    const byOpenid = await findByOpenid(tx, merchant.id, gateways.appid, session.openid)
    if (known) return logIn(tx, guest, known, byOpenid?.id === known.id ? session.openid : undefined)
    const isFree = byOpenid && !byOpenid.mobile
    if (!isFree && how.autoReg === false) throw new Refusal('notRegistered')
    const { referrer, postJsonString: ext } = how
    const profile = { source: 1 as const, mobile, nick: nickFor(mobile), referrer, ext }
    const user = isFree
      ? await setMobile(tx, merchant.id, byOpenid.id, mobile)
      : await insertUser(tx, merchant.id, profile, now)
    if (!byOpenid) await bindWechat(tx, guest, user.id, session)
    return logIn(tx, guest, user, byOpenid && byOpenid.id !== user.id ? undefined : session.openid)
  })
