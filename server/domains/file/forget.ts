import type { Tx } from '../../db/database'
import { enqueue } from '../../jobs/queue'
import { readJson } from '../../json'

/**
 * Deletes what somebody uploaded. Pictures of reviews stay with the reviews, and no longer say whose they were. Files are
 * removed by a job: a disk knows no transaction.
 */
export async function forgetUploader(tx: Tx, merchantId: number, userId: number, now: Date): Promise<void> {
  const reviews = await tx
    .selectFrom('reviews')
    .select('pics_json')
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .execute()
  const kept = new Set(reviews.flatMap(({ pics_json }) => readJson<string[]>(pics_json)))
  const files = await tx
    .updateTable('files')
    .set({ user_id: null, original_name: '' })
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .returning(['id', 'path'])
    .execute()
  for (const { id } of files.filter(({ path }) => !kept.has(path))) {
    const job = {
      merchantId,
      kind: 'deleteExpiredFile',
      key: `forgotten:${id}`,
      payload: { fileId: id },
      runAt: now,
    } as const
    await enqueue(tx, job, now)
  }
}
