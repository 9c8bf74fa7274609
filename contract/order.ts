/** Orders: pricing, placing, paying from the balance, receiving, reviewing. */
import Type from 'typebox'
import { CartAddition, ChosenAddition } from './cart'
import { alias, get, objectForm, post } from './define'
import {
  Count,
  Enum,
  ExtJson,
  FileUrl,
  Flag,
  Id,
  IdList,
  IdOrNone,
  LongText,
  NumberList,
  optional,
  Page,
  PageSize,
  Pairs,
  Quantity,
  RegionId,
  row,
  Text,
  Time,
  Token,
  Yuan,
} from './fields'
import { bookedAnswer, bookedTimes } from './goods-times'
import { byBargain } from './kanjia'
import { PriceParts, priceAnswer } from './order-price'
import { LogisticsRow, PickUpShop, Shipper, Trace } from './order-way'
import { LateMoney } from './pay'
import { inGroups } from './pingtuan'

const Status = Enum({
  [-1]: 'closed',
  0: 'unpaid',
  1: 'paid, to be shipped',
  2: 'shipped',
  3: 'received, to be reviewed',
  4: 'reviewed',
})

/** Ours: how far the part of an order, or a line, is that a supplier delivers. */
const SupplyState = Enum({
  0: 'none',
  1: 'on its way',
  2: 'delivered',
  3: 'looked into by a person',
  4: 'refunded',
})

const GoodsLine = row('OrderRequestLine', {
  goodsId: Id,
  number: Quantity,
  propertyChildIds: optional(Pairs),
  logisticsType: optional(Enum({ 0: 'express', 1: 'EMS', 2: 'post' })),
  inviter_id: optional(IdOrNone),
  goodsAdditionList: optional(Type.Array(ChosenAddition, { maxItems: 30 })),
  ...bookedTimes,
  fields: optional(
    Type.Record(Type.String({ maxLength: 50 }), Type.String({ maxLength: 200 }), {
      maxProperties: 20,
      description: "answers to the product's `orderFields` (ours)",
    }),
  ),
})

const OrderRow = row('Order', {
  id: Id,
  orderNumber: Text,
  uid: Id,
  userId: Id,
  shopId: IdOrNone,
  status: Status,
  statusStr: Text,
  type: Type.Integer(),
  amount: Yuan,
  amountLogistics: Yuan,
  amountReal: Yuan,
  score: Count,
  goodsNumber: Count,
  isNeedLogistics: Flag,
  isPay: Flag,
  isCanHx: Flag,
  hxNumber: optional(Text),
  shopIdZt: optional(IdOrNone),
  shopNameZt: optional(Text),
  peisongType: optional(Type.String({ description: 'kd express, zq picked up (ours)' })),
  remark: Text,
  hasRefund: Flag,
  refundStatus: Type.Integer(),
  trackingNumber: optional(Text),
  dateAdd: Time,
  dateUpdate: Time,
  dateClose: optional(Time),
  datePay: optional(Time),
  dateDelivery: optional(Time),
  dateConfirm: optional(Time),
  supplyState: optional(SupplyState),
  pingtuanOpenId: optional(Id),
  awaitsTeam: optional(Type.Boolean({ description: 'paid, and the group is not complete yet (ours)' })),
})

export const FilledField = row('FilledField', { key: Text, label: Text, value: Text })

const LineRow = row('OrderLine', {
  id: Id,
  orderId: Id,
  goodsId: Id,
  goodsName: Text,
  pic: FileUrl,
  picColor: Type.String(),
  property: Text,
  propertyChildIds: Text,
  number: Count,
  amountSingle: Yuan,
  amount: Yuan,
  originalPrice: Yuan,
  score: Count,
  afterSale: Text,
  supplyType: Text,
  supplyState: optional(SupplyState),
  fields: optional(Type.Array(FilledField, { description: "answers to the product's `orderFields` (ours)" })),
  additions: optional(Type.Array(CartAddition, { description: 'as they were bought (ours)' })),
  ...bookedAnswer,
  buyRewardEnd: Flag,
  uid: Id,
  userId: Id,
})

const Counters = row('OrderCounters', {
  count_id_no_pay: Count,
  count_id_no_transfer: Count,
  count_id_no_confirm: Count,
  count_id_no_reputation: Count,
  count_id_success: Count,
  count_id_close: Count,
})

/** `calculate` answers the prices, an order placed answers its row as well. */
const Placed = Type.Object(
  {
    ...Type.Partial(OrderRow).properties,
    ...priceAnswer,
  },
  { title: 'PlacedOrder' },
)

const orderPay = post('api:/{subDomain}/order/pay', {
  about: 'Pay orders of the caller from the balance, all or none',
  args: [{ token: Token }, { orderId: IdList }],
  refuses: ['orderUnknown', 'orderNotOpen', 'balanceShort'],
})
const orderClose = post('api:/{subDomain}/order/close', {
  about: 'Close an unpaid order; stock goes back on the shelf',
  args: [{ token: Token }, { orderId: Id }],
  refuses: ['orderUnknown', 'orderNotOpen'],
})
const orderHXV2 = post('api:/{subDomain}/order/hx', {
  about: 'Staff verify an order by its code; the trade is complete',
  args: { token: Token, hxNumber: Type.String({ minLength: 1, maxLength: 50 }), extJsonStr: optional(ExtJson) },
  refuses: ['forbidden', 'notVerifiable'],
})
const orderStatistics = get('api:/{subDomain}/order/statistics', {
  about: "How many of the caller's orders stand in each state",
  args: { token: Token, isNeedLogistics: optional(Flag) },
  data: Counters,
})

export const CardCode = row('CardCode', {
  id: Id,
  orderGoodsId: Id,
  type: Enum({ 0: 'text', 1: 'picture' }),
  coupon: Type.String({ description: 'the code, for the buyer alone' }),
  number: optional(Type.String({ description: 'card number, when the code has two parts (ours)' })),
})

export const order = {
  orderCreate: post('api:/{subDomain}/order/create', {
    about:
      'Price goods (`calculate`) or place the order; a repeat with the same `idempotencyKey` answers the first order',
    args: {
      token: Token,
      goodsJsonStr: Type.Array(GoodsLine, { minItems: 1, maxItems: 100 }),
      calculate: optional(Flag),
      idempotencyKey: optional(
        Type.String({ minLength: 8, maxLength: 64, description: 'chosen by the client, once a checkout (ours)' }),
      ),
      amountExpected: optional(Yuan),
      remark: optional(Text),
      extJsonStr: optional(ExtJson),
      peisongType: optional(Type.String({ maxLength: 20, description: 'kd express, zq picked up at the shop' })),
      provinceId: optional(RegionId),
      cityId: optional(RegionId),
      districtId: optional(RegionId),
      streetId: optional(RegionId),
      address: optional(Text),
      linkMan: optional(Text),
      mobile: optional(Text),
      code: optional(Text),
      latitude: optional(Type.Number()),
      longitude: optional(Type.Number()),
      shopIdZt: optional(IdOrNone),
      shopNameZt: optional(Text),
      isCanHx: optional(Flag),
      filterShopId: optional(IdOrNone),
      expireMinutes: optional(Type.Integer({ minimum: 1, maximum: 10_080 })),
      payOnDelivery: optional(Type.Integer()),
      kjid: optional(IdOrNone),
      pingtuanOpenId: optional(IdOrNone),
      couponId: optional(IdList),
      deductionScore: optional(
        Type.Integer({ minimum: -1, description: 'so much score; 0 as much as possible, absent or -1 none' }),
      ),
    },
    data: Placed,
    refuses: [
      'virtualAlone',
      'goodsGone',
      'skuRequired',
      'skuGone',
      'stockShort',
      'belowMinimum',
      'limitReached',
      'limitLevel',
      'additionInvalid',
      'additionRequired',
      'addressRequired',
      'regionUnknown',
      'notDeliverable',
      'fieldRequired',
      'priceChanged',
      'keyReused',
      'orderEmpty',
      'tooManyUnpaid',
      'branchUnknown',
      'optionNotServed',
      ...byBargain,
      'couponNotUsable',
      ...inGroups,
      'scoreShort',
      'bookingRequired',
      'bookingGone',
    ],
  }),
  orderList: post('api:/{subDomain}/order/list', {
    about: "The caller's orders, the newest first",
    args: {
      token: Token,
      status: optional(Status),
      statusBatch: optional(NumberList),
      orderNumber: optional(Text),
      shopId: optional(IdOrNone),
      hasRefund: optional(Flag),
      refundStatus: optional(Type.Integer()),
      goodReputation: optional(Enum({ 0: 'bad', 1: 'medium', 2: 'good' })),
      type: optional(Type.Integer()),
      nameLike: optional(Text),
      page: Page,
      pageSize: PageSize,
    },
    data: Type.Object({
      orderList: Type.Array(OrderRow),
      goodsMap: Type.Record(Type.String(), Type.Array(LineRow), { description: 'lines by order id' }),
      logisticsMap: Type.Record(Type.String(), LogisticsRow, { description: 'addresses by order id' }),
      totalRow: Count,
      totalPage: Count,
    }),
  }),
  orderDetail: get('api:/{subDomain}/order/detail', {
    about: 'One order of the caller; `hxNumber` wins over `id`',
    args: [{ token: Token }, { id: optional(Id) }, { hxNumber: optional(Text) }],
    data: Type.Object(
      {
        orderInfo: OrderRow,
        goods: Type.Array(LineRow),
        logistics: optional(LogisticsRow),
        shopInfoZt: optional(PickUpShop),
        logisticsTraces: optional(Type.Array(Trace)),
        orderLogisticsShippers: optional(Type.Array(Shipper)),
        logs: Type.Array(
          row('OrderLog', { type: Type.Integer(), typeStr: Text, remark: optional(Text), dateAdd: Time }),
        ),
        goodsCoupons: optional(Type.Array(CardCode)),
        extJson: ExtJson,
        priceParts: PriceParts,
        kjid: optional(Type.Integer({ minimum: 1, description: 'the bargain that it was bought by (ours)' })),
        lateMoney: optional(Type.Array(LateMoney, { description: 'came too late for it (ours)' })),
        reviews: optional(
          Type.Array(
            Type.Object({
              orderGoodsId: Id,
              goodReputation: Type.Integer(),
              goodReputationRemark: LongText,
              dateReputation: Time,
            }),
          ),
        ),
      },
      { title: 'OrderDetail' },
    ),
    refuses: ['orderUnknown', 'tooMany'],
  }),
  orderClose,
  orderCloseV2: objectForm(orderClose),
  orderDelete: post('api:/{subDomain}/order/delete', {
    about: "Hide a closed or finished order from the caller's list",
    args: [{ token: Token }, { orderId: Id }],
    refuses: ['orderUnknown', 'orderNotDeletable'],
  }),
  orderPay,
  orderPayV2: objectForm(orderPay),
  orderDelivery: post('api:/{subDomain}/order/delivery', {
    about: 'The buyer confirms that the goods have come',
    args: [{ token: Token }, { orderId: Id }],
    refuses: ['orderUnknown', 'orderNotShipped'],
  }),
  orderReputation: post('api:/{subDomain}/order/reputation', {
    about: 'Review the lines of an order, each once',
    args: {
      token: optional(Token),
      postJsonString: Type.Object({
        token: optional(Token),
        orderId: Id,
        reputations: Type.Array(
          Type.Object({
            id: Type.Integer({ minimum: 1, description: 'order line' }),
            reputation: Enum({ 0: 'bad', 1: 'medium', 2: 'good' }),
            reputationNumber: optional(Type.Integer({ minimum: 1, maximum: 5 })),
            remark: optional(Type.String({ maxLength: 1000 })),
            pics: optional(Type.Array(FileUrl, { maxItems: 9 })),
          }),
          { minItems: 1, maxItems: 100 },
        ),
      }),
    },
    refuses: ['orderUnknown', 'orderNotFinished', 'alreadyReviewed', 'contentRisky'],
  }),
  orderStatistics: alias(orderStatistics, { order: ['token'] }),
  orderStatisticsv2: orderStatistics,
  orderHXV2,
}
