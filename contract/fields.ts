/**
 * Field types the wire shares. A codec turns a wire value into the value our own code uses. `message` is what a shopper
 * reads when the value does not fit.
 */
import Type, { type TSchema } from 'typebox'
import { type Fen, toFen, toYuan } from './money'
import { dayOf, formatTime, parseTime } from './time'

export const optional = Type.Optional

export const Token = Type.String({ minLength: 1, maxLength: 200, description: 'login token' })
export const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
/** An id, or 0 for "none". */
export const IdOrNone = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
export const Count = Type.Integer({ minimum: 0 })
export const Quantity = Type.Integer({ minimum: 1, maximum: 99_999, message: '数量应为 1 到 99999 的整数' })
/** One line of text. */
export const Text = Type.String({ maxLength: 200 })
/** What people write: remarks, reviews, articles. */
export const LongText = Type.String({ maxLength: 5000 })
export const Flag = Type.Boolean()
/** A number that says one of a few things. */
export const Enum = (meanings: Record<number, string>) =>
  Type.Integer({
    enum: Object.keys(meanings).map(Number),
    description: Object.entries(meanings)
      .map(([value, meaning]) => `${value} ${meaning}`)
      .join(', '),
  })
/** One of a few words. */
export const Word = <const Words extends readonly string[]>(...words: Words) =>
  Type.Unsafe<Words[number]>(Type.String({ enum: words }))

/** Yuan with decimals on the wire, integer fen in our code. */
export const Yuan = Type.Codec(Type.Number({ description: 'yuan' }))
  .Decode(toFen)
  .Encode(toYuan)
/** An amount that somebody pays. */
export const PaidYuan = Type.Codec(Type.Number({ minimum: 0.01, maximum: 1_000_000, description: 'yuan' }))
  .Decode(toFen)
  .Encode((amount: Fen) => toYuan(amount))

/** `2026-01-31 08:00:00`, Beijing time, on the wire; a `Date` in our code. */
export const Time = Type.Codec(Type.String({ description: 'yyyy-MM-dd HH:mm:ss, Beijing' }))
  .Decode(parseTime)
  .Encode(formatTime)
/** A day of the calendar; text in our code too. */
export const Day = Type.Codec(
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'yyyy-MM-dd', message: '日期应如 2026-01-31' }),
)
  .Decode(day => dayOf(parseTime(day)))
  .Encode(day => day)

export const Mobile = Type.String({
  pattern: '^1[3-9]\\d{9}$',
  description: 'mainland mobile number',
  message: '请输入正确的手机号',
})
export const SmsCode = Type.String({ pattern: '^\\d{4,8}$', message: '请输入正确的验证码' })

/** No blanks and no brackets, so that nothing else gets into a header. */
export const Email = Type.String({
  pattern: '^[^\\s@<>"(),:;\\[\\]\\\\]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+$',
  maxLength: 200,
  message: '请输入正确的邮箱',
})

/** GB/T 2260 code, right-padded with zeros to 12 digits; clients send `0` for "none". */
export const RegionId = Type.String({
  pattern: '^(0|\\d{6}|\\d{12})$',
  description: '12-digit region id',
  message: '地区编号不正确',
})

/** Comma-separated on the wire. */
export const IdList = Type.Codec(
  Type.String({ pattern: '^\\s*\\d+(\\s*,\\s*\\d+)*\\s*,?$', maxLength: 2000, description: 'ids, comma-separated' }),
)
  .Decode(text =>
    text
      .split(',')
      .filter(part => part.trim())
      .map(safeNumber),
  )
  .Encode(ids => ids.join(','))
export const TextList = Type.Codec(Type.String({ maxLength: 2000, description: 'comma-separated' }))
  .Decode(text =>
    text
      .split(',')
      .map(part => part.trim())
      .filter(Boolean),
  )
  .Encode(parts => parts.join(','))
/** Numbers with a sign, as `statusBatch` has them. */
export const NumberList = Type.Codec(
  Type.String({ pattern: '^-?\\d+(,-?\\d+)*$', maxLength: 200, description: 'numbers, comma-separated' }),
)
  .Decode(text => text.split(',').map(safeNumber))
  .Encode(numbers => numbers.join(','))

/** A database has no room for more digits than these. */
function safeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text.trim().slice(0, 40)} 太大`)
  return number
}

/**
 * `propertyId:valueId` pairs. Stored rows end with a comma (`1:1,`), clients send it leading, trailing or not at all.
 * Our code sees the pairs sorted by property, as `1:1,2:10`; empty for goods without a choice.
 */
export const Pairs = Type.Codec(
  Type.String({
    pattern: '^,?(\\d+:\\d+(,\\d+:\\d+)*)?,?$',
    maxLength: 500,
    description: 'propertyId:valueId, comma-separated',
  }),
)
  .Decode(sortedPairs)
  .Encode(pairs => (pairs ? `${pairs},` : ''))

export function sortedPairs(text: string): string {
  const pairs = [...new Set(text.split(',').filter(Boolean))]
  return pairs.sort((a, b) => Number(a.split(':')[0]) - Number(b.split(':')[0])).join(',')
}

/** A picture or file. Ours are stored as `/files/…` and leave as absolute addresses. */
export const FileUrl = Type.String({ format: 'file-url', maxLength: 500 })
/** HTML whose own pictures get absolute addresses on the way out. */
export const Html = Type.String({ format: 'html' })

/** Not a union: trying one kind after the other, the check would turn numbers into text. */
const Scalar = Type.Unsafe<string | number | boolean | null>({
  type: ['string', 'number', 'boolean', 'null'],
  maxLength: 1000,
})
/** The caller's own fields: a flat JSON object. */
export const ExtJson = Type.Record(Type.String(), Scalar, {
  maxProperties: 50,
  propertyNames: { maxLength: 50 },
  description: 'JSON object',
})

export const Page = optional(Type.Integer({ minimum: 1, maximum: 10_000, description: 'from 1' }))
/** Some clients ask for 100,000 rows; they get what `server/paging.ts` allows. */
export const PageSize = optional(
  Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'rows a page, 20 when absent' }),
)

/** A list with its totals: the answer style `data.result` of WXAPI. */
export const Paged = <Row extends TSchema>(row: Row) =>
  Type.Object({ result: Type.Array(row), totalRow: Count, totalPage: Count })

/** A row that several methods answer; generated types and pages use its name. */
export const row = <const P extends Parameters<typeof Type.Object>[0]>(title: string, fields: P) =>
  Type.Object(fields, { title })
