/** What becomes of something held: published, refused, or put before the shop keeper. */

import { dayOf } from '../../../contract/time'
import { raiseAlarm } from '../../alarms'
import type { Db, Tx } from '../../db/database'
import { showReview } from '../order/review'
import { type ContentKind, findHeld, type HeldContent, OPEN, picturesOf } from './held'

/** Publishes it; in the caller's transaction, once. False when it was decided before. */
export async function release(tx: Tx, content: HeldContent, now: Date): Promise<boolean> {
  if (!(await decide(tx, content, 'released', '', now))) return false
  await publishers[content.kind as ContentKind](tx, content)
  return true
}

/** It stays unseen. False when it was decided before. */
export const refuse = (tx: Tx, content: HeldContent, now: Date): Promise<boolean> =>
  decide(tx, content, 'refused', content.reason, now)

/** When all is judged: what passed is published, anything else waits for a person. */
export async function settle(tx: Tx, merchantId: number, contentId: number, now: Date): Promise<void> {
  const content = await findHeld(tx, merchantId, contentId)
  if (content?.state !== 'checking') return
  const verdicts = await verdictsOf(tx, content)
  const isJudged = !verdicts.includes('')
  if (isJudged && verdicts.every(verdict => verdict === 'pass')) await release(tx, content, now)
  else if (isJudged || verdicts.includes('risky')) await putBefore(tx, content, verdicts, now)
}

/** Where it is published. Whoever has gone, or was blocked, is not written to any more. */
const publishers: Record<ContentKind, (tx: Tx, content: HeldContent) => Promise<unknown>> = {
  nick: (tx, { merchant_id, user_id, text }) => setProfile(tx, merchant_id, user_id, { nick: text }),
  avatar: async (tx, { merchant_id, id, user_id }) => {
    const [picture] = await picturesOf(tx, merchant_id, id)
    if (picture) await setProfile(tx, merchant_id, user_id, { avatar_url: picture.path })
  },
  review: (tx, { merchant_id, ref_id }) => showReview(tx, merchant_id, ref_id),
  comment: (tx, { merchant_id, ref_id }) =>
    tx
      .updateTable('comments')
      .set({ is_held: 0 })
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', ref_id)
      .execute(),
}

const setProfile = (
  tx: Tx,
  merchantId: number,
  userId: number | null,
  profile: { nick: string } | { avatar_url: string },
) =>
  tx
    .updateTable('users')
    .set(profile)
    .where('merchant_id', '=', merchantId)
    .where('id', '=', userId ?? 0)
    .where('status', '=', 0)
    .execute()

async function decide(tx: Tx, { merchant_id, id }: HeldContent, state: string, reason: string, now: Date) {
  const { numUpdatedRows } = await tx
    .updateTable('held_contents')
    .set({ state, reason, decided_at: now.getTime() })
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .where('state', 'in', OPEN)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function verdictsOf(db: Db, { merchant_id, id, text_verdict }: HeldContent): Promise<string[]> {
  return [text_verdict, ...(await picturesOf(db, merchant_id, id)).map(({ verdict }) => verdict)]
}

async function putBefore(tx: Tx, { merchant_id, id }: HeldContent, verdicts: string[], now: Date): Promise<void> {
  await tx
    .updateTable('held_contents')
    .set({ state: 'waiting', reason: verdicts.includes('risky') ? 'risky' : 'review' })
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .where('state', '=', 'checking')
    .execute()
  const text = '顾客发布的内容等你审核，请运行 npm run shop -- contents list'
  await raiseAlarm(tx, { merchantId: merchant_id, key: `contents:${dayOf(now)}`, text }, now)
}
