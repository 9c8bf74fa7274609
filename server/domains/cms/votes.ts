/** What readers think of an article: one vote each. */
import { touch } from '../../cache'
import type { Db, Tx } from '../../db/database'
import { type PageRequest, windowOf } from '../../paging'

interface Vote {
  articleId: number
  userId: number
  isUseful: boolean
}

/** A second vote of the same reader replaces the first; the same again changes nothing. */
export async function vote(
  tx: Tx,
  merchantId: number,
  { articleId, userId, isUseful }: Vote,
  now: Date,
): Promise<void> {
  const row = { is_useful: isUseful ? 1 : 0, created_at: now.getTime() }
  const first = await tx
    .insertInto('article_votes')
    .values({ merchant_id: merchantId, article_id: articleId, user_id: userId, ...row })
    .onConflict(conflict => conflict.columns(['merchant_id', 'article_id', 'user_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  const changed =
    first ??
    (await tx
      .updateTable('article_votes')
      .set(row)
      .where('merchant_id', '=', merchantId)
      .where('article_id', '=', articleId)
      .where('user_id', '=', userId)
      .where('is_useful', '!=', row.is_useful)
      .returning('id')
      .executeTakeFirst())
  if (!changed) return
  const one = isUseful ? 1 : -1
  await tx
    .updateTable('articles')
    .set(({ eb }) => ({
      useful_count: eb('useful_count', '+', first ? Math.max(one, 0) : one),
      useless_count: eb('useless_count', '+', first ? Math.max(-one, 0) : -one),
    }))
    .where('merchant_id', '=', merchantId)
    .where('id', '=', articleId)
    .execute()
  touch(tx, merchantId, 'site')
}

export const listVotes = (db: Db, merchantId: number, articleId: number, request: PageRequest) =>
  db
    .selectFrom('article_votes as vote')
    .innerJoin('users', join =>
      join.onRef('users.merchant_id', '=', 'vote.merchant_id').onRef('users.id', '=', 'vote.user_id'),
    )
    .selectAll('vote')
    .select(['users.nick', 'users.avatar_url'])
    .select(({ fn }) => fn.countAll<number>().over().as('total'))
    .where('vote.merchant_id', '=', merchantId)
    .where('vote.article_id', '=', articleId)
    .orderBy('vote.id', 'desc')
    .limit(windowOf(request).limit)
    .offset(windowOf(request).offset)
    .execute()
