import { yuanText } from '../../contract/money'
import { giveLevel, type LevelDraft, saveLevel, setLevelPrice } from '../../server/domains/level/keeper'
import { UNITS } from '../../server/domains/level/period'
import { type LevelRow, listLevels, listPrices } from '../../server/domains/level/store'
import { findUser } from '../../server/domains/user/users'
import { type Command, CommandError, idFrom, readArguments, type Shop, verbFrom } from './context'
import { yuanFrom } from './set-sku'

const usage = `[list | set <名称> <级别> <折扣 如 9.5> [--spent 累计消费元] [--growth 成长值] [--raise-score 升级送积分]
      [--month-score 每月送积分] [--month-coupon 券编号] [--month-coupons 张数]
      | price <名称> <时长> <day|month|year> <元|off> | give <顾客 uid> <名称|none>]`

/** Levels of members: what they bring, what they cost, who has one. */
export const level: Command = {
  usage,
  about: '会员等级：设折扣、升级条件、月礼、价格，给顾客等级 / member levels: terms, prices, giving one',
  async run(words, shop) {
    const [verb, args] = verbFrom(words, 'list')
    const run = verbs[verb]
    if (!run) throw new CommandError(`用法 / usage: level ${usage}`)
    await run(args, shop)
  },
}

const UNIT_NUMBERS: Readonly<Record<string, number>> = { day: 0, month: 1, year: 2 }

const verbs: Record<string, (args: string[], shop: Shop) => Promise<void>> = {
  async list(args, shop) {
    const { shop: at } = readArguments(args, usage, [])
    await show(shop, (await shop.merchant(at)).id)
  },

  async set(args, shop) {
    const options = ['spent', 'growth', 'raise-score', 'month-score', 'month-coupon', 'month-coupons'] as const
    const {
      positionals,
      values,
      shop: at,
    } = readArguments(
      args,
      usage,
      ['name', 'rank', 'rebate'],
      Object.fromEntries(options.map(name => [name, 'string' as const])),
    )
    const [name = '', rank, rebate = ''] = positionals
    const given = (option: (typeof options)[number]) =>
      values[option] === undefined ? undefined : wholeFrom(String(values[option]))
    const draft: LevelDraft = {
      name,
      rank: wholeFrom(rank),
      rebate_bp: rebateFrom(rebate),
      upgrade_fen: values.spent === undefined ? undefined : yuanFrom(String(values.spent)),
      upgrade_growth: given('growth'),
      upgrade_score: given('raise-score'),
      month_score: given('month-score'),
      month_coupon_id: given('month-coupon'),
      month_coupons: given('month-coupons') ?? (values['month-coupon'] === undefined ? undefined : 1),
    } as LevelDraft
    const merchant = await shop.merchant(at)
    const said = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined)) as LevelDraft
    await shop.database.transaction(tx => saveLevel(tx, merchant.id, said))
    await show(shop, merchant.id)
  },

  async price(args, shop) {
    const { positionals, shop: at } = readArguments(args, usage, ['name', 'duration', 'unit', 'yuan'])
    const [name, duration, unitName = '', yuan = ''] = positionals
    const unit = UNIT_NUMBERS[unitName]
    if (unit === undefined) throw new CommandError('单位应为 day、month、year / unit: day, month or year')
    if (wholeFrom(duration) < 1) throw new CommandError('时长从 1 起 / from 1')
    const merchant = await shop.merchant(at)
    const { id } = await levelNamed(shop, merchant.id, name)
    const priceFen = yuan === 'off' ? undefined : yuanFrom(yuan)
    const price = { levelId: id, duration: wholeFrom(duration), unit, priceFen }
    await shop.database.transaction(tx => setLevelPrice(tx, merchant.id, price))
    await show(shop, merchant.id)
  },

  async give(args, shop) {
    const { positionals, shop: at } = readArguments(args, usage, ['uid', 'name'])
    const [uid, name] = positionals
    const merchant = await shop.merchant(at)
    const user = await findUser(shop.database.db, merchant.id, idFrom(uid))
    if (!user) throw new CommandError(`没有顾客 ${uid} / no such shopper`)
    const level = name === 'none' ? undefined : await levelNamed(shop, merchant.id, name)
    const held = await shop.database.transaction(tx => giveLevel(tx, merchant.id, user.id, level, shop.now))
    console.log(`${user.nick}（${user.id}）：${held?.name ?? '没有等级 / no level'}`)
  },
}

async function levelNamed({ database: { db } }: Shop, merchantId: number, name = ''): Promise<LevelRow> {
  const level = (await listLevels(db, merchantId)).find(one => one.name === name)
  if (!level) throw new CommandError(`没有等级 ${name} / no such level`)
  return level
}

async function show({ database: { db } }: Shop, merchantId: number): Promise<void> {
  const levels = await listLevels(db, merchantId)
  const prices = await listPrices(db, merchantId)
  const lines = levels.map(level => {
    const own = prices.filter(({ level_id }) => level_id === level.id)
    const parts = [
      `${level.name}：第 ${level.rank} 级，${level.rebate_bp / 1000} 折`,
      level.upgrade_fen > 0 && `累计消费 ¥${yuanText(level.upgrade_fen)} 升级`,
      level.upgrade_growth > 0 && `成长值 ${level.upgrade_growth} 升级`,
      level.upgrade_score > 0 && `升级送 ${level.upgrade_score} 积分`,
      level.month_score > 0 && `每月送 ${level.month_score} 积分`,
      level.month_coupons > 0 && `每月送 ${level.month_coupons} 张券（${level.month_coupon_id}）`,
      ...own.map(({ price_fen, duration, unit }) => `${duration} ${UNITS[unit]} ¥${yuanText(price_fen)}`),
    ]
    return parts.filter(Boolean).join('，')
  })
  console.log(lines.length ? lines.join('\n') : '还没有会员等级 / no levels yet')
}

/** `9.5` is 95 % of the price. */
function rebateFrom(text: string): number {
  const rebate = Number(text)
  if (!/^\d{1,2}(\.\d{1,3})?$/.test(text) || rebate <= 0 || rebate > 10)
    throw new CommandError('折扣应在 0.1 到 10 之间，10 为不打折 / the rebate must be from 0.1 to 10')
  return Math.round(rebate * 1000)
}

function wholeFrom(text = ''): number {
  if (!/^\d{1,9}$/.test(text)) throw new CommandError(`应为整数，不是 ${text} / must be a whole number`)
  return Number(text)
}
