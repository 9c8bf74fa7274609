/** The rows of what is held. */
import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../db/database'
import type { HeldContentTable } from '../../db/tables'
import { enqueue } from '../../jobs/queue'
import type { Check } from './check'

export type HeldContent = Selectable<HeldContentTable>
export type ContentKind = 'nick' | 'avatar' | 'review' | 'comment'

/** `checking`: WeChat is at it. `waiting`: for the shop keeper. */
export const OPEN = ['checking', 'waiting'] as const

export interface NewContent {
  merchantId: number
  userId: number | null
  kind: ContentKind
  /** The order line of a review, the number of a comment. */
  refId?: number
  text: string
  pictures?: readonly string[]
  check: Check
}

/** WeChat says of a picture within half an hour; after this a person decides. */
const LATE_MS = 2 * 3_600_000

/** In the transaction that writes what is held; a newer name or picture of a person takes the place of the one before. */
export async function hold(tx: Tx, content: NewContent, now: Date): Promise<void> {
  const { merchantId, userId, kind, refId = 0, text, pictures = [], check } = content
  if (userId !== null && (kind === 'nick' || kind === 'avatar'))
    await replaceHeld(tx, { merchantId, userId, kind }, now)
  const { id } = await tx
    .insertInto('held_contents')
    .values({
      merchant_id: merchantId,
      user_id: userId,
      kind,
      ref_id: refId,
      text,
      text_verdict: check.verdict,
      state: 'checking',
      created_at: now.getTime(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [place, path] of pictures.entries())
    await tx.insertInto('checked_pictures').values({ merchant_id: merchantId, content_id: id, place, path }).execute()
  const job = { merchantId, kind: 'checkContent', payload: { contentId: id } } as const
  await enqueue(tx, { ...job, key: String(id), runAt: now }, now)
  await enqueue(tx, { ...job, key: `${id}:late`, runAt: new Date(now.getTime() + LATE_MS) }, now)
}

/** Somebody has another name or picture by now: what waited must not come after it. */
export const replaceHeld = (
  tx: Tx,
  { merchantId, userId, kind }: { merchantId: number; userId: number; kind: 'nick' | 'avatar' },
  now: Date,
): Promise<unknown> =>
  tx
    .updateTable('held_contents')
    .set({ state: 'replaced', decided_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('kind', '=', kind)
    .where('state', 'in', OPEN)
    .execute()

export const findHeld = (db: Db, merchantId: number, id: number): Promise<HeldContent | undefined> =>
  db
    .selectFrom('held_contents')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .where('state', 'in', OPEN)
    .executeTakeFirst()

export const listHeld = (db: Db, merchantId: number): Promise<HeldContent[]> =>
  db
    .selectFrom('held_contents')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('state', 'in', OPEN)
    .orderBy('id')
    .execute()

export const picturesOf = (db: Db, merchantId: number, contentId: number) =>
  db
    .selectFrom('checked_pictures')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('content_id', '=', contentId)
    .orderBy('place')
    .execute()

/** Goes with the person. What was held of their reviews stays unseen. */
export async function forgetHeld(tx: Tx, merchantId: number, userId: number): Promise<void> {
  const rows = await tx
    .selectFrom('held_contents')
    .select('id')
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .execute()
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  await tx.deleteFrom('checked_pictures').where('merchant_id', '=', merchantId).where('content_id', 'in', ids).execute()
  await tx.deleteFrom('held_contents').where('merchant_id', '=', merchantId).where('id', 'in', ids).execute()
}
