/** The name that somebody brings along when they register: until it is judged they have a neutral one. */
import type { Tx } from '../../db/database'
import type { Guest } from '../../http/handlers'
import { checkText, mustWait } from './check'
import { hold } from './held'

/** Refuses `contentRisky`. `keep` belongs into the transaction that registers. */
export async function firstNick(guest: Guest, wanted: string | undefined, neutral: string) {
  const text = wanted ?? neutral
  const asIs = { nick: text, keep: async (_tx: Tx, _userId: number) => {} }
  if (text === neutral) return asIs
  const check = await checkText(guest, { userId: undefined, scene: 'profile', text })
  if (!mustWait(check)) return asIs
  const { merchant, now } = guest
  return {
    nick: neutral,
    keep: (tx: Tx, userId: number) => hold(tx, { merchantId: merchant.id, userId, kind: 'nick', text, check }, now),
  }
}
