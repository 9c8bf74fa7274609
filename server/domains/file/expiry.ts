import type { Job } from '../../jobs/queue'
import type { Services } from '../../services'
import { deleteFile } from './store'

/** First the file, then its row: a crash in between repeats the job, and nothing is left behind. */
export async function deleteExpiredFile(
  { merchantId, payload }: Job<'deleteExpiredFile'>,
  { db, files, transaction }: Services,
) {
  const row = await db
    .selectFrom('files')
    .select('path')
    .where('merchant_id', '=', merchantId)
    .where('id', '=', payload.fileId)
    .executeTakeFirst()
  if (!row) return
  await files.remove(row.path)
  await transaction(tx => deleteFile(tx, merchantId, payload.fileId))
}
