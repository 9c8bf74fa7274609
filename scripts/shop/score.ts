import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { yuanText } from '../../contract/money'
import { addVouchers, setScoreRule, setSignRule, setWorth } from '../../server/domains/score/keeper'
import { scoreTransfer } from '../../server/domains/score/rewards'
import { INTO, listDeductionRules, listScoreRules, SCORE_CODES, type ScoreCode } from '../../server/domains/score/rules'
import { listSignRules } from '../../server/domains/score/signing'
import { findUser } from '../../server/domains/user/users'
import { Refusal } from '../../server/http/refusal'
import { balanceOf, book, userAccount } from '../../server/ledger/ledger'
import { type Command, CommandError, idFrom, readArguments, type Shop, verbFrom } from './context'
import { yuanFrom } from './set-sku'

const usage = `[rules | gift <${Object.keys(SCORE_CODES).join('|')}> <积分> [--per 元] | sign <连续天数> <积分>
      | worth <积分> <元> [--once] | growth <积分> <成长值> [--once] | vouchers <文件.csv: 券号,积分>
      | adjust <顾客 uid> <±积分> <原因> [--key 业务编号]]`

/** Score: what brings it, what it is worth, and a shopper's own. */
export const score: Command = {
  usage,
  about:
    '积分：看规则、设赠送与签到、设抵扣、导入积分券、调整顾客积分（写 0 取消规则） / score: rules, gifts, signing in, worth, vouchers, corrections',
  async run(words, shop) {
    const [verb, args] = verbFrom(words, 'rules')
    const run = verbs[verb]
    if (!run) throw new CommandError(`用法 / usage: score ${usage}`)
    await run(args, shop)
  },
}

const verbs: Record<string, (args: string[], shop: Shop) => Promise<void>> = {
  async rules(args, shop) {
    const { shop: at } = readArguments(args, usage, [])
    await showRules(shop, (await shop.merchant(at)).id)
  },

  async gift(args, shop) {
    const { positionals, values, shop: at } = readArguments(args, usage, ['code', 'score'], { per: 'string' })
    const [code = '', text] = positionals
    if (!(code in SCORE_CODES))
      throw new CommandError(`应为 ${Object.keys(SCORE_CODES).join('、')} 之一 / one of these`)
    const perFen = values.per === undefined ? 0 : yuanFrom(String(values.per))
    const merchant = await shop.merchant(at)
    const rule = { score: wholeFrom(text), perFen }
    await shop.database.transaction(tx => setScoreRule(tx, merchant.id, code as ScoreCode, rule))
    await showRules(shop, merchant.id)
  },

  async sign(args, shop) {
    const { positionals, shop: at } = readArguments(args, usage, ['days', 'score'])
    const [days, text] = positionals
    if (wholeFrom(days) < 1) throw new CommandError('天数从 1 起 / days from 1')
    const merchant = await shop.merchant(at)
    await shop.database.transaction(tx => setSignRule(tx, merchant.id, wholeFrom(days), wholeFrom(text)))
    await showRules(shop, merchant.id)
  },

  worth: (args, shop) => worth(args, shop, INTO.money, yuanFrom),
  growth: (args, shop) => worth(args, shop, INTO.growth, wholeFrom),

  async vouchers(args, shop) {
    const { positionals, shop: at } = readArguments(args, usage, ['file'])
    const merchant = await shop.merchant(at)
    const vouchers = vouchersIn(positionals[0] ?? '')
    const known = await shop.database.transaction(tx => addVouchers(tx, merchant.id, vouchers, shop.now))
    console.log(`导入 ${vouchers.length - known.length} 张积分券 / imported`)
    if (known.length) console.log(`已有、未改动 / there before, unchanged: ${known.join(', ')}`)
  },

  async adjust(args, shop) {
    // A negative amount would be read as an option.
    const safe = args.map(arg => (/^-\d/.test(arg) ? `−${arg.slice(1)}` : arg))
    const { positionals, values, shop: at } = readArguments(safe, usage, ['uid', 'score', 'reason'], { key: 'string' })
    const [uid = '', text = '', about = ''] = positionals
    const amount = (/^[−-]/.test(text) ? -1 : 1) * wholeFrom(text.replace(/^[−+-]/, ''))
    if (amount === 0) throw new CommandError('积分不能为 0 / the score must not be zero')
    const merchant = await shop.merchant(at)
    const user = await findUser(shop.database.db, merchant.id, idFrom(uid))
    if (!user) throw new CommandError(`没有顾客 ${uid} / no such shopper`)
    const key = `correction:score:${values.key ?? randomUUID()}`
    const transfer = scoreTransfer(user.id, amount, { key, kind: 'scoreCorrection', about })
    const booked = await shop.database.transaction(tx => book(tx, merchant.id, shop.now, [transfer])).catch(explain)
    const left = await balanceOf(shop.database.db, merchant.id, userAccount(user.id), 'SCORE')
    console.log(
      `${booked.size ? '已记账 / booked' : '这个 key 已记过，没有变化 / booked before'}：${user.nick}（${user.id}）${left} 积分`,
    )
  },
}

async function worth(args: string[], shop: Shop, type: number, valueFrom: (text: string) => number): Promise<void> {
  const { positionals, values, shop: at } = readArguments(args, usage, ['score', 'value'], { once: 'boolean' })
  const [text, value = ''] = positionals
  const merchant = await shop.merchant(at)
  const rule = { type, score: wholeFrom(text), value: valueFrom(value), isLoop: !values.once }
  if (rule.score < 1) throw new CommandError('积分从 1 起 / score from 1')
  await shop.database.transaction(tx => setWorth(tx, merchant.id, rule))
  await showRules(shop, merchant.id)
}

async function showRules({ database: { db } }: Shop, merchantId: number): Promise<void> {
  const gifts = await listScoreRules(db, merchantId)
  const days = await listSignRules(db, merchantId)
  const money = await listDeductionRules(db, merchantId, INTO.money)
  const growth = await listDeductionRules(db, merchantId, INTO.growth)
  const lines = [
    ...gifts.map(({ code, score, per_fen }) => {
      const name = SCORE_CODES[code as ScoreCode] ?? code
      return `${name}（${code}）${per_fen ? `每满 ¥${yuanText(per_fen as never)} 送 ${score}` : `送 ${score}`}`
    }),
    ...days.map(({ continuous, score }) => `签到 连续第 ${continuous} 天起每天 ${score}`),
    ...money.map(
      one => `${one.score} 积分抵 ¥${yuanText(one.value as never)}${one.is_loop ? '，可累加' : '，只抵一次'}`,
    ),
    ...growth.map(one => `${one.score} 积分换 ${one.value} 成长值${one.is_loop ? '，可累加' : ''}`),
  ]
  console.log(lines.length ? lines.join('\n') : '还没有积分规则 / no rules yet')
}

function wholeFrom(text = ''): number {
  if (!/^\d{1,9}$/.test(text)) throw new CommandError(`应为整数，不是 ${text} / must be a whole number`)
  return Number(text)
}

/** Two columns, number and score; a head row is passed over. */
function vouchersIn(file: string) {
  if (!existsSync(file)) throw new CommandError(`文件不存在 / no such file: ${file}`)
  const rows: string[][] = parse(readFileSync(file), { bom: true, trim: true, skip_empty_lines: true })
  const cards = rows.filter(([number]) => number !== '券号' && number !== 'number')
  const wrong = cards.findIndex(
    ([number = '', score = '']) => !/^[\w-]{4,50}$/.test(number) || !/^[1-9]\d{0,6}$/.test(score),
  )
  if (wrong >= 0) throw new CommandError(`第 ${wrong + 1} 张券不对 / voucher ${wrong + 1} is wrong`)
  return cards.map(([number = '', score = '']) => ({ number, score: Number(score) }))
}

function explain(error: unknown): never {
  if (error instanceof Refusal && error.reason === 'scoreShort')
    throw new CommandError('积分不够扣 / the score is smaller than that')
  throw error
}
