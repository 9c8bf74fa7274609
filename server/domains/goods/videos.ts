/** Films of goods: the shop keeper's tools put them there, a product's page names them, `videoDetail` says where they are. */
import type { goods } from '../../../contract/goods'
import { touch } from '../../cache'
import type { Tx } from '../../db/database'
import type { Handlers } from '../../http/handlers'
import { orRefuse } from '../../http/refusal'
import type { StoredFile } from '../file/file-store'

export const videoHandlers: Pick<Handlers<typeof goods>, 'videoDetail'> = {
  async videoDetail({ videoId }, { db, merchant }) {
    const row = await db
      .selectFrom('videos')
      .selectAll()
      .where('merchant_id', '=', merchant.id)
      .where('id', '=', videoId)
      .executeTakeFirst()
    const { id, path, type, size } = orRefuse(row, 'noData')
    return { id, fdMp4: path, type, size }
  },
}

/** The film of a product, in the place of one before; undefined takes it away. False when there is no such product. */
export async function setGoodsVideo(
  tx: Tx,
  merchantId: number,
  goodsId: number,
  video: StoredFile | undefined,
  now: Date,
): Promise<boolean> {
  const row = video && {
    merchant_id: merchantId,
    path: video.path,
    type: video.type,
    size: video.size,
    created_at: now.getTime(),
  }
  const added = row && (await tx.insertInto('videos').values(row).returning('id').executeTakeFirstOrThrow())
  const changed = await tx
    .updateTable('goods')
    .set({ video_id: added?.id ?? null })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', goodsId)
    .returning('id')
    .executeTakeFirst()
  touch(tx, merchantId, 'catalogue', [goodsId])
  return changed !== undefined
}
