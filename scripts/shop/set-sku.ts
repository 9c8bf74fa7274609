import { type Fen, fen, toFen, yuanText } from '../../contract/money'
import { touch } from '../../server/cache'
import type { Tx } from '../../server/db/database'
import { choiceText } from '../../server/domains/goods/choice'
import type { SkuRow } from '../../server/domains/goods/rows'
import type { Property } from '../../server/domains/goods/shapes'
import { findGoods, listSkus } from '../../server/domains/goods/store'
import { readJson } from '../../server/json'
import { type Command, CommandError, idFrom, readArguments, type Shop } from './context'

const stockUsage = '<商品编号 goodsId> <库存 stock> [--choice 规格]'
const priceUsage = '<商品编号 goodsId> <价格 yuan> [--choice 规格]'

export const setStock: Command = {
  usage: stockUsage,
  about: '设置库存；有规格的商品用 --choice "颜色:红" 指定 / set the stock, of one choice where there are several',
  run: (args, shop) =>
    change(args, shop, stockUsage, text => {
      if (!/^\d{1,9}$/.test(text))
        throw new CommandError(`库存应为不小于 0 的整数 / the stock must be a whole number, not "${text}"`)
      return { stock: Number(text) }
    }),
}

export const setPrice: Command = {
  usage: priceUsage,
  about: '设置价格（元）；不指定规格时改全部规格 / set the price in yuan, of all choices when none is named',
  run: (args, shop) => change(args, shop, priceUsage, text => ({ price_fen: yuanFrom(text) }), { all: true }),
}

export function yuanFrom(text: string): Fen {
  if (!/^\d{1,8}(\.\d{1,2})?$/.test(text))
    throw new CommandError(`金额格式应如 128 或 19.90 / an amount looks like 128 or 19.90, not "${text}"`)
  return toFen(Number(text))
}

type Change = { stock: number } | { price_fen: Fen }

async function change(
  args: string[],
  shop: Shop,
  usage: string,
  read: (text: string) => Change,
  { all = false } = {},
): Promise<void> {
  const { positionals, values, shop: name } = readArguments(args, usage, ['goodsId', 'value'], { choice: 'string' })
  const merchant = await shop.merchant(name)
  const [goodsId = '', text = ''] = positionals
  const id = idFrom(goodsId)
  const to = read(text)
  const changed = await shop.database.transaction(async tx => {
    const goods = await findGoods(tx, merchant.id, id)
    if (!goods) throw new CommandError(`没有商品 ${goodsId} / no such product`)
    const properties = readJson<Property[]>(goods.properties_json)
    const skus = chosen(await listSkus(tx, merchant.id, id), properties, values.choice as string | undefined, all)
    for (const sku of skus)
      await tx.updateTable('skus').set(to).where('merchant_id', '=', merchant.id).where('id', '=', sku.id).execute()
    await refreshLowestPrice(tx, merchant.id, id)
    touch(tx, merchant.id, 'catalogue', [id])
    return skus.map(sku => `${goods.name} ${choiceText(properties, sku.pairs)}`.trim())
  })
  for (const line of changed)
    console.log(`${line} → ${'stock' in to ? `库存 ${to.stock}` : `¥${yuanText(to.price_fen)}`}`)
}

/** The choices that `--choice` names; the only one, or all of them where that may be meant, when it is not given. */
export function chosen(
  skus: readonly SkuRow[],
  properties: readonly Property[],
  choice: string | undefined,
  all: boolean,
): readonly SkuRow[] {
  if (choice === undefined && (skus.length === 1 || all)) return skus
  const choices = skus.map(sku => choiceText(properties, sku.pairs).replace(/,$/, ''))
  const wanted = (choice ?? '').replaceAll('：', ':').replace(/[,，;；\s]+/g, ',')
  const found = skus.filter((_, i) => choices[i] === wanted)
  if (found.length === 0)
    throw new CommandError(`请用 --choice 指定规格 / name a choice:\n${choices.map(text => `  ${text}`).join('\n')}`)
  return found
}

/** What lists show stands in the product's own row. */
async function refreshLowestPrice(tx: Tx, merchantId: number, goodsId: number): Promise<void> {
  const skus = await listSkus(tx, merchantId, goodsId)
  const lowest = fen(Math.min(...skus.map(({ price_fen }) => price_fen)))
  await tx
    .updateTable('goods')
    .set({ min_price_fen: lowest })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', goodsId)
    .execute()
}
