/** Levels of members: what they bring, what they cost, who has bought one. */
import Type from 'typebox'
import { get, post } from './define'
import { Count, Enum, ExtJson, Flag, Id, optional, Page, Paged, PageSize, row, Text, Time, Token, Yuan } from './fields'

/** Why a level is not sold. */
export const byLevel = ['levelPriceUnknown', 'levelLower'] as const

export const IdempotencyKey = Type.String({
  minLength: 1,
  maxLength: 64,
  description: 'a repeat with the same key answers the first (ours)',
})

const Level = row('MemberLevel', {
  id: Id,
  name: Text,
  level: Type.Integer({ description: 'rank' }),
  rebate: Type.Number({ description: '10 is the full price, 9.5 is 95 %' }),
  upgradeAmount: Yuan,
  upgradeGrowth: Type.Integer({ description: 'growth that brings the level, 0: none (ours)' }),
  upgradeSendScore: Count,
  sendPerMonthScore: Count,
  sendPerMonthCoupons: Type.Integer({ description: 'how many coupons' }),
  isSold: Type.Boolean({ description: 'whether it has prices (ours)' }),
})

export const level = {
  userLevelList: post('common:/{subDomain}/user/level/list', {
    about: 'All levels, the lowest first',
    args: { page: Page, pageSize: PageSize },
    data: Paged(Level),
  }),
  userLevelDetail: get('common:/{subDomain}/user/level/info', {
    about: 'One level',
    args: [{ id: Id }],
    data: Type.Object({ info: Level, extJson: ExtJson }),
    refuses: ['noData'],
  }),
  userLevelPrices: get('common:/{subDomain}/user/level/prices', {
    about: 'What a level costs for how long, the cheapest first',
    args: [{ levelId: Id }],
    data: Type.Array(
      row('LevelPrice', {
        id: Id,
        price: Yuan,
        duration: Count,
        unit: Enum({ 0: 'days', 1: 'months', 2: 'years' }),
        unitStr: Text,
      }),
    ),
  }),
  userLevelBuy: post('common:/{subDomain}/user/level/buy', {
    about: 'Buy a level from the balance, or more time of the same; 20000: the balance is too small',
    args: [
      { token: Token },
      { userLevelPriceId: Id },
      { isAutoRenew: optional(Flag) },
      { remark: optional(Text) },
      { idempotencyKey: optional(IdempotencyKey) },
    ],
    data: Type.Object({ levelId: Id, levelExpire: Time, orderNumber: Text }),
    refuses: [...byLevel, 'balanceShort'],
  }),
  userLevelBuyLogs: post('common:/{subDomain}/user/level/buyLogs', {
    about: 'What the caller has paid for levels, the newest first',
    args: { token: Token, page: Page, pageSize: PageSize },
    data: Paged(
      row('LevelBuy', {
        id: Id,
        levelId: Id,
        levelName: Text,
        money: Yuan,
        orderNumber: Text,
        remark: Text,
        isRenew: Flag,
        dateEnd: Time,
        dateAdd: Time,
      }),
    ),
  }),
}
