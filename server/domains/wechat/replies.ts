/** What the official account answers by itself to words and events. */
import type { Db, Tx } from '../../db/database'

export interface Reply {
  /**
   * The words that must be said, `…*` for words that begin so; or an event: `@subscribe`, `@click:KEY`, `@scan`, and
   * `@default` for whatever has no answer of its own.
   */
  trigger: string
  content: string
}

const MOST_REPLIES = 500
/** A text message holds 2048 bytes. */
export const LONGEST_REPLY_BYTES = 2048

export const listReplies = (db: Db, merchantId: number): Promise<Reply[]> =>
  db
    .selectFrom('wechat_replies')
    .select(['trigger', 'content'])
    .where('merchant_id', '=', merchantId)
    .orderBy('trigger')
    .limit(MOST_REPLIES)
    .execute()

export async function saveReply(tx: Tx, merchantId: number, { trigger, content }: Reply, now: Date): Promise<void> {
  const row = { content, updated_at: now.getTime() }
  await tx
    .insertInto('wechat_replies')
    .values({ merchant_id: merchantId, trigger, ...row })
    .onConflict(conflict => conflict.columns(['merchant_id', 'trigger']).doUpdateSet(row))
    .execute()
}

export async function removeReply(tx: Tx, merchantId: number, trigger: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('wechat_replies')
    .where('merchant_id', '=', merchantId)
    .where('trigger', '=', trigger)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** The answer to what was said or done: the very words first, then the longest beginning, then the default. */
export function replyTo(replies: readonly Reply[], said: string): string | undefined {
  const exact = replies.find(({ trigger }) => trigger === said)
  if (exact) return exact.content
  const beginnings = replies.filter(
    ({ trigger }) => trigger.endsWith('*') && !trigger.startsWith('@') && said.startsWith(trigger.slice(0, -1)),
  )
  const [best] = beginnings.sort((a, b) => b.trigger.length - a.trigger.length)
  return (best ?? replies.find(({ trigger }) => trigger === '@default'))?.content
}
