import { existsSync, readFileSync } from 'node:fs'
import { setSetting } from '../../server/domains/site/settings'
import { Refusal } from '../../server/http/refusal'
import { type Command, CommandError, readArguments, type Shop } from './context'

const usage = '<文件 file.png | none>'
const KEY = 'logo'
/** Sharp on every screen and home screen, and light enough for the first page. */
const SIDE = 512
const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 }

export const logo: Command = {
  usage,
  about:
    '店铺标志（PNG、JPEG、WebP 或 SVG，方形最好）：首页、登录页、海报和手机桌面图标；none 拿掉它 / the logo, shown in the shop and on home screens',
  async run(args, shop) {
    const { positionals, shop: name } = readArguments(args, usage, ['file'])
    const [file = ''] = positionals
    const merchant = await shop.merchant(name)
    const value = file === 'none' ? '' : await storedLogo(shop, merchant.id, file)
    await shop.database.transaction(tx => setSetting(tx, merchant.id, { key: KEY, value }, shop.now))
    console.log(value ? `已换上标志 / has a logo: ${value}` : '已拿掉标志 / has no logo now')
  },
}

async function storedLogo({ files, now }: Shop, merchantId: number, file: string): Promise<string> {
  if (!existsSync(file)) throw new CommandError(`文件不存在 / is not there: ${file}`)
  try {
    return (await files.savePicture(merchantId, await asPng(readFileSync(file)), now)).path
  } catch (error) {
    if (error instanceof Refusal) throw new CommandError(error.message)
    throw error
  }
}

/** Whatever can be drawn, as a small square PNG that keeps what is transparent. */
async function asPng(bytes: Buffer): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  try {
    const drawn = sharp(bytes, { limitInputPixels: 40_000_000 }).rotate()
    return await drawn.resize(SIDE, SIDE, { fit: 'contain', background: CLEAR }).png().toBuffer()
  } catch {
    throw new Refusal('fileType', '这不是能用的图片 / not a picture')
  }
}
