import { yuanText } from '../../contract/money'
import { formatTime } from '../../contract/time'
import { isOver } from '../../server/domains/goods/terms'
import { type Level, levelsOf, listTerms, REFUND_TO, setTerms, stopTerms } from '../../server/domains/pingtuan/terms'
import { type Command, CommandError, idFrom, readArguments, type Shop } from './context'
import { inWords, timeIn } from './kanjia'
import { yuanFrom } from './set-sku'

const usage =
  '[商品号 goods | stop 编号 id] [--price 39] [--people 3] [--hours 24] [--until "2026-12-31 20:00"] [--refund balance|original] [--levels 100:35,500:29]'

/** Group buys. */
export const pingtuan: Command = {
  usage,
  about: '列出拼团；给出商品号则设置 / list group buys, set one for a product, or stop one',
  async run(args, shop) {
    const names = args[0] === 'stop' ? ['stop', 'id'] : args.length && !args[0]?.startsWith('--') ? ['goods'] : []
    const options = { price: 'string', people: 'string', hours: 'string', until: 'string' } as const
    const more = { refund: 'string', levels: 'string' } as const
    const { positionals, values, shop: at } = readArguments(args, usage, names, { ...options, ...more })
    const merchant = await shop.merchant(at)
    if (names.length === 0) return list(shop, merchant.id)
    if (names[0] === 'stop') {
      const id = idFrom(positionals[1])
      const isStopped = await shop.database.transaction(tx => stopTerms(tx, merchant.id, id, shop.now))
      if (!isStopped) throw new CommandError('没有进行中的这个拼团 / no such group buy is running')
      return console.log(`已停止 / stopped: ${id}`)
    }
    const {
      price,
      people,
      hours = '24',
      until,
      refund = 'balance',
      levels,
    } = values as Record<string, string | undefined>
    if (!price || !people || !until)
      throw new CommandError(`需要 --price、--people、--until / these are needed\n用法 / usage: ${usage}`)
    if (refund !== 'balance' && refund !== 'original')
      throw new CommandError('--refund 应为 balance 或 original / must be balance or original')
    const draft = {
      goodsId: idFrom(positionals[0]),
      priceFen: yuanFrom(price),
      persons: Number(people),
      hours: Number(hours),
      refundTo: refund === 'balance' ? REFUND_TO.balance : REFUND_TO.payer,
      levels: levels === undefined ? [] : levels.split(/[,，]/).map(levelIn),
      endsAt: timeIn(until),
    }
    const id = await shop.database.transaction(tx => setTerms(tx, merchant.id, draft, shop.now)).catch(inWords)
    console.log(`已设置 / set: ${id}`)
  },
}

async function list({ database, now }: Shop, merchantId: number): Promise<void> {
  const rows = await listTerms(database.db, merchantId)
  if (rows.length === 0) return console.log('没有拼团 / no group buys')
  for (const terms of rows) {
    const prices = levelsOf(terms).map(({ from, priceFen }) =>
      from ? `${from} 件起 ${yuanText(priceFen)}` : yuanText(priceFen),
    )
    const people = `${terms.persons} 人 people  ${terms.hours} 小时 hours  已售 sold ${terms.number_sold}`
    const state = isOver(terms, now) ? '已结束 over' : '进行中 running'
    const until = formatTime(new Date(terms.ends_at))
    console.log(`${terms.id}  商品 ${terms.goods_id}  ${prices.join('，')}  ${people}  ${until}  ${state}`)
  }
}

function levelIn(text: string): Level {
  const [from, price, ...rest] = text.split(/[:：]/)
  if (!price || rest.length || !/^\d+$/.test(from ?? ''))
    throw new CommandError(`多级价格应如 100:35,500:29 / levels look like 100:35,500:29, not "${text}"`)
  return { from: Number(from), priceFen: yuanFrom(price) }
}
