import { existsSync, readFileSync } from 'node:fs'
import { setGoodsVideo } from '../../server/domains/goods/videos'
import { Refusal } from '../../server/http/refusal'
import { type Command, CommandError, idFrom, readArguments, type Shop } from './context'

const usage = '<商品编号 goods id> <文件 file.mp4 | none>'

export const video: Command = {
  usage,
  about: '给商品配一段视频（MP4 或 WebM，50 MB 以内）；none 拿掉它 / gives a product a film, or takes it away',
  async run(args, shop) {
    const { positionals, shop: name } = readArguments(args, usage, ['goods id', 'file'])
    const [goods = '', file = ''] = positionals
    const merchant = await shop.merchant(name)
    const stored = file === 'none' ? undefined : await storedVideo(shop, merchant.id, file)
    const isDone = await shop.database.transaction(tx =>
      setGoodsVideo(tx, merchant.id, idFrom(goods), stored, shop.now),
    )
    if (!isDone) throw new CommandError(`没有商品 ${goods} / no such product`)
    console.log(stored ? `已配上视频 / has a film: ${stored.path}` : '已拿掉视频 / has none now')
  },
}

async function storedVideo({ files, now }: Shop, merchantId: number, file: string) {
  if (!existsSync(file)) throw new CommandError(`文件不存在 / is not there: ${file}`)
  try {
    return await files.saveVideo(merchantId, readFileSync(file), now)
  } catch (error) {
    if (error instanceof Refusal) throw new CommandError(error.message)
    throw error
  }
}
