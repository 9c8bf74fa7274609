import type { pay } from '../../../contract/pay'
import { GatewayError } from '../../gateways/error'
import type { Handlers, SignedIn } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { readJson } from '../../json'
import { someOf, windowOf } from '../../paging'
import { isVirtualPaymentOn, virtualPurchaseIn } from '../virtual/rules'
import { askProvider } from './ask'
import { alipayCode, alipayPage, alipayPhone, alipayWap } from './channels/alipay'
import { h5 } from './channels/h5'
import { native } from './channels/native'
import { official } from './channels/official'
import { phone } from './channels/phone'
import { throughProvider } from './channels/provider'
import { virtual } from './channels/virtual'
import { wxapp } from './channels/wxapp'
import type { NextAction } from './next-actions'
import { findPayment, OUTCOME_TEXTS, outcomeOf, PAYMENT, PAYMENT_TEXTS, type PaymentRow } from './payments'
import type { Channel } from './port'
import { titleOf } from './providers'
import { type PayRequest, startPayment } from './start'

export const payHandlers: Handlers<typeof pay> = {
  async wxpay(request, context) {
    const purchase = await virtualPurchaseFor(request, context)
    if (purchase) {
      const { payment, sheet } = await startPayment(request, virtual(purchase), context)
      return { ...NO_SHEET, appId: context.gateways.appid, outTradeId: payment.out_trade_no, virtual: sheet }
    }
    const { payment, sheet } = await startPayment(request, wxapp, context)
    return { ...sheet, sign: sheet.paySign, outTradeId: payment.out_trade_no }
  },

  async wxpayFWS(request, context) {
    const { wechatpayV2 } = context.gateways
    if (!wechatpayV2 || (await virtualPurchaseFor(request, context))) return payHandlers.wxpay(request, context)
    const { payment, sheet } = await startPayment(request, throughProvider(wechatpayV2), context)
    return { ...sheet, sign: sheet.paySign, outTradeId: payment.out_trade_no }
  },

  async wxpayJsapi(request, context) {
    const { payment, sheet } = await startPayment(request, official, context)
    return { ...sheet, sign: sheet.paySign, outTradeId: payment.out_trade_no }
  },

  wxpayH5: (request, context) => started(request, h5, context),
  wxpayQrcode: (request, context) => started(request, native, context),
  wxpayApp: (request, context) => started(request, phone, context),
  alipay: async (request, context) => (await startPayment(request, alipayWap, context)).sheet.url,
  alipayH5: (request, context) => started(request, alipayWap, context),
  alipayPC: (request, context) => started(request, alipayPage, context),
  alipayAPP: (request, context) => started(request, alipayPhone, context),
  alipayQrcode: (request, context) => started(request, alipayCode, context),

  async payQuery({ outTradeId }, context) {
    const { db, merchant, user } = context
    const known = await findPayment(db, merchant.id, outTradeId)
    if (!known || known.user_id !== user.id) throw new Refusal('payUnknown')
    if (known.state !== PAYMENT.paid) {
      const standing = await askProvider(context, known).catch(unheard)
      if (standing === 'over' || (known.state === PAYMENT.closed && standing !== 'paid')) throw new Refusal('payClosed')
      if (standing !== 'paid') throw new Refusal('payPending')
    }
    const paid = orRefuse(await findPayment(db, merchant.id, outTradeId), 'payUnknown')
    const outcome = outcomeOf(paid)
    return { outTradeId, money: paid.amount_fen, status: 1, statusStr: OUTCOME_TEXTS[outcome], outcome }
  },

  async payLogs({ orderNo, status, page, pageSize }, { db, merchant, user }) {
    const { limit, offset } = windowOf({ page, pageSize })
    const rows = await db
      .selectFrom('payments')
      .selectAll()
      .where('merchant_id', '=', merchant.id)
      .where('user_id', '=', user.id)
      .$if(orderNo !== undefined, query => query.where('out_trade_no', '=', orderNo ?? ''))
      .$if(status !== undefined, query => query.where('state', '=', status ?? 0))
      .orderBy('id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute()
    return someOf(rows).map(logOf)
  },
}

/** For clients that look at nothing else there is nothing to show. */
const NO_SHEET = { timeStamp: '', nonceStr: '', package: '', prepayId: '', signType: '', paySign: '', sign: '' }

/** What must be paid for by virtual payment, whole: an order there has one price. */
async function virtualPurchaseFor({ money, nextAction }: PayRequest, { db, gateways, merchant, user }: SignedIn) {
  if (nextAction?.type !== 0 || !nextAction.id?.length) return undefined
  if (!(await isVirtualPaymentOn(db, gateways, merchant.id))) return undefined
  const purchase = await virtualPurchaseIn(db, merchant.id, user.id, nextAction.id)
  if (purchase && money < purchase.amountFen) throw new Refusal('virtualWhole')
  return purchase
}

async function started<Sheet extends object>(request: PayRequest, channel: Channel<Sheet>, context: SignedIn) {
  const { payment, sheet } = await startPayment(request, channel, context)
  return { ...sheet, outTradeId: payment.out_trade_no }
}

/** The gateway is asked again at the next poll. */
function unheard(error: unknown): 'unclear' {
  if (error instanceof GatewayError) return 'unclear'
  throw error
}

const logOf = (row: PaymentRow) => ({
  id: row.id,
  orderNo: row.out_trade_no,
  outTradeId: row.out_trade_no,
  money: row.amount_fen,
  status: row.state,
  statusStr: row.state === PAYMENT.paid ? OUTCOME_TEXTS[outcomeOf(row)] : (PAYMENT_TEXTS[row.state] ?? ''),
  outcome: row.state === PAYMENT.paid ? outcomeOf(row) : undefined,
  payGate: row.provider,
  payGateStr: titleOf(row.provider),
  nextAction: row.next_action_json === null ? undefined : nextActionText(readJson<NextAction>(row.next_action_json)),
  remark: row.remark,
  uid: row.user_id,
  userId: row.merchant_id,
  dateAdd: new Date(row.created_at),
  dateUpdate: new Date(row.updated_at),
})

/** As the client had sent it. */
const nextActionText = ({ id, pwd, ...action }: NextAction) =>
  JSON.stringify({ ...action, ...(id && { id: id.join(',') }) })
