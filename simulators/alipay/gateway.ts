import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { fen, yuanText } from '../../contract/money'
import { formatTime } from '../../contract/time'
import type { Clock } from '../clock'
import type { Bills } from './bill'
import type { Faults } from './faults'
import type { AlipayParty } from './index'
import type { Notifier } from './notify'
import { fenOf, type Order, type Orders, text } from './orders'
import { BizRefusal } from './refusal'
import { checkCall, type Params, sign } from './signature'

interface Desk {
  party: AlipayParty
  clock: Clock
  orders: Orders
  faults: Faults
  notifier: Notifier
  bills: Bills
}

type Content = Record<string, unknown>

/** `gateway.do`: calls by POST, and the two pages that a browser is sent to. */
export function gateway(app: FastifyInstance, desk: Desk): void {
  const { party, clock, orders, faults } = desk
  const calls = callsOf(desk)

  app.get('/gateway.do', async (request, reply) => {
    try {
      const params = request.query as Params
      const order = openedBy(params)
      return reply.redirect(`${app.prefix}/cashier?session=${order.session}`, 302)
    } catch (error) {
      if (!(error instanceof BizRefusal)) throw error
      return reply
        .code(200)
        .type('text/html; charset=utf-8')
        .send(`<!doctype html><title>支付宝</title><p>${error.message}（${error.subCode}）</p>`)
    }
  })

  app.post('/gateway.do', async (request, reply) => {
    if (faults.take('down')) return reply.code(502).type('text/html').send('<html><h1>502 Bad Gateway</h1></html>')
    const params = Object.fromEntries(new URLSearchParams(typeof request.body === 'string' ? request.body : ''))
    const method = params.method ?? ''
    try {
      checkCall(params, party, clock)
      // The gateway reads the fields by the charset of the address, whatever the form says.
      if ((request.query as Params).charset?.toLowerCase() !== 'utf-8')
        throw new BizRefusal('isv.invalid-signature', '验签出错，请确认charset参数放在了URL查询字符串中', '40002')
      const call = calls[method]
      if (!call) throw new BizRefusal('isv.invalid-method', '不存在的方法名', '40002')
      return answer(reply, method, { code: '10000', msg: 'Success', ...call(contentIn(params), params, request) })
    } catch (error) {
      if (!(error instanceof BizRefusal)) throw error
      const msg = error.code === '40004' ? 'Business Failed' : 'Invalid Arguments'
      return answer(reply, method, { code: error.code, msg, sub_code: error.subCode, sub_msg: error.message })
    }
  })

  /** The inner object is signed as it stands in the answer, byte for byte. */
  function answer(reply: FastifyReply, method: string, content: object) {
    const inner = JSON.stringify(content)
    const name = `${method.replaceAll('.', '_')}_response`
    return reply.type('application/json').send(`{"${name}":${inner},"sign":"${sign(inner, party)}"}`)
  }

  function openedBy(params: Params): Order {
    checkCall(params, party, clock)
    const content = contentIn(params)
    const wanted = { 'alipay.trade.wap.pay': 'QUICK_WAP_WAY', 'alipay.trade.page.pay': 'FAST_INSTANT_TRADE_PAY' }[
      params.method ?? ''
    ]
    if (!wanted || content.product_code !== wanted)
      throw new BizRefusal('ACQ.INVALID_PARAMETER', '参数无效：product_code')
    return orders.open(content, { notifyUrl: params.notify_url ?? '', returnUrl: params.return_url ?? '' })
  }
}

function callsOf({ orders, faults, notifier, bills }: Desk) {
  const tell = (order: Order) => ({
    out_trade_no: order.outTradeNo,
    trade_no: order.tradeNo,
    trade_status: orders.stateOf(order),
    total_amount: yuanText(fen(order.totalFen)),
    buyer_logon_id: '159****5620',
    ...(order.paidAt && { send_pay_date: formatTime(order.paidAt) }),
  })
  const byContent = (content: Content) => orders.existing(text(content, 'out_trade_no', 64))

  const calls: Record<string, (content: Content, params: Params, request: FastifyRequest) => object> = {
    'alipay.trade.precreate'(content, params, request) {
      const order = orders.open(content, { notifyUrl: params.notify_url ?? '', returnUrl: '' })
      const base = `${request.protocol}://${request.host}${request.url.split('/gateway.do')[0]}`
      return { out_trade_no: order.outTradeNo, qr_code: `${base}/cashier?session=${order.session}` }
    },
    'alipay.data.dataservice.bill.downloadurl.query': (content, _params, request) => ({
      bill_download_url: bills.addressOf(content.bill_date, request),
    }),
    'alipay.trade.query': content => tell(byContent(content)),
    'alipay.trade.close'(content) {
      const order = byContent(content)
      orders.close(order)
      return { out_trade_no: order.outTradeNo, trade_no: order.tradeNo }
    },
    'alipay.trade.refund'(content) {
      const order = byContent(content)
      const outRequestNo = text(content, 'out_request_no', 64)
      const moved = orders.refund(order, outRequestNo, fenOf(text(content, 'refund_amount', 11)))
      if (moved) notifier.announceRefund(order, outRequestNo, orders.refunded(order), orders.stateOf(order))
      if (faults.take('loseRefundAnswer')) throw new BizRefusal('ACQ.SYSTEM_ERROR', '系统异常', '20000')
      return { ...tell(order), fund_change: moved ? 'Y' : 'N', refund_fee: yuanText(fen(orders.refunded(order))) }
    },
    'alipay.trade.fastpay.refund.query'(content) {
      const order = byContent(content)
      const outRequestNo = text(content, 'out_request_no', 64)
      const refund = order.refunds.get(outRequestNo)
      const known = { out_trade_no: order.outTradeNo, trade_no: order.tradeNo, out_request_no: outRequestNo }
      // Of a refund that was never made it only says that all is well, and no more.
      if (!refund) return {}
      return {
        ...known,
        refund_status: 'REFUND_SUCCESS',
        refund_amount: yuanText(fen(refund.amountFen)),
        gmt_refund_pay: formatTime(refund.at),
      }
    },
  }
  return calls
}

function contentIn(params: Params): Content {
  try {
    const content: unknown = JSON.parse(params.biz_content ?? '')
    if (typeof content === 'object' && content !== null) return content as Content
  } catch {
    // Refused below, like JSON that is no object.
  }
  throw new BizRefusal('isv.invalid-parameter', 'biz_content 不是有效的 JSON', '40002')
}
