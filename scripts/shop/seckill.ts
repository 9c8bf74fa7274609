import { yuanText } from '../../contract/money'
import { formatTime } from '../../contract/time'
import type { LadderStep } from '../../server/domains/goods/offers'
import { setLadder, setSale, stopSale } from '../../server/domains/goods/sales'
import { type Command, CommandError, idFrom, readArguments, type Shop } from './context'
import { inWords, timeIn } from './kanjia'
import { yuanFrom } from './set-sku'

const saleUsage =
  '[商品号 goods | stop 商品号] [--price 19.90] [--from "2026-11-11 10:00"] [--until "2026-11-11 12:00"]'

/** Flash sales. */
export const seckill: Command = {
  usage: saleUsage,
  about: '列出秒杀；给出商品号则设置 / list flash sales, set one for a product, or stop one',
  async run(args, shop) {
    const names = args[0] === 'stop' ? ['stop', 'goods'] : args.length && !args[0]?.startsWith('--') ? ['goods'] : []
    const options = { price: 'string', from: 'string', until: 'string' } as const
    const { positionals, values, shop: at } = readArguments(args, saleUsage, names, options)
    const merchant = await shop.merchant(at)
    if (names.length === 0) return list(shop, merchant.id)
    const goodsId = idFrom(positionals.at(-1))
    if (names[0] === 'stop') {
      const isStopped = await shop.database.transaction(tx => stopSale(tx, merchant.id, goodsId))
      if (!isStopped) throw new CommandError('这个商品没有秒杀 / this product has no flash sale')
      return console.log(`已停止 / stopped: ${goodsId}`)
    }
    const { price, from, until } = values as Record<string, string | undefined>
    if (!price || !until) throw new CommandError(`需要 --price、--until / these are needed\n用法 / usage: ${saleUsage}`)
    const draft = {
      goodsId,
      priceFen: yuanFrom(price),
      from: from === undefined ? shop.now : timeIn(from),
      until: timeIn(until),
    }
    await shop.database.transaction(tx => setSale(tx, merchant.id, draft, shop.now)).catch(inWords)
    console.log(`已设置 / set: ${goodsId}`)
  },
}

async function list({ database, now }: Shop, merchantId: number): Promise<void> {
  const rows = await database.db
    .selectFrom('goods')
    .select(['id', 'name', 'min_price_fen', 'miaosha_price_fen', 'miaosha_from', 'miaosha_until'])
    .where('merchant_id', '=', merchantId)
    .where('miaosha_price_fen', 'is not', null)
    .orderBy('miaosha_from')
    .execute()
  if (rows.length === 0) return console.log('没有秒杀 / no flash sales')
  for (const row of rows) {
    const prices = `${yuanText(row.min_price_fen)} → ${row.miaosha_price_fen === null ? '' : yuanText(row.miaosha_price_fen)}`
    const times = [row.miaosha_from, row.miaosha_until].map(at => formatTime(new Date(at ?? 0))).join(' – ')
    const state = (row.miaosha_from ?? 0) <= now.getTime() ? '进行中 running' : '未开始 to come'
    console.log(`${row.id}  ${row.name}  ${prices}  ${times}  ${state}`)
  }
}

const ladderUsage = '<商品号 goods> <3:8.90,5:7.90 | none>'

/** Prices that fall with the number of pieces. */
export const ladder: Command = {
  usage: ladderUsage,
  about: '设置阶梯价：3 件起每件 8.90，5 件起 7.90 / set prices that fall with the number of pieces',
  async run(args, shop) {
    const { positionals, shop: at } = readArguments(args, ladderUsage, ['goods', 'steps'])
    const [goods, text = ''] = positionals
    const merchant = await shop.merchant(at)
    const steps = text === 'none' ? [] : text.split(/[,，]/).map(stepIn)
    await shop.database.transaction(tx => setLadder(tx, merchant.id, idFrom(goods), steps)).catch(inWords)
    console.log(`已设置 / set: ${goods}`)
  },
}

function stepIn(text: string): LadderStep {
  const [number, price, ...rest] = text.split(/[:：]/)
  if (!price || rest.length || !/^\d+$/.test(number ?? ''))
    throw new CommandError(`阶梯价应如 3:8.90,5:7.90 / steps look like 3:8.90,5:7.90, not "${text}"`)
  return { number: Number(number), priceFen: yuanFrom(price) }
}
