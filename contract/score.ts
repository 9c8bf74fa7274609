/** Score: signing in day by day, what it brings, where it came from and went. */
import Type from 'typebox'
import { alias, get, objectForm, post } from './define'
import { Count, Day, Enum, Flag, Id, optional, Page, Paged, PageSize, row, Text, Time, Token, Yuan } from './fields'

const Streak = { continuous: Type.Integer({ minimum: 1, description: 'days in a row, today included' }) }

const logFilter = {
  token: Token,
  behavior: optional(Enum({ 0: 'in', 1: 'out' })),
  type: optional(Type.Integer()),
  remark: optional(Text),
  dateAddBegin: optional(Day),
  dateAddEnd: optional(Day),
  page: Page,
  pageSize: PageSize,
}
const logged = {
  id: Id,
  behavior: Enum({ 0: 'in', 1: 'out' }),
  behaviorStr: Text,
  type: Type.Integer({
    description:
      '0 registered, 1 invited, 2 signed in, 3 coupon, 4 by the shop keeper, 5 recharge, 6 bought, 7 deducted, 8 reviewed, 10 voucher, 11 shared, 12 a month of a level, 13 a level reached, 140 exchanged',
  }),
  typeStr: Text,
  remark: Text,
  dateAdd: Time,
}
const Deducted = Type.Integer({ minimum: 1, maximum: 1e9 })

const growthLogs = post('api:/{subDomain}/growth/logs', {
  about: "Movements of the caller's growth, the newest first",
  args: logFilter,
  data: Paged(row('GrowthLog', { ...logged, growth: Count, growthLeft: Count })),
})
const exchangeScoreToGrowth = post('api:/{subDomain}/growth/exchange', {
  about: 'Turn score into growth by the rules; answers the growth gained',
  args: [{ token: Token }, { deductionScore: Deducted }],
  data: Count,
  refuses: ['scoreShort', 'scoreRuleMissing'],
})

export const score = {
  scoreRules: post('api:/{subDomain}/score/send/rule', {
    about: 'What brings score: flat, or for each full `money` yuan',
    args: { code: optional(Text) },
    data: Type.Array(row('ScoreRule', { id: Id, code: Text, codeStr: Text, score: Count, money: optional(Yuan) })),
  }),
  scoreDeductionRules: get('common:/{subDomain}/score/deduction/rules', {
    about: 'What score is worth: money at the checkout and for the balance (type 0), growth (type 1)',
    args: [{ type: optional(Enum({ 0: 'money', 1: 'growth' })) }],
    data: Type.Array(row('ScoreDeduction', { score: Count, money: Yuan, loop: Flag })),
  }),
  scoreLogs: post('api:/{subDomain}/score/logs', {
    about: "Movements of the caller's score, the newest first",
    args: logFilter,
    data: Paged(row('ScoreLog', { ...logged, score: Count, scoreLeft: Count })),
  }),
  scoreExchange: post('common:/{subDomain}/score/exchange', {
    about: 'Turn a voucher into score, once; 700: wrong, or used',
    args: [{ token: Token }, { number: Type.String({ minLength: 1, maxLength: 50 }) }],
    data: Type.Object({ score: Count, msg: Text }),
  }),
  scoreExchangeCash: post('common:/{subDomain}/score/exchange/cash', {
    about: 'Turn score into balance by the rules; answers the yuan gained',
    args: [{ token: Token }, { deductionScore: Deducted }],
    data: Yuan,
    refuses: ['scoreShort', 'scoreRuleMissing'],
  }),
  exchangeScoreToGrowth,
  exchangeScoreToGrowthV2: objectForm(exchangeScoreToGrowth, 'common:/{subDomain}/growthLog/exchange'),
  growthLogs,
  growthLogsV2: alias(growthLogs, { url: 'common:/{subDomain}/growthLog/logs' }),
  shareGroupGetScore: post('api:/{subDomain}/score/share/wxa/group', {
    about:
      'Whoever opens a card in a WeChat group tells which group it was: the sharer is rewarded, once a group and day',
    args: [
      { code: Type.String({ minLength: 1, maxLength: 128 }) },
      { referrer: Id },
      { encryptedData: Type.String({ maxLength: 8000 }) },
      { iv: Type.String({ maxLength: 100 }) },
    ],
    data: Type.Object({ score: Count }),
    refuses: ['wxCodeInvalid', 'wxUnavailable', 'wxDataInvalid'],
  }),
  scoreSignRules: get('api:/{subDomain}/score/sign/rules', {
    about: 'What signing in brings: from the `continuous`-th day in a row on, `score` a day',
    data: Type.Array(row('SignRule', { continuous: Count, score: Count })),
  }),
  scoreSign: post('api:/{subDomain}/score/sign', {
    about: 'Sign in for today, once a day in Beijing',
    args: [{ token: Token }],
    data: Type.Object({ ...Streak, score: Count }),
    refuses: ['signedAlready'],
  }),
  scoreTodaySignedInfo: get('api:/{subDomain}/score/today-signed', {
    about: 'Whether the caller has signed in today, and for how many days in a row; 700: not yet',
    args: [{ token: Token }],
    data: Type.Object({ ...Streak, score: Count }),
  }),
  scoreSignLogs: post('api:/{subDomain}/score/sign/logs', {
    about: 'Days on which the caller signed in, the newest first',
    args: { token: Token, dateAddBegin: optional(Day), dateAddEnd: optional(Day), page: Page, pageSize: PageSize },
    data: Paged(row('SignLog', { id: Id, day: Day, ...Streak, score: Count, dateAdd: Time })),
  }),
}
