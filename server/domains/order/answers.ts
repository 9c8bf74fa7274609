/** What `orderCreate` answers. */
import { fen } from '../../../contract/money'
import type { Price } from './pricing'
import { type OrderLineRow, type OrderRow, orderOf } from './rows'

/** Discounts that this shop does not have (yet) stand in the answer as nothing, because clients read them. */
const NO_DISCOUNTS = {
  score: 0,
  deductionMoney: fen(0),
  couponAmount: fen(0),
  couponUserList: [],
  scoreDeductionRules: [],
}

export const priceAnswer = (price: Price) => ({
  ...NO_DISCOUNTS,
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
  })),
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
>

export const orderAnswer = (row: OrderRow, lines: readonly PricedRow[]) => ({
  ...NO_DISCOUNTS,
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
  })),
  amountTotle: row.amount_fen,
  ...orderOf(row),
})
