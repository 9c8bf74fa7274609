import { createCipheriv, createHash, randomBytes, randomInt } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { formatTime } from '../../contract/time'
import { remember } from '../bounded'
import type { Clock } from '../clock'
import { ControlError, fieldsOf, textOf } from '../control'
import type { Paid } from '../paid'
import { type Fields, fieldsIn, signatureOf, xmlOf } from './wire'

export interface WechatPayV2Party {
  /** The service provider, and the shop below it. */
  appid: string
  mchid: string
  subMchid: string
  apiKey: string
}

interface Order {
  asked: Fields
  prepayId: string
  isClosed: boolean
  paid?: { transactionId: string; at: Date }
}

interface Refund {
  asked: Fields
  at: Date
}

class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const MOST = 10_000

/** WeChat Pay's older API as service providers use it: XML, a shared key, the answer of each call signed. */
export function wechatPayV2(app: FastifyInstance, party: WechatPayV2Party, clock: Clock, paid?: Paid): void {
  const orders = new Map<string, Order>()
  const refunds = new Map<string, Refund>()
  app.addContentTypeParser('text/xml', { parseAs: 'string' }, (_request, text, done) => done(null, text))

  const signed = (fields: Fields): string => {
    const content = { ...fields, nonce_str: randomBytes(16).toString('hex') }
    return xmlOf({ ...content, sign: signatureOf(content, party.apiKey) })
  }
  const us = { appid: party.appid, mch_id: party.mchid, sub_mch_id: party.subMchid }

  function call(path: string, act: (asked: Fields) => Fields): void {
    app.post(path, async (request, reply) => {
      const asked = fieldsIn(request.body)
      reply.type('text/xml')
      const isOurs = asked.appid === party.appid && asked.mch_id === party.mchid && asked.sub_mch_id === party.subMchid
      if (!isOurs || asked.sign !== signatureOf(asked, party.apiKey))
        return xmlOf({ return_code: 'FAIL', return_msg: '签名错误' })
      const head = { return_code: 'SUCCESS', return_msg: 'OK', ...us }
      try {
        return signed({ ...head, result_code: 'SUCCESS', ...act(asked) })
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        return signed({ ...head, result_code: 'FAIL', err_code: error.code, err_code_des: error.message })
      }
    })
  }

  const orderOf = ({ out_trade_no: number = '' }: Fields): Order => {
    const order = orders.get(number)
    if (!order) throw new Refused('ORDERNOTEXIST', '此交易订单号不存在')
    return order
  }
  const isOver = ({ asked, isClosed }: Order) =>
    isClosed || (asked.time_expire ?? '~') <= formatTime(clock.now()).replace(/\D/g, '')

  call('/pay/unifiedorder', asked => {
    const { out_trade_no: number = '', total_fee: fee = '', sub_openid: openid } = asked
    if (!/^[1-9]\d*$/.test(fee) || !openid || asked.trade_type !== 'JSAPI') throw new Refused('PARAM_ERROR', '参数错误')
    const known = orders.get(number)
    if (known?.paid) throw new Refused('ORDERPAID', '该订单已支付')
    if (known) throw new Refused('OUT_TRADE_NO_USED', '商户订单号重复')
    const order = { asked, prepayId: `wx${randomBytes(17).toString('hex')}`, isClosed: false }
    remember(orders, number, order, MOST)
    return { prepay_id: order.prepayId, trade_type: 'JSAPI' }
  })

  call('/pay/orderquery', asked => {
    const order = orderOf(asked)
    return { ...moneyOf(order), trade_state: order.paid ? 'SUCCESS' : isOver(order) ? 'CLOSED' : 'NOTPAY' }
  })

  call('/pay/closeorder', asked => {
    const order = orderOf(asked)
    if (order.paid) throw new Refused('ORDERPAID', '该订单已支付')
    order.isClosed = true
    return {}
  })

  call('/secapi/pay/refund', asked => {
    const { paid, asked: placed } = orderOf(asked)
    if (!paid) throw new Refused('TRADE_STATE_ERROR', '订单状态错误')
    const { out_refund_no: number = '', refund_fee: fee = '' } = asked
    const before = [...refunds.values()].filter(one => one.asked.out_trade_no === asked.out_trade_no)
    const given = before.reduce((sum, one) => sum + Number(one.asked.refund_fee), 0)
    const known = refunds.get(number)
    if (!known && given + Number(fee) > Number(placed.total_fee)) throw new Refused('ERROR', '退款金额大于可退金额')
    if (!known) remember(refunds, number, { asked, at: clock.now() }, MOST)
    return { out_refund_no: number, refund_fee: fee }
  })

  call('/pay/refundquery', ({ out_refund_no: number = '' }) => {
    const refund = refunds.get(number)
    if (!refund) throw new Refused('REFUNDNOTEXIST', '退款订单查询失败')
    return { out_refund_no_0: number, refund_fee_0: refund.asked.refund_fee ?? '', refund_status_0: 'SUCCESS' }
  })

  const moneyOf = ({ asked, paid }: Order): Fields => ({
    out_trade_no: asked.out_trade_no ?? '',
    sub_appid: asked.sub_appid ?? '',
    ...(paid && {
      sub_openid: asked.sub_openid ?? '',
      trade_type: 'JSAPI',
      bank_type: 'OTHERS',
      total_fee: asked.total_fee ?? '',
      fee_type: 'CNY',
      cash_fee: asked.total_fee ?? '',
      transaction_id: paid.transactionId,
      time_end: formatTime(paid.at).replace(/\D/g, ''),
    }),
  })

  /** The payer confirms a sheet; its signature is checked as the payer's WeChat does. `isLost`: nobody is told. */
  app.post('/confirm', async request => {
    const { isLost, ...sheet } = fieldsOf(request.body)
    const { timeStamp, nonceStr, package: prepared, signType } = sheet as Fields
    const order = [...orders.values()].find(({ prepayId }) => textOf(sheet, 'package') === `prepay_id=${prepayId}`)
    if (!order) throw new ControlError(404, 'no such prepay_id')
    const content = { appId: order.asked.sub_appid, timeStamp, nonceStr, package: prepared, signType } as Fields
    if (sheet.paySign !== signatureOf(content, party.apiKey)) throw new ControlError(400, 'paySign is wrong')
    if (order.paid || isOver(order)) throw new ControlError(409, 'already paid, closed or expired')
    order.paid = { transactionId: `42${Array.from({ length: 26 }, () => randomInt(10)).join('')}`, at: clock.now() }
    const { out_trade_no: outTradeNo = '', sub_openid: openid = '' } = order.asked
    paid?.note({ outTradeNo, openid, ...order.paid })
    if (isLost === true) return { accepted: false }
    return tell(
      order.asked.notify_url ?? '',
      signed({ return_code: 'SUCCESS', result_code: 'SUCCESS', ...us, ...moneyOf(order) }),
    )
  })

  app.get('/refunds', async () => [...refunds.values()].map(({ asked }) => asked))

  /** A refund has ended: sealed under the hash of the key, and unsigned. */
  app.post('/refunds/finish', async request => {
    const { asked } = refunds.get(textOf(fieldsOf(request.body), 'outRefundNo')) ?? {}
    if (!asked?.notify_url) throw new ControlError(404, 'no such refund')
    const { out_refund_no, out_trade_no } = asked
    const inside = `<root><out_refund_no>${out_refund_no}</out_refund_no><out_trade_no>${out_trade_no}</out_trade_no><refund_status>SUCCESS</refund_status></root>`
    const cipher = createCipheriv('aes-256-ecb', createHash('md5').update(party.apiKey).digest('hex'), null)
    const sealed = Buffer.concat([cipher.update(inside), cipher.final()]).toString('base64')
    return tell(asked.notify_url, xmlOf({ return_code: 'SUCCESS', ...us, req_info: sealed }))
  })
}

async function tell(url: string, body: string): Promise<{ accepted: boolean; status: number }> {
  const headers = { 'content-type': 'text/xml' }
  const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined)
  const said = fieldsIn(await answer?.text())
  return { accepted: said.return_code === 'SUCCESS', status: answer?.status ?? 0 }
}
