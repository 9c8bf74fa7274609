import { formatTime, parseTime } from '../../contract/time'
import { addTraces, MOST_TRACES, type Trace } from '../../server/domains/order/traces'
import { readJson } from '../../server/json'
import { type Command, CommandError, readArguments, type Shop } from './context'
import { fieldOf, readCsv } from './csv'

const usage = '<运单号 trackingNumber> [<时间 time> <说明 text>] | import <文件.csv>'
const COLUMNS = {
  number: ['运单号', 'trackingNumber'],
  time: ['时间', 'time'],
  text: ['说明', 'text'],
} as const
const LONGEST = 200
const DAY_MS = 86_400_000

interface Step {
  number: string
  trace: Trace
}

/** What carriers tell of parcels: shown, written by hand, or imported from what a carrier's desk exports. */
export const traces: Command = {
  usage,
  about: '物流轨迹：查看、添加一条、从 CSV 导入，重复导入不会重复 / where parcels have been: show, add, import',
  async run(args, shop) {
    if (args[0] === 'import') return importFile(args.slice(1), shop)
    const names = args.filter(arg => !arg.startsWith('--')).length > 1 ? ['time', 'text'] : []
    const { positionals, shop: name } = readArguments(args, usage, ['trackingNumber', ...names])
    const merchant = await shop.merchant(name)
    const [number = '', time, text] = positionals
    if (time === undefined || text === undefined) return show(shop, merchant.id, number)
    const problems: string[] = []
    const trace = traceOf(time, text, shop.now, problem => problems.push(problem))
    if (!trace) throw new CommandError(problems.join('\n'))
    const { added } = await addAll(shop, merchant.id, [{ number, trace }])
    console.log(added ? `已添加 / added: ${number}` : `已经有这一条 / is there already: ${number}`)
  },
}

async function importFile(args: string[], shop: Shop): Promise<void> {
  const { positionals, shop: name } = readArguments(args, usage, ['file.csv'])
  const merchant = await shop.merchant(name)
  const rows = readCsv(positionals[0] ?? '', Object.values(COLUMNS))
  if (rows.length === 0) throw new CommandError('文件里没有轨迹 / no traces in the file')
  const problems: string[] = []
  const steps = rows.flatMap(row => {
    const complain = (problem: string) => problems.push(`  第 ${row.line} 行 / line ${row.line}: ${problem}`)
    const number = fieldOf(row, COLUMNS.number)
    if (!number) complain('缺少运单号 / trackingNumber is missing')
    const trace = traceOf(fieldOf(row, COLUMNS.time) ?? '', fieldOf(row, COLUMNS.text) ?? '', shop.now, complain)
    return number && trace ? [{ number, trace }] : []
  })
  if (problems.length)
    throw new CommandError(`有 ${problems.length} 处问题，没有导入 / nothing was imported:\n${problems.join('\n')}`)
  const { parcels, added } = await addAll(shop, merchant.id, steps)
  console.log(`导入完成 / imported: ${parcels} 个包裹 / parcels，新增 ${added} 条 / new steps`)
}

/** All in one transaction: a number that nobody knows, and nothing is written. */
async function addAll({ database }: Shop, merchantId: number, steps: readonly Step[]) {
  // In one order, so that two imports of the same numbers do not wait for one another.
  const numbers = [...new Set(steps.map(({ number }) => number))].sort()
  return database.transaction(async tx => {
    let [parcels, added] = [0, 0]
    for (const number of numbers) {
      const own = steps.filter(step => step.number === number).map(({ trace }) => trace)
      const done = await addTraces(tx, merchantId, number, own)
      if (!done) throw new CommandError(`${number} 超过 ${MOST_TRACES} 条轨迹 / has too many steps`)
      if (done.parcels === 0) throw new CommandError(`没有运单号 ${number} / no parcel has this number`)
      parcels += done.parcels
      added += done.added
    }
    return { parcels, added }
  })
}

function traceOf(time: string, text: string, now: Date, complain: (problem: string) => void): Trace | undefined {
  const at = momentOf(time)
  const isTime = at !== undefined && at.getTime() < now.getTime() + DAY_MS
  if (!isTime) complain(`时间应如 2026-01-31 08:00:00，且不在未来：${time} / not a time that has come`)
  const isText = text.length > 0 && text.length <= LONGEST
  if (!isText) complain(`说明应有 1 到 ${LONGEST} 个字 / text must have 1 to ${LONGEST} characters`)
  return isTime && isText ? { AcceptTime: formatTime(at), AcceptStation: text } : undefined
}

/** Spreadsheets like slashes and leave out zeros and seconds. */
function momentOf(time: string): Date | undefined {
  const parts = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T]+(\d{1,2}):(\d{2})(:\d{2})?$/.exec(time.trim())
  if (!parts) return undefined
  const [, year, month = '', day = '', hour = '', minute, second = ':00'] = parts
  const two = (part: string) => part.padStart(2, '0')
  try {
    return parseTime(`${year}-${two(month)}-${two(day)} ${two(hour)}:${minute}${second}`)
  } catch {
    return undefined
  }
}

async function show({ database }: Shop, merchantId: number, number: string): Promise<void> {
  const rows = await database.db
    .selectFrom('shipments')
    .innerJoin('orders', join =>
      join.onRef('orders.merchant_id', '=', 'shipments.merchant_id').onRef('orders.id', '=', 'shipments.order_id'),
    )
    .select(['shipments.shipper', 'shipments.traces_json', 'orders.order_number'])
    .where('shipments.merchant_id', '=', merchantId)
    .where('shipments.tracking_number', '=', number)
    .orderBy('shipments.id')
    .execute()
  if (rows.length === 0) throw new CommandError(`没有运单号 ${number} / no parcel has this number`)
  for (const row of rows) {
    console.log(`${row.order_number}  ${row.shipper}  ${number}`)
    const steps = readJson<Trace[]>(row.traces_json)
    if (steps.length === 0) console.log('  还没有轨迹 / no steps yet')
    for (const { AcceptTime, AcceptStation } of steps) console.log(`  ${AcceptTime}  ${AcceptStation}`)
  }
}
