/** What a price is made of, and what could take something off it. */
import Type from 'typebox'
import { Count, Enum, FileUrl, Flag, Id, optional, Pairs, row, Text, Time, Word, Yuan } from './fields'
import { OrderField } from './goods'
import { bookedAnswer } from './goods-times'

const PricePart = row('PricePart', {
  type: Word('goods', 'additions', 'kanjia', 'pingtuan', 'miaosha', 'ladder', 'level', 'coupon', 'score', 'freight'),
  amount: Yuan,
  about: optional(Text),
})
/** So that a page can explain a price line by line. */
export const PriceParts = Type.Array(PricePart, {
  description: 'what the price is made of, adding up to `amountReal`; what takes off is negative (ours)',
})

/** A coupon of the caller beside a price. */
const heldCoupon = {
  id: Id,
  name: Text,
  money: Yuan,
  moneyType: Enum({ 0: 'yuan', 1: 'percent off' }),
  moneyHreshold: Yuan,
  scope: Word('all', 'goods', 'category', 'shop'),
  dateEnd: Time,
}

/** Of a trial as of an order that is placed. */
export const priceAnswer = {
  amountTotle: Yuan,
  amountReal: Yuan,
  amountLogistics: Yuan,
  isNeedLogistics: Flag,
  score: Count,
  goodsNumber: Count,
  deductionMoney: Yuan,
  couponAmount: Yuan,
  priceParts: PriceParts,
  couponId: Type.Array(Id, { description: 'which coupon is counted in, the best one when none was named' }),
  couponUserList: Type.Array(
    row('UsableCoupon', {
      ...heldCoupon,
      /** What it takes off this order (ours). */
      amount: Yuan,
    }),
    { description: 'what the caller could use, the best first' },
  ),
  couponUnfitList: Type.Array(
    row('UnfitCoupon', {
      ...heldCoupon,
      dateStart: Time,
      reason: Word('threshold', 'notYet', 'promotion', 'scope'),
      /** What its threshold is short of, 0 for every other reason. */
      missing: Yuan,
    }),
    {
      description: 'what the caller has and cannot use for this, with the reason, the nearest to fitting first (ours)',
    },
  ),
  scoreDeductionRules: Type.Array(Type.Object({ score: Count, money: Yuan, loop: Flag })),
  deductionScore: Type.Integer({ minimum: 0, description: 'score that is spent on it (ours)' }),
  deductionMost: optional(
    Type.Object({ score: Count, money: Yuan }, { description: 'the most that could be deducted (ours)' }),
  ),
  goodsList: Type.Array(
    row('PricedLine', {
      goodsId: Id,
      propertyChildIds: Pairs,
      goodsName: Text,
      pic: FileUrl,
      picColor: Type.String(),
      property: Text,
      number: Count,
      price: Yuan,
      originalPrice: Yuan,
      amount: Yuan,
      orderFields: optional(
        Type.Array(OrderField, { description: 'what must be told before the order is placed (ours)' }),
      ),
      ...bookedAnswer,
    }),
  ),
}
