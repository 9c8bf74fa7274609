/** Pictures on this disk, as a device has them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll } from 'vitest'

export type Format = 'jpeg' | 'png' | 'webp' | 'gif'

/** A plain picture of that size. A JPEG says where and with what it was taken, and lies on its side. */
export function picture(format: Format = 'png', width = 60, height = 40): Promise<Buffer> {
  const plain = sharp({ create: { width, height, channels: 3, background: '#4a7c59' } })
  return format === 'jpeg'
    ? plain
        .withExif({ IFD0: { Make: 'SecretPhone' }, IFD3: { GPSLatitude: '30/1 16/1 0/1' } })
        .withMetadata({ orientation: 6 })
        .jpeg()
        .toBuffer()
    : plain.toFormat(format).toBuffer()
}

/** A folder of files that goes when the test file is done; answers the path of what is put there. */
export function fileFolder(): (name: string, bytes: Uint8Array | string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'xiaopu-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return (name, bytes) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }
}
