import type { pay } from '../../../contract/pay'
import { GatewayError } from '../../gateways/error'
import type { Handlers } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { readJson } from '../../json'
import { someOf, windowOf } from '../../paging'
import { openidOf } from '../user/wechat-identity'
import { askGateway } from './ask'
import type { NextAction } from './next-actions'
import { findPayment, PAYMENT, PAYMENT_TEXTS, type PaymentRow } from './payments'
import { startPayment } from './start'

const GATES: Record<string, string> = { wxapp: '微信支付', h5: '微信支付' }

export const payHandlers: Handlers<typeof pay> = {
  async wxpay(request, context) {
    const { db, merchant, user, gateways, now } = context
    const { openid } = orRefuse(await openidOf(db, merchant.id, gateways.appid, user.id), 'openidRequired')
    const { payment, sheet } = await startPayment(request, 'wxapp', context, async prepared => {
      const { prepayId } = await gateways.wechatpay.jsapi({ ...prepared, openid })
      return { ...gateways.wechatpay.sheet(prepayId, now), prepayId }
    })
    return { ...sheet, sign: sheet.paySign, outTradeId: payment.out_trade_no }
  },

  async wxpayH5(request, context) {
    const { gateways, request: caller } = context
    const { payment, sheet } = await startPayment(request, 'h5', context, prepared =>
      gateways.wechatpay.h5({ ...prepared, payerIp: caller.ip }),
    )
    return { outTradeId: payment.out_trade_no, url: sheet.url }
  },

  async payQuery({ outTradeId }, context) {
    const { db, merchant, user } = context
    const known = await findPayment(db, merchant.id, outTradeId)
    if (!known || known.user_id !== user.id) throw new Refusal('payUnknown')
    if (known.state !== PAYMENT.paid) {
      const standing = await askGateway(context, known).catch(unheard)
      if (standing === 'over' || (known.state === PAYMENT.closed && standing !== 'paid')) throw new Refusal('payClosed')
      if (standing !== 'paid') throw new Refusal('payPending')
    }
    return { outTradeId, money: known.amount_fen, status: 1, statusStr: PAYMENT_TEXTS[1] ?? '' }
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
  statusStr: PAYMENT_TEXTS[row.state] ?? '',
  payGate: 'wechatpay',
  payGateStr: GATES[row.channel] ?? '',
  nextAction: row.next_action_json === null ? undefined : nextActionText(readJson<NextAction>(row.next_action_json)),
  remark: row.remark,
  uid: row.user_id,
  userId: row.merchant_id,
  dateAdd: new Date(row.created_at),
  dateUpdate: new Date(row.updated_at),
})

/** As the client had sent it. */
const nextActionText = ({ type, id }: NextAction) => JSON.stringify({ type, ...(id && { id: id.join(',') }) })
