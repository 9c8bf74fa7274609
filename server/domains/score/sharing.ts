/** Cards that were opened in a WeChat group. */
import { dayOf } from '../../../contract/time'
import type { Guest } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { book } from '../../ledger/ledger'
import { sha256 } from '../../secrets'
import { groupFrom } from '../user/profile'
import { findUser } from '../user/users'
import { wechatSession } from '../user/wechat-identity'
import { rewardFor, scoreTransfer } from './rewards'

interface Opened {
  code: string
  /** Who shared it. */
  referrer: number
  encryptedData: string
  iv: string
}

/** Rewards the sharer once for each group and day. Answers what that was; 0 when it was rewarded before, or has no rule. */
export async function rewardSharing({ code, referrer, encryptedData, iv }: Opened, guest: Guest) {
  const { db, transaction, merchant, now, gateways } = guest
  const session = await wechatSession(guest, code)
  const group = groupFrom({ ...session, appid: gateways.appid }, encryptedData, iv)
  const sharer = await findUser(db, merchant.id, referrer)
  if (sharer?.status !== 0) throw new Refusal('noData', '分享的人不存在')
  return transaction(async tx => {
    const score = await rewardFor(tx, merchant.id, 'shareGroup')
    if (score === 0) return { score }
    const key = `share:${referrer}:${dayOf(now)}:${sha256(group).slice(0, 32)}`
    const about = '分享到微信群'
    const booked = await book(tx, merchant.id, now, [scoreTransfer(referrer, score, { key, kind: 'shared', about })])
    return { score: booked.size ? score : 0 }
  })
}
