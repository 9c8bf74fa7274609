/** Prices by the day and time slots: rooms, tickets, appointments. */
import { yuanText } from '../../contract/money'
import { DAY_MS, dayOf, parseTime } from '../../contract/time'
import { choiceText } from '../../server/domains/goods/choice'
import { setOpenings, stopOpenings } from '../../server/domains/goods/opening-terms'
import { listOpenings } from '../../server/domains/goods/openings'
import type { Property } from '../../server/domains/goods/shapes'
import { findGoods, listSkus } from '../../server/domains/goods/store'
import { readJson } from '../../server/json'
import { type Command, CommandError, idFrom, readArguments, type Shop } from './context'
import { inWords } from './kanjia'
import { chosen, yuanFrom } from './set-sku'

const OPTIONS = { days: 'string', weekdays: 'string', price: 'string', stock: 'string', choice: 'string' } as const
const DAYS = '--days 2026-12-01..2026-12-31 [--weekdays 5,6] --price 199 --stock 5 [--choice 规格]'
const dayUsage = `<商品号 goods | stop 商品号> [${DAYS}]`
const slotUsage = `<商品号 goods | stop 商品号> [--times 09:00-10:00,10:00-11:00 ${DAYS}]`

export const dayPrice: Command = {
  usage: dayUsage,
  about: '按天定价：设置每天的价格和剩余份数，列出，停止 / set prices and places by the day, list or stop them',
  run: (args, shop) => run(args, shop, dayUsage, OPTIONS),
}

export const slots: Command = {
  usage: slotUsage,
  about: '时段预订：设置每天各时段的价格和剩余份数，列出，停止 / set time slots, list or stop them',
  run: (args, shop) => run(args, shop, slotUsage, { ...OPTIONS, times: 'string' }),
}

async function run(args: string[], shop: Shop, usage: string, options: Record<string, 'string'>): Promise<void> {
  const names = args[0] === 'stop' ? ['stop', 'goods'] : ['goods']
  const { positionals, values, shop: at } = readArguments(args, usage, names, options)
  const merchant = await shop.merchant(at)
  const goodsId = idFrom(positionals.at(-1))
  if (names[0] === 'stop') return stop(shop, merchant.id, goodsId)
  const { days, weekdays, price, stock, choice, times } = values as Record<string, string | undefined>
  if (days === undefined && price === undefined) return list(shop, merchant.id, goodsId)
  const isWhole = days && price && stock && /^\d{1,6}$/.test(stock) && (times || !('times' in options))
  if (!isWhole) throw new CommandError(`参数不全或不正确 / something is missing or wrong\n用法 / usage: ${usage}`)
  const draft = {
    goodsId,
    days: daysIn(days, weekdays),
    slots: times === undefined ? [] : slotsIn(times),
    priceFen: yuanFrom(price),
    stock: Number(stock),
  }
  const set = async (tx: Parameters<typeof setOpenings>[0]) => {
    const goods = await findGoods(tx, merchant.id, goodsId)
    if (!goods) throw new CommandError(`没有商品 ${goodsId} / no such product`)
    const properties = readJson<Property[]>(goods.properties_json)
    const skus = chosen(await listSkus(tx, merchant.id, goodsId), properties, choice, true)
    await setOpenings(tx, merchant.id, { ...draft, skuIds: skus.map(({ id }) => id) }, shop.now)
  }
  await shop.database.transaction(set).catch(inWords)
  console.log(`已设置 / set: ${goodsId}  ${draft.days.length} 天 days`)
}

async function stop({ database }: Shop, merchantId: number, goodsId: number): Promise<void> {
  const isStopped = await database.transaction(tx => stopOpenings(tx, merchantId, goodsId))
  if (!isStopped) throw new CommandError('这个商品没有按天或时段定价 / this product is not sold by days or slots')
  console.log(`已停止 / stopped: ${goodsId}`)
}

async function list({ database: { db }, now }: Shop, merchantId: number, goodsId: number): Promise<void> {
  const properties = readJson<Property[]>((await findGoods(db, merchantId, goodsId))?.properties_json ?? '[]')
  const rows = await listOpenings(db, merchantId, [goodsId], now)
  if (rows.length === 0) return console.log('没有可订的日期 / no days that can be booked')
  for (const { day, slot, pairs, price_fen, stock } of rows) {
    const what = [day, slot, choiceText(properties, pairs)].filter(Boolean).join('  ')
    console.log(`${what}  ¥${yuanText(price_fen)}  剩 left ${stock}`)
  }
}

const MOST_DAYS = 400

/** `2026-12-01..2026-12-31` or one day; only those that fall on the weekdays, 1 Monday to 7 Sunday. */
function daysIn(text: string, weekdays = '1,2,3,4,5,6,7'): string[] {
  const [from = '', until = from, ...rest] = text.split('..')
  const [first, last] = [from, until].map(dayIn)
  if (!/^[1-7](,[1-7])*$/.test(weekdays)) throw new CommandError('星期应如 5,6 / weekdays look like 5,6')
  if (rest.length || !first || !last || last < first || (last - first) / DAY_MS >= MOST_DAYS)
    throw new CommandError(`日期应如 2026-12-01..2026-12-31 / days look like 2026-12-01..2026-12-31: ${text}`)
  const days: string[] = []
  for (let at = first; at <= last; at += DAY_MS) {
    const day = dayOf(new Date(at))
    if (weekdays.includes(String(new Date(day).getUTCDay() || 7))) days.push(day)
  }
  if (days.length === 0) throw new CommandError('这些日期里没有这样的星期几 / none of these days is such a weekday')
  return days
}

function dayIn(text: string): number {
  try {
    return /^\d{4}-\d\d-\d\d$/.test(text) ? parseTime(text).getTime() : 0
  } catch {
    return 0
  }
}

function slotsIn(text: string): string[] {
  const names = text.split(/[,，]/).map(name => name.trim())
  if (names.some(name => !name || name.length > 50) || new Set(names).size < names.length)
    throw new CommandError('时段应如 09:00-10:00,10:00-11:00，各不相同 / slots look like 09:00-10:00,10:00-11:00')
  return names
}
