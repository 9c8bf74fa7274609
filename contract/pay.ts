/** Paying online: to pay for something (`nextAction`), or to fill the balance. */
import Type from 'typebox'
import { alias, declined, get, post } from './define'
import {
  Enum,
  Flag,
  Id,
  IdList,
  IdOrNone,
  optional,
  Page,
  PageSize,
  PaidYuan,
  row,
  Text,
  Time,
  Token,
  Word,
  Yuan,
} from './fields'
import { bySelling } from './fx'
import { byLevel } from './level'
import { byLeading } from './partner'

/** What the payment is for. Which types are served stands in `server/domains/pay/next-actions.ts`. */
const NextAction = Type.Object(
  {
    type: Type.Integer({ minimum: 0, maximum: 100 }),
    id: optional(IdList),
    couponRuleId: optional(Id),
    pwd: optional(Text),
    userLevelPriceId: optional(Id),
    isAutoRenew: optional(Flag),
    remark: optional(Text),
    money: optional(PaidYuan),
    shopId: optional(IdOrNone),
    amount: optional(PaidYuan),
    refCode: optional(Text),
  },
  {
    description:
      'JSON: {type 0, id} pays orders, one or several; {type 4, money, shopId} pays a bill; {type 5, amount, refCode, remark} leaves a deposit; {type 6, userLevelPriceId, isAutoRenew, remark} buys a level; {type 7, couponRuleId, pwd} buys a coupon; {type 13} buys the right to distribute; absent, the money fills the balance',
  },
)

const payment = {
  token: Token,
  money: PaidYuan,
  payName: optional(Text),
  remark: optional(Text),
  nextAction: optional(NextAction),
}
/** A cashier that must know beforehand where its browser comes back to: an address of this shop (ours). */
const withReturn = { ...payment, returnUrl: optional(Type.String({ maxLength: 500 })) }
const Cashier = Type.Object({ outTradeId: Text, url: Type.String() })

/** What became of money that has come (ours). */
const Outcome = Word('done', 'balance', 'returning', 'returned')

/** Money that came for an order too late, and where it went. */
export const LateMoney = row('LateMoney', { money: Yuan, outcome: Word('balance', 'returning', 'returned') })

/** Virtual goods are paid for by `wx.requestVirtualPayment`; the other fields are empty then (ours). */
const VirtualSheet = row('VirtualSheet', {
  mode: Text,
  signData: Type.String({ description: 'to be passed on as it is' }),
  paySig: Text,
  signature: Text,
})

const payRefusals = [
  'payAmountWrong',
  'payUnavailable',
  'orderUnknown',
  'orderNotOpen',
  'nextActionUnknown',
  'payNotOpen',
  'payBusy',
  'billBranchUnknown',
  ...byLevel,
  ...bySelling,
  ...byLeading,
  'couponUnknown',
  'couponNoneLeft',
  'couponStopped',
  'couponLimit',
  'couponExpired',
  'couponNotYet',
  'scoreShort',
  'couponWordWrong',
  'couponStreakShort',
] as const

const Sheet = row('PaymentSheet', {
  outTradeId: Text,
  appId: Text,
  timeStamp: Text,
  nonceStr: Text,
  package: Text,
  prepayId: Text,
  signType: Text,
  paySign: Type.String(),
  sign: Type.String(),
  virtual: optional(VirtualSheet),
})

const wxpay = post('api:/{subDomain}/pay/wx/wxapp', {
  about: 'Start a payment in the mini-program; answers what wx.requestPayment takes',
  args: payment,
  data: Sheet,
  refuses: [...payRefusals, 'openidRequired', 'virtualAlone', 'virtualNotReady', 'virtualPrice', 'virtualWhole'],
})

/** What payments through parties abroad answer. */
const elsewhere = {
  createdAt: Type.Integer(),
  outTradeId: Text,
  orderNo: Text,
  amount: Text,
  subject: Text,
  id: Text,
  currencyCode: Text,
  status: Text,
}

export const pay = {
  wxpay,
  wxpayJsapi: post('api:/{subDomain}/pay/wx/jsapi', {
    about:
      'Start a payment on a page of the official account, inside WeChat; answers what chooseWXPay takes. The caller has come by the account (wxmpAuth)',
    args: payment,
    data: Sheet,
    refuses: [...payRefusals, 'openidRequired'],
  }),
  wxpayH5: post('api:/{subDomain}/pay/wx/h5', {
    about: 'Start a payment in a mobile browser; open `url`, it may take a `redirect_url`',
    args: payment,
    data: Type.Object({ outTradeId: Text, url: Text }),
    refuses: [...payRefusals],
  }),
  wxpayQrcode: post('api:/{subDomain}/pay/wx/qrcode', {
    about: 'Start a payment that is paid by scanning; `codeUrl` is the text of the QR code',
    args: payment,
    data: Type.Object({ outTradeId: Text, codeUrl: Text }),
    refuses: [...payRefusals],
  }),
  wxpayApp: post('api:/{subDomain}/pay/wx/app', {
    about: "Start a payment in an app for phones; answers what WeChat's library takes there",
    args: payment,
    data: Type.Object({
      outTradeId: Text,
      appid: Text,
      partnerid: Text,
      prepayid: Text,
      package: Text,
      noncestr: Text,
      timestamp: Text,
      sign: Type.String(),
    }),
    refuses: [...payRefusals],
  }),
  alipay: post('api:/{subDomain}/pay/alipay/semiAutomatic/payurl', {
    about: 'Start a payment with Alipay; answers the bare address of its cashier',
    args: withReturn,
    data: Type.String(),
    refuses: [...payRefusals],
  }),
  alipayH5: post('common:/{subDomain}/pay/alipay/gate/h5', {
    about: 'Start a payment with Alipay in a mobile browser; open `url`',
    args: withReturn,
    data: Cashier,
    refuses: [...payRefusals],
  }),
  alipayPC: post('common:/{subDomain}/pay/alipay/gate/pc', {
    about: "Start a payment with Alipay in a computer's browser; open `url`",
    args: withReturn,
    data: Cashier,
    refuses: [...payRefusals],
  }),
  alipayAPP: post('common:/{subDomain}/pay/alipay/gate/app', {
    about: "Start a payment in an app for phones; `orderString` goes to Alipay's library",
    args: payment,
    data: Type.Object({ outTradeId: Text, orderString: Type.String() }),
    refuses: [...payRefusals],
  }),
  alipayQrcode: post('common:/{subDomain}/pay/alipay/gate/qrcode', {
    about: "Start a payment that is paid by scanning; `qrcode` is Alipay's own answer as JSON text",
    args: payment,
    data: Type.Object({ outTradeId: Text, qrcode: Type.String() }),
    refuses: [...payRefusals],
  }),
  wxpayFOMO: declined(
    'payNotOpen',
    post('common:/{subDomain}/pay/fomo/wxapp', {
      about: 'Start a payment in the mini-program through FOMO Pay',
      args: payment,
      data: Sheet,
    }),
  ),
  payNow: declined(
    'payNotOpen',
    post('common:/{subDomain}/pay/fomo/payNow', {
      about: 'Start a payment by PayNow through FOMO Pay; `codeUrl` is the text of the QR code',
      args: payment,
      data: Type.Object({ ...elsewhere, codeUrl: Type.String(), primaryTransactionId: Text }),
    }),
  ),
  fomoCheckout: declined(
    'payNotOpen',
    post('common:/{subDomain}/pay/fomo/checkout', {
      about: "Start a payment at FOMO Pay's own cashier; open `url`",
      args: payment,
      data: Type.Object({ ...elsewhere, url: Type.String(), returnUrl: Text }),
    }),
  ),
  wxpaySaobei: declined(
    'payNotOpen',
    post('api:/{subDomain}/pay/lcsw/wxapp', {
      about: 'Start a payment in the mini-program through Saobei',
      args: payment,
      data: Sheet,
    }),
  ),
  wxpayWepayez: declined(
    'payNotOpen',
    post('common:/{subDomain}/pay/wepayez/wxapp', {
      about: 'Start a payment in the mini-program through wepayez',
      args: payment,
      data: Sheet,
    }),
  ),
  wxpayIntelsalon: declined(
    'payNotOpen',
    post('common:/{subDomain}/pay/intelsalon/wxapp', {
      about:
        'Start a payment in the mini-program through intelsalon. The reference gives no address, no client has one: this one is ours',
      args: payment,
      data: Sheet,
    }),
  ),
  wxpayFWS: post('api:/{subDomain}/pay/wxfws/wxapp', {
    about:
      'Start a payment in the mini-program through the service provider that collects for the shop (`sign` is MD5), or, without one, as wxpay does',
    args: payment,
    data: Sheet,
    refuses: [...payRefusals, 'openidRequired', 'virtualAlone', 'virtualNotReady', 'virtualPrice', 'virtualWhole'],
  }),
  payVariableUrl: alias(wxpay, { url: 'api:/{subDomain}{url}' }),
  payQuery: get('api:/{subDomain}/pay/query', {
    about: 'Whether a payment has come: 0 yes; asks the payment gateway when we have not heard',
    args: [{ token: Token }, { outTradeId: Text }],
    data: Type.Object({
      outTradeId: Text,
      money: Yuan,
      status: Enum({ 1: 'paid' }),
      statusStr: Text,
      outcome: Outcome,
    }),
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
        outcome: optional(Outcome),
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
