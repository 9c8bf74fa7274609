import type { Tx } from '../../server/db/database'
import { insertGoods, updateGoods } from '../../server/domains/goods/save'
import { type Command, CommandError, readArguments, type Shop } from './context'
import { type ImportedGoods, readGoodsFile } from './goods-file'
import { storeGoodsPictures } from './goods-pictures'
import { newDraft, updatedDraft } from './goods-update'

const usage = '<文件.csv> [--check]'

export const importGoods: Command = {
  usage,
  about:
    '从 CSV 导入商品，条码相同的更新；任何一行有错就什么都不导入 / import goods; one bad row and nothing is imported',
  async run(args, shop) {
    const { positionals, values, shop: name } = readArguments(args, usage, ['file.csv'], { check: 'boolean' })
    const merchant = await shop.merchant(name)
    const [file = ''] = positionals
    const { goods, problems } = await readGoodsFile(file, shop.database.db, merchant.id)
    if (problems.length) {
      const list = problems.map(({ line, reason }) => `  第 ${line} 行 / line ${line}: ${reason}`).join('\n')
      throw new CommandError(`有 ${problems.length} 处问题，没有导入任何商品 / nothing was imported:\n${list}`)
    }
    if (values.check) return console.log(`${goods.length} 件商品，没有问题 / goods, no problems`)
    await storeGoodsPictures(goods, file, shop, merchant.id, done => process.stdout.write(`\r图片 / pictures ${done}`))
    const { added, changed } = await shop.database.transaction(tx => saveAll(tx, merchant.id, goods, shop))
    console.log(`\n导入完成 / imported: 新增 ${added}，更新 ${changed}`)
  },
}

async function saveAll(tx: Tx, merchantId: number, goods: readonly ImportedGoods[], { now }: Shop) {
  let added = 0
  for (const one of goods) {
    if (one.existingId === undefined) {
      await insertGoods(tx, merchantId, newDraft(one), now)
      added += 1
    } else {
      const draft = await updatedDraft(tx, merchantId, one.existingId, one)
      await updateGoods(tx, merchantId, one.existingId, draft, now)
    }
  }
  return { added, changed: goods.length - added }
}
