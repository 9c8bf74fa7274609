import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { type Fen, yuanText } from '../../contract/money'
import { formatTime } from '../../contract/time'
import {
  createMerge,
  createRule,
  handOut,
  importNumbers,
  listRules,
  type MergePart,
  setStopped,
} from '../../server/domains/coupon/keeper'
import type { RuleRow } from '../../server/domains/coupon/rules'
import { PERCENT } from '../../server/domains/coupon/states'
import { findUser } from '../../server/domains/user/users'
import { Refusal } from '../../server/http/refusal'
import { type Command, CommandError, idFrom, readArguments, type Shop, verbFrom } from './context'
import { draftFrom, draftOptions } from './coupon-draft'

const usage = `[list | create <名称> --yuan 10|1-20 | --percent 10, --from 满额, --number 张数, --each 每人张数 (0 不限), --days 天 | --until 日期,
      --starts 日期, --goods|--category|--branch 编号, --score 积分, --price 售价, --streak 连签天数, --word 口令, --chance 百分比,
      --givable 可赠送, --hidden 不公开, --stays-used 退款不退券, --type 类型, --remark 说明
      | stop <编号> | resume <编号> | give <编号> <顾客 uid> [--number 张数] | numbers <编号> <文件.csv: 号码,密码>
      | merge <名称> --in 1x3,2x1 --out 5x1]`

/** Coupons: made, stopped, handed out, printed on cards, merged. */
export const coupon: Command = {
  usage,
  about:
    '优惠券：列出、新建、停止、发给顾客、导入兑换码、合成规则 / coupons: list, create, stop, hand out, import numbers, merge',
  async run(words, shop) {
    const [verb, args] = verbFrom(words, 'list')
    const run = verbs[verb]
    if (!run) throw new CommandError(`用法 / usage: coupon ${usage}`)
    await run(args, shop).catch(explain)
  },
}

const verbs: Record<string, (args: string[], shop: Shop) => Promise<void>> = {
  async list(args, shop) {
    const { shop: name } = readArguments(args, usage, [])
    const rows = await listRules(shop.database.db, (await shop.merchant(name)).id)
    if (rows.length === 0) return console.log('还没有优惠券 / no coupons yet')
    for (const row of rows) console.log(lineOf(row))
  },

  async create(args, shop) {
    const { positionals, values, shop: at } = readArguments(args, usage, ['name'], draftOptions)
    const merchant = await shop.merchant(at)
    const draft = draftFrom(positionals[0] ?? '', values)
    const rule = await shop.database.transaction(tx => createRule(tx, merchant.id, draft, shop.now))
    console.log(`已新建 / created: ${lineOf(rule)}`)
  },

  stop: (args, shop) => stopped(args, shop, true),
  resume: (args, shop) => stopped(args, shop, false),

  async give(args, shop) {
    const options = { number: 'string' } as const
    const { positionals, values, shop: at } = readArguments(args, usage, ['id', 'uid'], options)
    const [id = '', uid = ''] = positionals
    const { id: merchantId } = await shop.merchant(at)
    const user = await findUser(shop.database.db, merchantId, idFrom(uid))
    if (!user) throw new CommandError(`没有顾客 ${uid} / no such shopper`)
    const number = values.number === undefined ? 1 : idFrom(String(values.number))
    if (number < 1 || number > 100) throw new CommandError('一次发 1 到 100 张 / 1 to 100 at once')
    const handing = { merchantId, ruleId: idFrom(id), userId: user.id, number }
    await shop.database.transaction(tx => handOut(tx, handing, shop.now))
    console.log(`已发给 ${user.nick}（${user.id}）${number} 张 / handed out`)
  },

  async numbers(args, shop) {
    const { positionals, shop: at } = readArguments(args, usage, ['id', 'file'])
    const [id = '', file = ''] = positionals
    const { id: merchantId } = await shop.merchant(at)
    const cards = cardsIn(file)
    const known = await shop.database.transaction(tx => importNumbers(tx, merchantId, idFrom(id), cards, shop.now))
    console.log(`导入 ${cards.length - known.length} 个号码 / imported`)
    if (known.length) console.log(`已有、未改动 / there before, unchanged: ${known.join(', ')}`)
  },

  async merge(args, shop) {
    const options = { in: 'string', out: 'string' } as const
    const { positionals, values, shop: at } = readArguments(args, usage, ['name'], options)
    const { id: merchantId } = await shop.merchant(at)
    const [goesIn, comesOut] = [partsFrom(values.in), partsFrom(values.out)]
    const id = await shop.database.transaction(tx =>
      createMerge(tx, merchantId, positionals[0] ?? '', goesIn, comesOut),
    )
    console.log(`已新建合成规则 ${id} / created`)
  },
}

async function stopped(args: string[], shop: Shop, isStopped: boolean): Promise<void> {
  const { positionals, shop: at } = readArguments(args, usage, ['id'])
  const { id: merchantId } = await shop.merchant(at)
  const isKnown = await shop.database.transaction(tx => setStopped(tx, merchantId, idFrom(positionals[0]), isStopped))
  if (!isKnown) throw new Refusal('couponUnknown')
  console.log(isStopped ? '已停止领取 / stopped' : '已恢复领取 / resumed')
}

/** `1x3,2x1`: three of kind 1 and one of kind 2. */
function partsFrom(text: string | boolean | undefined): MergePart[] {
  const parts = String(text ?? '')
    .split(/[,，]/)
    .map(part => /^(\d+)[x×*](\d{1,2})$/.exec(part.trim()))
  if (parts.some(part => !part || part[2] === '0'))
    throw new CommandError('应如 --in 1x3,2x1 --out 5x1 / looks like that')
  return parts.map(part => ({ ruleId: Number(part?.[1]), number: Number(part?.[2]) }))
}

/** Two columns, number and password; a head row is passed over. */
function cardsIn(file: string) {
  if (!existsSync(file)) throw new CommandError(`文件不存在 / no such file: ${file}`)
  const rows: string[][] = parse(readFileSync(file), { bom: true, trim: true, skip_empty_lines: true })
  const cards = rows.filter(([number]) => number !== '号码' && number !== 'number')
  const wrong = cards.findIndex(([number = '', password = '']) => !/^[\w-]{4,50}$/.test(number) || password.length < 4)
  if (wrong >= 0)
    throw new CommandError(
      `第 ${wrong + 1} 个号码不对：号码、密码至少 4 位 / number ${wrong + 1} is wrong: number and password of 4 signs or more`,
    )
  return cards.map(([number = '', password = '']) => ({ number, password }))
}

function lineOf(row: RuleRow): string {
  const sign =
    row.money_type === PERCENT ? (value: number) => `${value / 100}%` : (value: number) => `¥${yuanText(value as Fen)}`
  const value = row.value_min === row.value_max ? sign(row.value_min) : `${sign(row.value_min)}–${sign(row.value_max)}`
  const end = row.days === null ? `至 ${formatTime(new Date(row.ends_at ?? 0))}` : `领后 ${row.days} 天`
  const left = `剩 ${row.number_left}/${row.number_total}`
  return `${row.id}  ${row.name}  ${value}  满 ¥${yuanText(row.threshold_fen)}  ${left}  ${end}${row.is_stopped ? '  已停止' : ''}`
}

function explain(error: unknown): never {
  if (error instanceof Refusal) throw new CommandError(`${error.message} / ${error.reason}`)
  throw error
}
