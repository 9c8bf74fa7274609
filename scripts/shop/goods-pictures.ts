import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Refusal } from '../../server/http/refusal'
import { CommandError, type Shop } from './context'
import type { ImportedGoods } from './goods-file'

/** Stores the pictures that rows name, by address or by a path beside the file, before anything is written. */
export async function storeGoodsPictures(
  goods: readonly ImportedGoods[],
  csvFile: string,
  { files, now }: Shop,
  merchantId: number,
  onDone: (done: number) => void,
): Promise<void> {
  let done = 0
  for (const { line, pictures, draft } of goods) {
    const stored: string[] = []
    for (const picture of pictures) {
      try {
        const bytes = /^https?:/.test(picture) ? await fetched(picture) : readBeside(csvFile, picture)
        stored.push((await files.savePicture(merchantId, bytes, now)).path)
      } catch (error) {
        if (!(error instanceof Refusal || error instanceof CommandError)) throw error
        throw new CommandError(
          `第 ${line} 行的图片 ${picture}：${error.message}；没有导入任何商品 / nothing was imported`,
        )
      }
      done += 1
      onDone(done)
    }
    if (stored.length) Object.assign(draft, { pic: stored[0], pics: stored })
  }
}

/** Loaded when it is needed: most commands fetch nothing, and each of them starts anew. */
async function fetched(address: string): Promise<Buffer> {
  const { fetchPicture } = await import('../../server/domains/file/fetch-picture')
  return fetchPicture(address)
}

function readBeside(csvFile: string, picture: string): Buffer {
  const path = resolve(dirname(csvFile), picture)
  if (!existsSync(path)) throw new CommandError('文件不存在 / is not there')
  return readFileSync(path)
}
