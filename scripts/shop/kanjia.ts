import { type Fen, yuanText } from '../../contract/money'
import { formatTime, parseTime } from '../../contract/time'
import { isOver } from '../../server/domains/goods/terms'
import { addSet, isSoldOut, listSets, stopSet } from '../../server/domains/kanjia/sets'
import { Refusal } from '../../server/http/refusal'
import { type Command, CommandError, idFrom, readArguments } from './context'
import { yuanFrom } from './set-sku'

const usage =
  '[商品号 goods | stop 编号 id] [--floor 9.90] [--helpers 20] [--quota 100] [--until "2026-12-31 20:00"] [--cut 0.50,5.00] [--price 59.90]'

/** Bargains. */
export const kanjia: Command = {
  usage,
  about: '列出砍价；给出商品号则新增一个 / list bargains, add one for a product, or stop one',
  async run(args, shop) {
    const names = args[0] === 'stop' ? ['stop', 'id'] : args.length && !args[0]?.startsWith('--') ? ['goods'] : []
    const {
      positionals,
      values,
      shop: at,
    } = readArguments(args, usage, names, {
      ...({ floor: 'string', helpers: 'string', quota: 'string' } as const),
      ...({ until: 'string', cut: 'string', price: 'string' } as const),
    })
    const merchant = await shop.merchant(at)
    if (names.length === 0) return list(shop.database.db, merchant.id, shop.now)
    if (names[0] === 'stop') {
      const id = idFrom(positionals[1])
      const isStopped = await shop.database.transaction(tx => stopSet(tx, merchant.id, id, shop.now))
      if (!isStopped) throw new CommandError('没有进行中的这个砍价 / no such bargain is running')
      return console.log(`已停止 / stopped: ${id}`)
    }
    const { floor, helpers, quota = '100', until, cut, price } = values as Record<string, string | undefined>
    if (!floor || !helpers || !until)
      throw new CommandError(`需要 --floor、--helpers、--until / these are needed\n用法 / usage: ${usage}`)
    const draft = {
      goodsId: idFrom(positionals[0]),
      floorFen: yuanFrom(floor),
      helps: Number(helpers),
      number: Number(quota),
      endsAt: timeIn(until),
      cutFen: cut === undefined ? undefined : boundsIn(cut),
      originalFen: price === undefined ? undefined : yuanFrom(price),
    }
    const id = await shop.database.transaction(tx => addSet(tx, merchant.id, draft, shop.now)).catch(inWords)
    console.log(`已新增 / added: ${id}`)
  },
}

async function list(db: Parameters<typeof listSets>[0], merchantId: number, now: Date): Promise<void> {
  const sets = await listSets(db, merchantId, {})
  if (sets.length === 0) return console.log('没有砍价 / no bargains')
  for (const set of sets) {
    const state = isOver(set, now) ? '已结束 over' : isSoldOut(set) ? '已抢完 sold out' : '进行中 running'
    const prices = `${yuanText(set.original_price_fen)} → ${yuanText(set.min_price_fen)}`
    const counts = `${set.helps_planned} 人 helpers  ${set.number_bought}/${set.number}`
    console.log(`${set.id}  商品 ${set.goods_id}  ${prices}  ${counts}  ${formatTime(new Date(set.ends_at))}  ${state}`)
  }
}

export function timeIn(text: string): Date {
  try {
    return parseTime(text.trim())
  } catch {
    throw new CommandError(`时间应如 2026-12-31 20:00 / a time looks like 2026-12-31 20:00: ${text}`)
  }
}

function boundsIn(text: string): { minFen: Fen; maxFen: Fen } {
  const [min, max, ...rest] = text.split(/[,，]/)
  if (!min || !max || rest.length) throw new CommandError('每刀金额应如 0.50,5.00 / bounds look like 0.50,5.00')
  return { minFen: yuanFrom(min), maxFen: yuanFrom(max) }
}

/** What the rules refuse, in words for the shop keeper. */
export function inWords(error: unknown): never {
  if (error instanceof Refusal) throw new CommandError(error.message)
  throw error
}
