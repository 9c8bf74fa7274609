/** What a shopper owns at the shop, and where it came from. */
import Type from 'typebox'
import { alias, get, post } from './define'
import {
  Count,
  Enum,
  Flag,
  Id,
  NumberList,
  optional,
  Page,
  Paged,
  PageSize,
  row,
  Text,
  Time,
  Token,
  Yuan,
} from './fields'

const userAmount = get('api:/{subDomain}/user/amount', {
  about: "The caller's balance, score and what they have spent; `deposit` (ours) stands aside at the shop",
  args: [{ token: Token }],
  data: Type.Object({
    balance: Yuan,
    freeze: Yuan,
    deposit: Yuan,
    score: Count,
    growth: Count,
    totleConsumed: Yuan,
    fxCommisionPaying: Yuan,
    totalScore: Count,
    totalRefundAmount: Yuan,
    totalWithdraw: Yuan,
  }),
})

const cashLogsV2 = post('api:/{subDomain}/user/cashLog/v2', {
  about: "Movements of the caller's balance, the newest first",
  args: {
    token: Token,
    behavior: optional(Enum({ 0: 'in', 1: 'out' })),
    type: optional(Type.Integer()),
    types: optional(NumberList),
    orderId: optional(Text),
    dateAddBegin: optional(Time),
    dateAddEnd: optional(Time),
    page: Page,
    pageSize: PageSize,
  },
  data: Paged(
    row('CashLog', {
      id: Id,
      amount: Yuan,
      balance: Yuan,
      behavior: Enum({ 0: 'in', 1: 'out' }),
      behaviorStr: Text,
      type: Type.Integer({
        description:
          '0 recharge, 2 order paid, 3 refund, 4 correction by the shop keeper, 6 commission, 8 bill, 9 gift, 100 deposit, 101 deposit back, 110 level bought, 111 right to distribute bought, 112 team leader bought, 140 score exchanged, 150 coupon bought',
      }),
      typeStr: Text,
      remark: Text,
      orderId: Text,
      uid: Id,
      userId: Id,
      dateAdd: Time,
    }),
  ),
})

export const fund = {
  userAmount,
  userAmountV2: alias(userAmount, { url: 'common:/{subDomain}/user/amount' }),
  cashLogsV2,
  cashLogsV3: alias(cashLogsV2, { url: 'common:/{subDomain}/user/cashLog/v2' }),
  rechargeSendRules: get('api:/{subDomain}/user/recharge/send/rule', {
    about: 'What a recharge is rewarded with',
    data: Type.Array(row('RechargeRule', { id: Id, confine: Yuan, send: Yuan, loop: Flag })),
  }),
}
