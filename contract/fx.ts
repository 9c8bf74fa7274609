/** Distribution (分销): shoppers who bring others, and what they earn by what those buy. */
import Type, { type TSchema } from 'typebox'
import { get, objectForm, post } from './define'
import {
  Count,
  Day,
  Enum,
  FileUrl,
  Flag,
  Id,
  IdList,
  Mobile,
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

import { GoodsRow } from './goods'

/** Why somebody does not become a distributor. */
export const bySelling = ['fxClosed', 'fxAlready'] as const

const fxApply = post('api:/{subDomain}/saleDistribution/apply', {
  about: 'Ask to become a distributor; a repeat changes name and number while nobody has decided',
  args: [{ token: Token }, { name: Type.String({ minLength: 1, maxLength: 50 }) }, { mobile: Mobile }],
  refuses: bySelling,
})
const fxApplyProgress = get('api:/{subDomain}/saleDistribution/apply/progress', {
  about: 'What became of asking; 700: never asked',
  args: [{ token: Token }],
  data: Type.Object({
    status: Enum({ 0: 'asked', 1: 'refused', 2: 'a distributor' }),
    statusStr: Text,
    remark: Text,
    name: Text,
    mobile: Text,
    dateAdd: Time,
  }),
  refuses: ['noData'],
})

const Statistics = { saleroom: Yuan, numberOrder: Count }
const ByKey = <Row extends TSchema>(of: Row) => Type.Record(Type.String(), of)

const CommissionRecord = {
  bili: Type.Number({ description: 'per cent' }),
  money: Yuan,
  isSettlement: Flag,
  unit: Enum({ 0: 'money', 1: 'score' }),
  uids: Type.Integer({ description: 'who earns' }),
}

const SellerRank = Paged(row('SellerRank', { uid: Id, nick: Text, avatarUrl: FileUrl, ...Statistics }))

export const fx = {
  fxSetting: get('common:/{subDomain}/saleDistribution/setting', {
    about: 'How one becomes a distributor here, and what a distributor earns',
    data: Type.Object({
      canApply: Flag,
      canBuy: Flag,
      price: Yuan,
      levels: Type.Array(Type.Number(), { description: 'per cent by level, the nearest first (ours)' }),
      visitors: Enum({ 0: 'stay', 1: 'belong to whose link they come by', 2: 'also leave another (ours)' }),
    }),
  }),
  fxApply,
  fxApplyV2: objectForm(fxApply, 'api:/{subDomain}/saleDistribution/apply/v2'),
  fxApplyProgress,
  fxApplyProgressV2: objectForm(fxApplyProgress, 'api:/{subDomain}/saleDistribution/apply/progress/v2'),
  fxBuy: post('api:/{subDomain}/saleDistribution/buy', {
    about: 'Become a distributor at once, from the balance; answers what is left of it. 20000: it is too small',
    args: [{ token: Token }],
    data: Type.Object({ balance: Yuan }),
    refuses: [...bySelling, 'balanceShort'],
  }),
  bindSeller: post('api:/{subDomain}/user/bindSeller', {
    about:
      'Belong to a distributor from now on, once; `traceSeller`: to the one whom a friend belongs to. Whoever belongs to one already stays, unless the shop lets links win (`visitors` 2)',
    args: { token: Token, uid: Id, traceSeller: optional(Flag) },
    refuses: ['fxSellerUnknown'],
  }),
  fxMembers: post('api:/{subDomain}/saleDistribution/members', {
    about: 'Who belongs to the caller (level 1), and to whom those belong (level 2), the newest first',
    args: {
      token: Token,
      level: optional(Enum({ 1: 'direct', 2: 'by a member' })),
      uids: optional(IdList),
      dateAddBegin: optional(Day),
      dateAddEnd: optional(Day),
      statisticsDay: optional(Text),
      page: Page,
      pageSize: PageSize,
    },
    data: Type.Object({
      result: Type.Array(
        row('FxMember', {
          uids: Id,
          nicks: Text,
          avatarUrls: FileUrl,
          mobileMasks: Text,
          level: Enum({ 1: 'direct', 2: 'by a member' }),
          isSeller: Flag,
          totalPayAmount: Yuan,
          totalPayNumber: Count,
          lastOrderDate: optional(Time),
          dateAdd: Time,
        }),
      ),
      totalRow: Count,
      totalPage: Count,
      userCashMap: ByKey(Type.Object({ totalPayAmount: Yuan, totalPayNumber: Count, totleConsumed: Yuan })),
      statisticsCommisionMap: ByKey(Type.Object(Statistics)),
    }),
  }),
  fxMembersStatistics: get('api:/{subDomain}/saleDistribution/members/statistics', {
    about: 'How many belong to the caller',
    args: [{ token: Token }],
    data: Type.Object({
      totleFans: Count,
      totleFansLevel1: Count,
      totleFansLevel2: Count,
      totleChildFxs: Count,
      totleChildFxsLevel1: Count,
      totleChildFxsLevel2: Count,
    }),
  }),
  fxCommisionLog: post('api:/{subDomain}/saleDistribution/commision/log', {
    about:
      "The caller's commission, a line of an order each, the newest first; what was given back is gone from it. Levels 1 to 3 are those of distributors, 4 is what a leader earns by the team, 5 a partner",
    args: {
      token: Token,
      isSettlement: optional(Flag),
      level: optional(Type.Integer({ minimum: 1, maximum: 5 })),
      unit: optional(Enum({ 0: 'money', 1: 'score' })),
      uids: optional(IdList),
      dateAddBegin: optional(Day),
      dateAddEnd: optional(Day),
      page: Page,
      pageSize: PageSize,
    },
    data: Type.Object({
      result: Type.Array(
        row('Commission', {
          id: Id,
          orderId: Id,
          orderNumber: Text,
          goodsName: Text,
          nicks: Type.String({ description: 'who bought' }),
          level: Type.Integer(),
          ...CommissionRecord,
          state: Enum({ 0: 'unsettled', 1: 'settled', 2: 'gone with a refund' }),
          stateStr: Text,
          dateAdd: Time,
        }),
      ),
      totalRow: Count,
      totalPage: Count,
      orderList: Type.Array(
        row('CommissionOrder', {
          id: Id,
          orderNumber: Text,
          amountReal: Yuan,
          goodsNumber: Count,
          status: Type.Integer(),
          statusStr: Text,
          dateAdd: Time,
        }),
      ),
      goodsMap: ByKey(
        Type.Array(
          Type.Object({
            goodsName: Text,
            pic: FileUrl,
            number: Count,
            amountSingle: Yuan,
            commisionRecord: Type.Object(CommissionRecord),
          }),
        ),
      ),
      aggregate: Type.Object({ sumCommision: Yuan, sumUnsettled: Yuan }),
    }),
  }),
  fxCommisionFreezeAmount: get('api:/{subDomain}/saleDistribution/commission/freeze', {
    about: "The caller's commission that is not settled yet",
    args: [{ token: Token }],
    data: Yuan,
  }),
  fxGoods: post('api:/{subDomain}/saleDistribution/goods', {
    about: 'Goods by which a distributor earns something; `commission` tells how much',
    args: {
      token: optional(Text),
      categoryId: optional(Id),
      k: optional(Text),
      page: Page,
      pageSize: PageSize,
    },
    data: Paged(GoodsRow),
  }),
  fxMyCommisionStatistics: get('common:/{subDomain}/saleDistribution/my/commision', {
    about:
      "The caller's commission and what it came from, for each of `days`: 0 for all time, 2026, 202601 or 20260131",
    args: [
      { token: Token },
      { days: Type.String({ pattern: '^(0|\\d{4}|\\d{6}|\\d{8})(,(0|\\d{4}|\\d{6}|\\d{8})){0,39}$' }) },
    ],
    data: Type.Array(row('CommissionDay', { day: Text, commision: Yuan, commisionUnsettled: Yuan, ...Statistics })),
  }),
  fxSaleroomRankTotal: get('api:/{subDomain}/saleDistribution/sale-room-rank/total', {
    about: 'Distributors by what was bought through them; 700 unless the shop has set `statistics_saleroom_open` to 1',
    args: [{ page: Page }, { pageSize: PageSize }],
    data: SellerRank,
  }),
  fxSaleroomRankDaily: get('common:/{subDomain}/saleDistribution/sale-room-rank/daily', {
    about: 'The same for one day, 20260131 or 2026-01-31; today when absent',
    args: [
      { page: Page },
      { pageSize: PageSize },
      { day: optional(Type.String({ pattern: '^\\d{4}-?\\d{2}-?\\d{2}$' })) },
    ],
    data: SellerRank,
  }),
}
