/**
 * What people publish is shown to WeChat first, where the shop keeper has switched that on (`content_check`). What passes is
 * published at once; what is risky is refused; what nobody can judge now is held, and neither lost nor shown.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../../db/database'
import { GatewayError } from '../../gateways/error'
import type { Scene, Verdict } from '../../gateways/wechat/content'
import type { Guest } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { settingOf } from '../site/settings'
import { openidOf } from '../user/wechat-identity'

/** `''`: not judged yet. */
export type Judged = Verdict | ''

export interface Check {
  isOn: boolean
  verdict: Judged
}

const SETTING = 'content_check'
/** A person waits. What takes longer is judged later. */
const PATIENCE_MS = 3_000

export const UNCHECKED: Check = { isOn: false, verdict: 'pass' }

export const isCheckOn = async (db: Db, merchantId: number): Promise<boolean> =>
  (await settingOf(db, merchantId, SETTING)) === 'on'

/** Refuses `contentRisky`. Nothing else stops who writes: not a WeChat that is away, nor being nobody's openid. */
export async function checkText(
  guest: Guest,
  { userId, scene, text }: { userId: number | undefined; scene: Scene; text: string },
): Promise<Check> {
  const { db, merchant, gateways, log } = guest
  if (!(await isCheckOn(db, merchant.id))) return UNCHECKED
  if (!text.trim()) return { isOn: true, verdict: 'pass' }
  const who = userId === undefined ? undefined : await openidOf(db, merchant.id, gateways.appid, userId)
  if (!who) return { isOn: true, verdict: 'review' }
  const patience = new AbortController()
  const asked = gateways.wechat.checkText({ openid: who.openid, scene, text }).catch((error: unknown): Judged => {
    if (!(error instanceof GatewayError)) throw error
    if (!error.retry && error.code !== 'away') log.error({ err: error }, 'what people publish cannot be checked')
    return error.code === 'away' ? 'review' : ''
  })
  const late = sleep(PATIENCE_MS, '' as const, { signal: patience.signal }).catch((): Judged => '')
  const verdict = await Promise.race([asked, late]).finally(() => patience.abort())
  if (verdict === 'risky') throw new Refusal('contentRisky')
  return { isOn: true, verdict }
}

/** Whether something has to wait: pictures are judged later always. */
export const mustWait = ({ isOn, verdict }: Check, pictures: readonly string[] = []): boolean =>
  isOn && (verdict !== 'pass' || pictures.length > 0)
