/** A kind of coupon, as a shop keeper writes it in options. */
import { fen } from '../../contract/money'
import { DAY_MS, parseTime } from '../../contract/time'
import type { RuleDraft } from '../../server/domains/coupon/keeper'
import type { Scope } from '../../server/domains/coupon/states'
import { CommandError, idFrom } from './context'
import { yuanFrom } from './set-sku'

export const draftOptions = {
  yuan: 'string',
  percent: 'string',
  from: 'string',
  number: 'string',
  each: 'string',
  days: 'string',
  until: 'string',
  starts: 'string',
  goods: 'string',
  category: 'string',
  branch: 'string',
  score: 'string',
  price: 'string',
  streak: 'string',
  word: 'string',
  chance: 'string',
  type: 'string',
  remark: 'string',
  givable: 'boolean',
  hidden: 'boolean',
  'stays-used': 'boolean',
} as const

type Values = Record<string, string | boolean | undefined>

export function draftFrom(name: string, values: Values): RuleDraft {
  const text = (option: string) => values[option] as string | undefined
  const number = (option: string, least = 0) => numberFrom(option, text(option), least)
  const starts = text('starts')
  const until = text('until')
  const days = number('days', 1)
  if (until === undefined && days === undefined)
    throw new CommandError('请用 --until 或 --days 写明有效期 / say until when it is good: --until or --days')
  return {
    name,
    ...faceValue(text('yuan'), text('percent')),
    ...scopeFrom(text('goods'), text('category'), text('branch')),
    threshold_fen: yuanFrom(text('from') ?? '0'),
    number: number('number', 1) ?? 1000,
    person_max: number('each') ?? 1,
    days: days ?? null,
    starts_at: starts === undefined ? null : dayFrom(starts),
    // The day itself is still good.
    ends_at: until === undefined ? null : dayFrom(until) + (until.includes(':') ? 0 : DAY_MS),
    need_score: number('score') ?? 0,
    need_fen: yuanFrom(text('price') ?? '0'),
    need_streak: number('streak') ?? 0,
    word: text('word')?.trim() ?? '',
    chance_bp: Math.min(100, number('chance', 1) ?? 100) * 100,
    type: text('type') ?? '',
    remark: text('remark') ?? '',
    can_give: values.givable ? 1 : 0,
    is_public: values.hidden ? 0 : 1,
    comes_back: values['stays-used'] ? 0 : 1,
  }
}

/** `10`, or `1-20` for a value that is drawn when it is fetched. */
function faceValue(yuan: string | undefined, percent: string | undefined) {
  if ((yuan === undefined) === (percent === undefined))
    throw new CommandError('请写 --yuan 10、--yuan 1-20 或 --percent 10 之一 / one of --yuan and --percent')
  const [least = '', most = least] = (yuan ?? percent ?? '').split('-')
  const [value_min, value_max] = [yuanFrom(least), yuanFrom(most)]
  if (value_min <= 0 || value_max < value_min || (percent !== undefined && value_max > fen(10_000)))
    throw new CommandError('面值应大于 0，百分比不超过 100 / a value above 0, and percent up to 100')
  return { money_type: percent === undefined ? (0 as const) : (1 as const), value_min, value_max }
}

function scopeFrom(goods?: string, category?: string, branch?: string): { scope: Scope; refIds: number[] } {
  const given = Object.entries({ goods, category, shop: branch }).filter(([, list]) => list !== undefined)
  if (given.length > 1)
    throw new CommandError('--goods、--category、--branch 只能写一个 / only one of --goods, --category, --branch')
  const [scope, list = ''] = given[0] ?? ['all']
  const refIds = list.split(/[,，]/).filter(Boolean).map(idFrom)
  if (scope !== 'all' && (refIds.length === 0 || refIds.includes(0)))
    throw new CommandError('编号应如 12,13 / ids look like 12,13')
  return { scope: scope as Scope, refIds }
}

function numberFrom(option: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,9}$/.test(text) || Number(text) < least)
    throw new CommandError(`--${option} 应为不小于 ${least} 的整数 / must be a whole number from ${least}`)
  return Number(text)
}

function dayFrom(text: string): number {
  try {
    return parseTime(text).getTime()
  } catch {
    throw new CommandError(`日期应如 2026-12-31，不是 ${text} / a day looks like 2026-12-31`)
  }
}
