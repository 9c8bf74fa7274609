import { readFileSync } from 'node:fs'
import type { FileStore, StoredFile } from '../../server/domains/file/file-store'
import type { DemoCatalog } from './catalog/types'
import { videoFile } from './check'

/** Stores the films that goods name; answers them by their names. */
export async function storeVideos(
  { goods }: DemoCatalog,
  files: FileStore,
  merchantId: number,
  now: Date,
): Promise<Map<string, StoredFile>> {
  const stored = new Map<string, StoredFile>()
  for (const { video } of goods)
    if (video) stored.set(video, await files.saveVideo(merchantId, readFileSync(videoFile(video)), now))
  return stored
}
