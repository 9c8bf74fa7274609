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
  const changed = await tx
    .insertInto('article_votes')
    .values({ merchant_id: merchantId, article_id: articleId, user_id: userId, ...row })
    .onConflict(conflict =>
      conflict
        .columns(['merchant_id', 'article_id', 'user_id'])
        .doUpdateSet(row)
        .where('article_votes.is_useful', '!=', row.is_useful),
    )
    .returning('id')
    .executeTakeFirst()
  if (!changed) return
  const votes = (isUseful: number) =>
    tx
      .selectFrom('article_votes')
      .select(({ fn }) => fn.countAll<number>().as('votes'))
      .where('merchant_id', '=', merchantId)
      .where('article_id', '=', articleId)
      .where('is_useful', '=', isUseful)
  await tx
    .updateTable('articles')
    .set({ useful_count: votes(1), useless_count: votes(0) })
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
