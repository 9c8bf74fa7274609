/** Pictures on disk, under names that nobody can guess and that never change their content. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Sharp } from 'sharp'
import { Refusal } from '../../http/refusal'

const FORMATS = { jpeg: 'jpg', png: 'png', webp: 'webp', gif: 'gif' } as const
type Format = keyof typeof FORMATS

const MAX_PIXELS = 40_000_000
const MAX_SIDE = 2000
const MOST_VIDEO_BYTES = 50 * 1024 * 1024
const THUMBNAIL_SIDE = 400
const THUMBNAIL_SUFFIX = '_m'
const PATH = /^\/files\/\d+\/\d{6}\/[a-z0-9]{20}\.((jpg|png|webp|gif)(_m)?|mp4|webm)$/

export interface StoredFile {
  /** `/files/…`, as it stands in columns and addresses. */
  path: string
  type: string
  size: number
}

export class FileStore {
  private readonly making = new Map<string, Promise<string>>()

  constructor(private readonly folder: string) {}

  /** Stores a picture without its hidden data (where and with what it was taken), upright, at most 2000 px wide or high. */
  async savePicture(merchantId: number, bytes: Buffer, now: Date): Promise<StoredFile> {
    const { default: sharp } = await import('sharp')
    if (bytes.length === 0) throw new Refusal('fileType', '文件是空的')
    const format = await formatOf(sharp(bytes, { limitInputPixels: MAX_PIXELS }))
    const clean =
      format === 'gif' ? bytes : await shrunk(sharp(bytes, { limitInputPixels: MAX_PIXELS }).rotate(), MAX_SIDE, format)
    return this.saveAsIs(merchantId, clean, format, now)
  }

  /** A film as it is: browsers and phones play both kinds, and nothing of it is looked into. */
  async saveVideo(merchantId: number, bytes: Buffer, now: Date): Promise<StoredFile> {
    const format = videoFormatOf(bytes)
    if (!format) throw new Refusal('fileType', '请用 MP4 或 WebM 视频')
    if (bytes.length > MOST_VIDEO_BYTES) throw new Refusal('fileTooLarge')
    const path = this.freshPath(merchantId, format, now)
    await this.write(path, bytes)
    return { path, type: `video/${format}`, size: bytes.length }
  }

  /** For pictures of our own making. */
  async saveAsIs(merchantId: number, bytes: Buffer, format: Format, now: Date): Promise<StoredFile> {
    const path = this.freshPath(merchantId, FORMATS[format], now)
    await this.write(path, bytes)
    return { path, type: `image/${format}`, size: bytes.length }
  }

  /** The address of the picture that follows from `key`; all of them lie in a folder of their own. */
  pathOf(merchantId: number, key: string): string {
    return `/files/${merchantId}/000000/${nameOf(createHash('sha256').update(key).digest())}.png`
  }

  /** Stores a picture of whatever format at such an address. Answers its size. */
  async savePng(path: string, bytes: Buffer): Promise<number> {
    const { default: sharp } = await import('sharp')
    const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS })
    await formatOf(picture)
    const png = await shrunk(picture, MAX_SIDE, 'png')
    await this.write(path, png)
    return png.length
  }

  /** The file behind an address, on disk; nothing for other addresses. Thumbnails (`…_m`) are made when first asked for. */
  async fileAt(path: string): Promise<string | undefined> {
    if (!PATH.test(path)) return undefined
    const file = this.onDisk(path)
    if (existsSync(file)) return file
    const original = path.slice(0, -THUMBNAIL_SUFFIX.length)
    if (!path.endsWith(THUMBNAIL_SUFFIX) || !existsSync(this.onDisk(original))) return undefined
    const making = this.making.get(path) ?? this.makeThumbnail(original, path).finally(() => this.making.delete(path))
    this.making.set(path, making)
    return making
  }

  async remove(path: string): Promise<void> {
    if (!PATH.test(path)) return
    await rm(this.onDisk(path), { force: true })
    await rm(this.onDisk(path + THUMBNAIL_SUFFIX), { force: true })
  }

  private async makeThumbnail(original: string, path: string): Promise<string> {
    const { default: sharp } = await import('sharp')
    const picture = sharp(this.onDisk(original), { limitInputPixels: MAX_PIXELS })
    await this.write(path, await shrunk(picture, THUMBNAIL_SIDE, await formatOf(picture)))
    return this.onDisk(path)
  }

  /** Under another name first, one of its own: nobody sees half a file, and two who write the same one do not meet. */
  private async write(path: string, bytes: Buffer): Promise<void> {
    const file = this.onDisk(path)
    const part = `${file}.${randomName()}.part`
    await mkdir(dirname(file), { recursive: true })
    await writeFile(part, bytes)
    await rename(part, file)
  }

  private freshPath(merchantId: number, extension: string, now: Date): string {
    const month = now.toISOString().slice(0, 7).replace('-', '')
    return `/files/${merchantId}/${month}/${randomName()}.${extension}`
  }

  private readonly onDisk = (path: string) => join(this.folder, path.slice('/files/'.length))
}

async function formatOf(picture: Sharp): Promise<Format> {
  const { format } = await picture.metadata().catch(() => ({ format: undefined }))
  if (!format || !(format in FORMATS)) throw new Refusal('fileType', '请上传 JPG、PNG、WebP 或 GIF 图片')
  return format as Format
}

async function shrunk(picture: Sharp, side: number, format: Format): Promise<Buffer> {
  const options = format === 'png' || format === 'gif' ? {} : { quality: 82 }
  return picture
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .toFormat(format, options)
    .toBuffer()
    .catch(() => {
      throw new Refusal('fileType', '图片已损坏，请换一张')
    })
}

/** By its first bytes, whatever it is called. */
function videoFormatOf(bytes: Buffer): 'mp4' | 'webm' | undefined {
  if (bytes.subarray(4, 8).toString('latin1') === 'ftyp') return 'mp4'
  return bytes.length > 8 && bytes.readUInt32BE(0) === 0x1a45dfa3 ? 'webm' : undefined
}

const randomName = (): string => nameOf(randomBytes(16))

function nameOf(bytes: Buffer): string {
  return BigInt(`0x${bytes.toString('hex')}`)
    .toString(36)
    .padStart(25, '0')
    .slice(-20)
}
