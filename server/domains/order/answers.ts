/** What `orderCreate` answers. */
import { faceValue } from '../coupon/rules'
import type { Scope } from '../coupon/states'
import type { OwnedCoupon } from '../coupon/store'
import { bookingAnswer, bookingsIn } from '../goods/booking'
import { deductionAnswer } from '../score/answers'
import type { Discounts } from './discounts'
import { type PricePart, partAnswer, partsOf, takenOff } from './parts'
import type { Price } from './pricing'
import { type OrderLineRow, type OrderRow, orderOf } from './rows'

/** What this shop does not have (yet) stands in the answer as nothing, because clients read it. */
const NOTHING = {
  score: 0,
  couponId: [],
  couponUserList: [],
  couponUnfitList: [],
  scoreDeductionRules: [],
  deductionScore: 0,
}

/** Each part by itself, and those that WXAPI has names for under their names. */
const partAnswers = (parts: readonly PricePart[]) => ({
  priceParts: parts.map(partAnswer),
  couponAmount: takenOff(parts, 'coupon'),
  deductionMoney: takenOff(parts, 'score'),
})

export const priceAnswer = (price: Price, { coupons, unfit, coupon, score }: Discounts) => ({
  ...NOTHING,
  ...partAnswers(price.parts),
  couponId: coupon ? [coupon.coupon.id] : [],
  couponUserList: coupons.map(({ coupon, offFen }) => ({ ...heldAnswer(coupon), amount: offFen })),
  couponUnfitList: unfit.map(({ coupon, reason, missingFen }) => ({
    ...heldAnswer(coupon),
    dateStart: new Date(coupon.valid_from),
    reason,
    missing: missingFen,
  })),
  scoreDeductionRules: score.rules.map(deductionAnswer),
  deductionScore: score.deduction.score,
  deductionMost: { score: score.most.score, money: score.most.fen },
  amountTotle: price.goodsFen,
  amountLogistics: price.freightFen,
  amountReal: price.realFen,
  isNeedLogistics: price.needsLogistics,
  goodsNumber: price.goodsNumber,
  goodsList: price.lines.map(line => ({
    goodsId: line.goodsId,
    propertyChildIds: line.pairs,
    goodsName: line.name,
    pic: line.pic,
    picColor: line.picColor,
    property: line.property,
    number: line.number,
    price: line.unitFen,
    originalPrice: line.originalFen,
    amount: line.amountFen,
    orderFields: line.orderFields.length ? line.orderFields : undefined,
    ...bookingAnswer(line.bookings),
  })),
})

const heldAnswer = (coupon: OwnedCoupon) => ({
  id: coupon.id,
  name: coupon.name,
  money: faceValue(coupon.value),
  moneyType: coupon.money_type,
  moneyHreshold: coupon.threshold_fen,
  scope: coupon.scope as Scope,
  dateEnd: new Date(coupon.valid_until),
})

type PricedRow = Pick<
  OrderLineRow,
  | 'goods_id'
  | 'pairs'
  | 'goods_name'
  | 'pic'
  | 'pic_color'
  | 'property'
  | 'number'
  | 'unit_fen'
  | 'original_fen'
  | 'amount_fen'
  | 'bookings_json'
>

export const orderAnswer = (row: OrderRow, lines: readonly PricedRow[]) => ({
  ...NOTHING,
  ...partAnswers(partsOf(row)),
  deductionScore: row.score_spent,
  goodsList: lines.map(line => ({
    goodsId: line.goods_id,
    propertyChildIds: line.pairs,
    goodsName: line.goods_name,
    pic: line.pic,
    picColor: line.pic_color,
    property: line.property,
    number: line.number,
    price: line.unit_fen,
    originalPrice: line.original_fen,
    amount: line.amount_fen,
    ...bookingAnswer(bookingsIn(line.bookings_json)),
  })),
  amountTotle: row.amount_fen,
  ...orderOf(row),
})
