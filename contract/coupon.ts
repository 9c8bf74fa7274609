/** Coupons: what can be fetched, what a shopper owns, merging, giving away, exchanging. */
import Type from 'typebox'
import { get, post } from './define'
import {
  Count,
  Enum,
  ExtJson,
  Flag,
  Id,
  IdList,
  NumberList,
  optional,
  row,
  Text,
  Time,
  Token,
  Word,
  Yuan,
} from './fields'

/** What the face value and its threshold are called on rules and coupons alike. */
const value = {
  moneyType: Enum({ 0: 'yuan', 1: 'percent off' }),
  moneyHreshold: Yuan,
  /** What it may be used for. */
  scope: Word('all', 'goods', 'category', 'shop'),
}

const CouponRule = row('CouponRule', {
  id: Id,
  name: Text,
  type: Text,
  remark: Text,
  /** Where it is the same for everybody. */
  money: optional(Yuan),
  moneyMin: Yuan,
  moneyMax: Yuan,
  ...value,
  numberTotle: Count,
  numberLeft: Count,
  numberPersonMax: Type.Integer({ minimum: 0, description: '0: as many as one likes' }),
  dateStart: optional(Time),
  dateEndType: Enum({ 0: 'ends on a day', 1: 'ends days after it was fetched' }),
  dateEnd: optional(Time),
  dateEndDays: optional(Count),
  needScore: Count,
  needAmount: Yuan,
  needSignedContinuous: Count,
  /** That a word is asked for, never the word. */
  pwd: optional(Type.String({ description: '`1` where a word is asked for' })),
  statusStr: Text,
  /** Whether the caller may fetch it now (ours). */
  fetchState: Word('open', 'soon', 'limit', 'none', 'over'),
  numberFetched: optional(Type.Integer({ minimum: 0, description: 'how many the caller has had (ours)' })),
})

const Coupon = row('Coupon', {
  id: Id,
  pid: Type.Integer({ description: 'the rule it is of' }),
  name: Text,
  type: Text,
  remark: Text,
  money: Yuan,
  /** Pages that show kinds and coupons alike read bounds: of a coupon both are what it is worth. */
  moneyMin: Yuan,
  moneyMax: Yuan,
  ...value,
  dateStart: Time,
  dateEnd: Time,
  dateAdd: Time,
  status: Enum({ 0: 'usable', 1: 'void', 2: 'over', 3: 'used' }),
  statusStr: Text,
  canSend: Type.Boolean({ description: 'may be given to a friend (ours)' }),
  isShared: Type.Boolean({ description: 'waits for the friend it was shared with (ours)' }),
  orderId: optional(Id),
  uid: Id,
})

const MergePart = row('CouponMergePart', {
  type: Enum({ 0: 'goes in', 1: 'comes out' }),
  typeStr: Text,
  couponId: Id,
  couponName: Text,
  number: Count,
})

const gone = ['couponUnknown', 'couponNotUsable'] as const

export const coupon = {
  coupons: get('common:/{subDomain}/discounts/coupons', {
    about:
      'Coupons that shoppers may fetch; with a token, whether the caller still may. `refId`: those that fit a product',
    args: { token: optional(Token), refId: optional(Id), type: optional(Text), ids: optional(IdList) },
    data: Type.Array(CouponRule),
  }),
  couponDetail: get('common:/{subDomain}/discounts/detail', {
    about: 'One kind of coupon, with what it may be used for',
    args: [{ id: Id }],
    data: Type.Object(
      {
        ...CouponRule.properties,
        couponRefs: Type.Array(
          row('CouponScope', { type: Enum({ 0: 'a category', 1: 'a product', 2: 'a branch (ours)' }), refId: Id }),
        ),
      },
      { title: 'CouponDetail' },
    ),
  }),
  fetchCoupons: post('common:/{subDomain}/discounts/fetch', {
    about: 'Fetch a coupon; `detect` only says whether one could. 700: no luck this time',
    args: { token: Token, id: Id, pwd: optional(Text), detect: optional(Flag) },
    data: optional(Coupon),
    refuses: [
      'couponUnknown',
      'couponNoneLeft',
      'couponStopped',
      'couponLimit',
      'couponExpired',
      'couponNotYet',
      'scoreShort',
      'couponMustPay',
      'couponWordWrong',
      'couponStreakShort',
    ],
  }),
  myCoupons: get('common:/{subDomain}/discounts/my', {
    about: "The caller's coupons; a bare list. `consumAmount`: those whose threshold it reaches",
    args: { token: Token, status: optional(NumberList), consumAmount: optional(Yuan) },
    data: Type.Array(Coupon),
  }),
  couponStatistics: get('common:/{subDomain}/discounts/statistics', {
    about: "How many of the caller's coupons stand in each state",
    args: [{ token: Token }],
    data: Type.Object({ canUse: Count, used: Count, expired: Count, invalid: Count }),
  }),
  mergeCouponsRules: get('common:/{subDomain}/discounts/merge/list', {
    about: 'Which coupons can be merged into which',
    data: Type.Array(row('CouponMerge', { id: Id, name: Text, rules: Type.Array(MergePart) })),
  }),
  mergeCoupons: post('common:/{subDomain}/discounts/merge', {
    about: 'Merge coupons of the caller: those named go, the outcome comes',
    args: { token: Token, mergeId: Id, couponIds: IdList },
    data: Type.Array(Coupon),
    refuses: ['couponMergeUnknown', 'couponMergeWrong', ...gone],
  }),
  sendCoupons: post('common:/{subDomain}/discounts/send', {
    about: 'Give a coupon to a shopper who is known by id or mobile number',
    args: { token: Token, id: Id, uid: optional(Id), mobile: optional(Text) },
    refuses: [...gone, 'couponNotGivable', 'couponReceiverUnknown'],
  }),
  couponsShareOpen: post('common:/{subDomain}/discounts/share/open', {
    about: 'Offer a coupon to whoever is sent the answered `shareToken`; asked again, the same one is answered',
    args: [{ token: Token }, { id: Id }],
    data: Type.Object({ id: Id, shareToken: Type.String() }),
    refuses: [...gone, 'couponNotGivable'],
  }),
  couponsShareClose: post('common:/{subDomain}/discounts/share/close', {
    about: 'Take the offer back',
    args: [{ token: Token }, { id: Id }],
    refuses: ['couponUnknown'],
  }),
  couponsShareFetch: post('common:/{subDomain}/discounts/share/fetch', {
    about: 'Take a coupon that was offered; it is the first taker’s',
    args: [{ token: Token }, { id: Id }, { shareToken: Type.String({ minLength: 1, maxLength: 64 }) }],
    data: Coupon,
    refuses: ['couponTaken'],
  }),
  exchangeCoupons: post('common:/{subDomain}/discounts/exchange', {
    about: 'Turn a card number with its password into a coupon, once',
    args: [
      { token: Token },
      { number: Type.String({ minLength: 1, maxLength: 50 }) },
      { pwd: Type.String({ minLength: 1, maxLength: 50 }) },
      { extJsonStr: optional(ExtJson) },
    ],
    data: Coupon,
    refuses: ['couponNumberWrong', 'couponNumberUsed', 'couponNumberLocked', 'couponExpired', 'couponStopped'],
  }),
}
