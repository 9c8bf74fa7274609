import { availableParallelism } from 'node:os'
import sharp from 'sharp'
import type { FileStore } from '../../server/domains/file/file-store'
import { pictureFile } from './check'

const SQUARE = 800
const BANNER_WIDTH = 1500
const QUALITY = 82

/** Draws pictures and stores them as WebP; answers their addresses by name. `onDone` counts them. */
export async function storePictures(
  names: readonly string[],
  files: FileStore,
  merchantId: number,
  now: Date,
  onDone: (done: number) => void,
): Promise<Map<string, string>> {
  const addresses = new Map<string, string>()
  const waiting = [...names]
  const draw = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const { path } = await files.saveAsIs(merchantId, await render(name), 'webp', now)
      addresses.set(name, path)
      onDone(addresses.size)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, draw))
  return addresses
}

const render = (name: string): Promise<Buffer> =>
  sharp(pictureFile(name), { density: 144 })
    .resize(name.startsWith('banner-') ? { width: BANNER_WIDTH } : { width: SQUARE, height: SQUARE })
    .webp({ quality: QUALITY })
    .toBuffer()
