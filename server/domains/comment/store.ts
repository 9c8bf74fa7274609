/** The rows of what shoppers write to the shop. */
import type { Selectable } from 'kysely'
import type { comment } from '../../../contract/comment'
import type { Input } from '../../../contract/index'
import type { Db, Tx } from '../../db/database'
import type { CommentTable } from '../../db/tables'
import { windowOf } from '../../paging'

export type CommentRow = Selectable<CommentTable>
type Filter = Input<typeof comment.commentListV2>

/** What `readerId` may see: their own, and what is shown to everybody. */
export function listComments(db: Db, merchantId: number, readerId: number | undefined, filter: Filter) {
  const { type, refId, pid, uid, isReply, status } = filter
  const { limit, offset } = windowOf(filter)
  return db
    .selectFrom('comments')
    .leftJoin('users', join =>
      join.onRef('users.merchant_id', '=', 'comments.merchant_id').onRef('users.id', '=', 'comments.user_id'),
    )
    .selectAll('comments')
    .select(['users.nick', 'users.avatar_url', 'users.province', 'users.city'])
    .select(({ fn }) => fn.countAll<number>().over().as('total'))
    .where('comments.merchant_id', '=', merchantId)
    .where(({ eb, or }) =>
      or([
        eb('comments.status', '=', SHOWN).and('comments.is_held', '=', 0),
        ...(readerId === undefined ? [] : [eb('comments.user_id', '=', readerId)]),
      ]),
    )
    .$if(type !== undefined, query => query.where('comments.type', '=', type ?? 0))
    .$if(refId !== undefined, query => query.where('comments.ref_id', '=', refId ?? 0))
    .$if(pid !== undefined, query => query.where('comments.pid', '=', pid ?? 0))
    .$if(uid !== undefined, query => query.where('comments.user_id', '=', uid ?? 0))
    .$if(status !== undefined, query => query.where('comments.status', '=', status ?? 0))
    .$if(isReply !== undefined, query => query.where('comments.replied_at', isReply ? 'is not' : 'is', null))
    .orderBy('comments.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

export const SHOWN = 1

/** How many somebody has written since then. */
export async function countSince(db: Db, merchantId: number, userId: number | null, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('comments')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('merchant_id', '=', merchantId)
    .where('user_id', userId === null ? 'is' : '=', userId)
    .where('created_at', '>', since.getTime())
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The shop's answer; a second one replaces the first. False when there is no such comment. */
export async function answerComment(
  tx: Tx,
  merchantId: number,
  id: number,
  reply: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('comments')
    .set({ reply, replied_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** All that somebody has written goes with them. */
export const forgetWriter = (tx: Tx, merchantId: number, userId: number): Promise<unknown> =>
  tx.deleteFrom('comments').where('merchant_id', '=', merchantId).where('user_id', '=', userId).execute()
