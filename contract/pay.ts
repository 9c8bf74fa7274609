/** Paying online: to pay for something (`nextAction`), or to fill the balance. */
import Type from 'typebox'
import { alias, get, post } from './define'
import { Enum, Id, IdList, optional, Page, PageSize, PaidYuan, row, Text, Time, Token, Yuan } from './fields'

/** What the payment is for. Which types are served stands in `server/domains/pay/next-actions.ts`. */
const NextAction = Type.Object(
  { type: Type.Integer({ minimum: 0, maximum: 100 }), id: optional(IdList) },
  { description: 'JSON {type, id}: type 0 pays orders, `id` one or several; absent, the money fills the balance' },
)

const payment = {
  token: Token,
  money: PaidYuan,
  payName: optional(Text),
  remark: optional(Text),
  nextAction: optional(NextAction),
}
const payRefusals = ['payAmountWrong', 'payUnavailable', 'orderUnknown', 'orderNotOpen', 'nextActionUnknown'] as const

const wxpay = post('api:/{subDomain}/pay/wx/wxapp', {
  about: 'Start a payment in the mini-program; answers what wx.requestPayment takes',
  args: payment,
  data: row('PaymentSheet', {
    outTradeId: Text,
    appId: Text,
    timeStamp: Text,
    nonceStr: Text,
    package: Text,
    prepayId: Text,
    signType: Text,
    paySign: Type.String(),
    sign: Type.String(),
  }),
  refuses: [...payRefusals, 'openidRequired'],
})

export const pay = {
  wxpay,
  wxpayH5: post('api:/{subDomain}/pay/wx/h5', {
    about: 'Start a payment in a mobile browser; open `url`, it may take a `redirect_url`',
    args: payment,
    data: Type.Object({ outTradeId: Text, url: Text }),
    refuses: [...payRefusals],
  }),
  payVariableUrl: alias(wxpay, { url: 'api:/{subDomain}{url}' }),
  payQuery: get('api:/{subDomain}/pay/query', {
    about: 'Whether a payment has come: 0 yes; asks the payment gateway when we have not heard',
    args: [{ token: Token }, { outTradeId: Text }],
    data: Type.Object({ outTradeId: Text, money: Yuan, status: Enum({ 1: 'paid' }), statusStr: Text }),
    refuses: ['payPending', 'payUnknown', 'payClosed'],
  }),
  payLogs: post('api:/{subDomain}/user/payLogs', {
    about: "The caller's payments, the newest first; a bare list",
    args: {
      token: Token,
      orderNo: optional(Text),
      status: optional(Enum({ 0: 'unpaid', 1: 'paid' })),
      page: Page,
      pageSize: PageSize,
    },
    data: Type.Array(
      row('Payment', {
        id: Id,
        orderNo: Text,
        outTradeId: Text,
        money: Yuan,
        status: Enum({ 0: 'unpaid', 1: 'paid', 2: 'closed' }),
        statusStr: Text,
        payGate: Text,
        payGateStr: Text,
        nextAction: optional(Type.String({ description: 'JSON text' })),
        remark: Text,
        uid: Id,
        userId: Id,
        dateAdd: Time,
        dateUpdate: Time,
      }),
    ),
  }),
}
