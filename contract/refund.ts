/** After-sale: asking for money back or another piece, following it, sending goods back. */
import Type from 'typebox'
import { get, post } from './define'
import {
  Count,
  Enum,
  FileUrl,
  Id,
  IdList,
  LongText,
  optional,
  Page,
  PageSize,
  Quantity,
  row,
  Text,
  TextList,
  Time,
  Token,
  Yuan,
} from './fields'

const RefundType = Enum({ 0: 'money back', 1: 'goods and money back', 2: 'exchange' })
const LogisticsStatus = Enum({ 0: 'goods have not come', 1: 'goods have come' })

const RefundBase = row('RefundBase', {
  id: Id,
  orderId: Id,
  orderGoodsId: Id,
  outerOrderId: Text,
  type: RefundType,
  typeStr: Text,
  status: Enum({ 0: 'asked for', 1: 'withdrawn', 2: 'refused', 3: 'agreed to, under way', 4: 'done' }),
  statusStr: Text,
  status2: Enum({ 0: 'nothing to send back', 1: 'waits for goods sent back', 2: 'goods sent back' }),
  logisticsStatus: LogisticsStatus,
  logisticsStatusStr: Text,
  reason: Text,
  remark: LongText,
  number: Count,
  amount: Yuan,
  logisticsContent: optional(
    Type.String({ description: 'JSON text: where to send back, and with what parcel it was sent' }),
  ),
  shopRemark: Type.String({ description: 'what the shop keeper says to it (ours)' }),
  channel: Type.String({
    description: 'balance, the provider (wechatpay, alipay) or both, once money is on its way (ours)',
  }),
  shipperName: optional(Type.String({ description: 'of the parcel with the exchanged goods (ours)' })),
  trackingNumber: optional(Text),
  dateAdd: Time,
  dateUpdate: Time,
})

const RefundApply = row('RefundApply', {
  baseInfo: RefundBase,
  goodInfo: Type.Object({ goodsName: Text, pic: FileUrl }, { description: 'the first line' }),
  goodsList: Type.Array(
    row('RefundLine', {
      orderGoodsId: Id,
      goodsId: Id,
      goodsName: Text,
      pic: FileUrl,
      picColor: Type.String(),
      property: Text,
      number: Count,
      amount: Yuan,
    }),
    { description: 'all lines (ours)' },
  ),
  pics: Type.Array(Type.Object({ pic: FileUrl })),
  logs: Type.Array(row('RefundLog', { typeStr: Text, dateAdd: Time }), { description: 'the oldest first (ours)' }),
})

export const refund = {
  refundApply: post('api:/{subDomain}/order/refundApply/apply', {
    about: 'Ask for money back or another piece; with `calculate` only what could be asked for',
    args: {
      token: Token,
      orderId: Id,
      orderGoodsId: optional(IdList),
      number: optional(Quantity),
      type: RefundType,
      logisticsStatus: optional(LogisticsStatus),
      reason: optional(Text),
      amount: optional(Yuan),
      remark: optional(Type.String({ maxLength: 500 })),
      pic: optional(TextList),
      calculate: optional(
        Type.Boolean({ description: 'answers the most that can be asked for, and asks nothing (ours)' }),
      ),
    },
    data: Type.Object(
      { id: optional(Id), amountMax: Yuan, amountLogistics: Yuan, number: Count },
      { title: 'RefundOffer' },
    ),
    refuses: [
      'refundAwaitsTeam',
      'orderUnknown',
      'refundNotOpen',
      'refundTypeNotServed',
      'refundAlreadyAsked',
      'refundTooMuch',
      'refundReasonRequired',
      'refundDelivered',
    ],
  }),
  refundApplyDetail: get('api:/{subDomain}/order/refundApply/info', {
    about: 'What was asked for of an order or of one of its lines, the newest first',
    args: [{ token: Token }, { orderId: Id }, { orderGoodsId: optional(Id) }],
    data: Type.Array(RefundApply),
  }),
  refundApplyCancel: post('api:/{subDomain}/order/refundApply/cancel', {
    about: 'Take back what was asked for, while nothing was sent back or paid',
    args: [{ token: Token }, { orderId: Id }, { orderGoodsId: optional(Id) }],
    refuses: ['refundUnknown', 'refundNotCancellable'],
  }),
  refundApplySetBackLogistics: post('api:/{subDomain}/order/refundApply/setBackLogistics', {
    about: 'Tell with what parcel the goods are sent back; may be corrected until they have come',
    args: {
      token: Token,
      orderId: optional(Id),
      applyId: Id,
      shipperName: Type.String({ minLength: 1, maxLength: 40, message: '请填写快递公司' }),
      trackingNumber: Type.String({ pattern: '^[\\w-]{4,40}$', message: '运单号格式不正确' }),
    },
    refuses: ['refundUnknown', 'refundNotSendable'],
  }),
  orderRefunds: get('api:/{subDomain}/order/refund', {
    about: 'All after-sale of an order; without `orderId` all of the caller (ours), the newest first',
    args: [{ token: Token }, { orderId: optional(Id) }, { page: Page }, { pageSize: PageSize }],
    data: Type.Array(RefundApply),
  }),
}
