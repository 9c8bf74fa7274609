import { createHash, randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { fen, yuanText } from '../../contract/money'
import { dayOf, formatTime } from '../../contract/time'
import { remember } from '../bounded'
import type { WechatPayParty } from './index'
import type { Order, Orders } from './orders'
import type { Refund, Refunds } from './refunds'
import { ApiRefusal, paramError } from './refusal'

interface Desk {
  party: WechatPayParty
  orders: Orders
  refunds: Refunds
  /** Lines that the demo adds or leaves out, to see what the shop makes of it. */
  changes: BillChanges
}

export interface BillChanges {
  leaveOut: Set<string>
  addFen: number
}

const TITLES =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注'

/** The trade bill of a day, and the file behind the address that it tells. */
export function bills(app: FastifyInstance, { party, orders, refunds, changes }: Desk): void {
  const files = new Map<string, Buffer>()

  app.get('/billdownload/file', async (request, reply) => {
    const file = files.get(String((request.query as { token?: string }).token ?? ''))
    if (!file) throw new ApiRefusal(404, 'RESOURCE_NOT_EXISTS', '文件不存在')
    return reply.type('application/octet-stream').send(file)
  })

  app.get('/bill/tradebill', async request => {
    const query = request.query as Record<string, unknown>
    const day = String(query.bill_date ?? '')
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw paramError('输入源“/query/bill_date”字符串规则校验失败')
    const text = billOf(day)
    if (!text) throw new ApiRefusal(400, 'NO_STATEMENT_EXIST', '账单文件不存在')
    const token = randomBytes(16).toString('hex')
    remember(files, token, query.tar_type === 'GZIP' ? gzipSync(text) : Buffer.from(text), 100)
    return {
      hash_type: 'SHA1',
      hash_value: createHash('sha1').update(text).digest('hex'),
      download_url: `${originOf(request)}/billdownload/file?token=${token}`,
    }
  })

  /** Everything before `/v3`: this server may live under a path of its own. */
  const originOf = (request: FastifyRequest) => {
    const base = request.originalUrl.split('/v3/')[0]
    return `${party.publicOrigin ?? `${request.protocol}://${request.host}`}${base}/v3`
  }

  function billOf(day: string): string | undefined {
    const paid = orders
      .all()
      .filter(order => order.paid && dayOf(order.paid.at) === day && !changes.leaveOut.has(order.outTradeNo))
    const given = refunds.all().filter(({ status, at }) => status === 'SUCCESS' && dayOf(new Date(at)) === day)
    if (paid.length + given.length === 0) return undefined
    const lines = [...paid.map(order => paidLine(order)), ...given.map(refundLine)]
    const sum = `\`${[lines.length, 0, 0, 0, 0, 0].join(',`')}`
    return `\uFEFF${TITLES}\r\n${lines.map(fields => `\`${fields.join(',`')}`).join('\r\n')}\r\n总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额\r\n${sum}\r\n`
  }

  function paidLine({ outTradeNo, tradeType, appid, amountFen, description, paid }: Order): string[] {
    const yuan = yuanText(fen(amountFen + changes.addFen))
    const head = [
      formatTime(paid?.at ?? new Date(0)),
      appid,
      party.mchid,
      '0',
      '',
      paid?.transactionId ?? '',
      outTradeNo,
    ]
    const middle = [
      paid?.openid ?? '',
      tradeType,
      'SUCCESS',
      'OTHERS',
      'CNY',
      yuan,
      '0.00',
      '0',
      '0',
      '0.00',
      '0.00',
      '',
      '',
    ]
    return [...head, ...middle, description.replaceAll('`', ''), '', '0.00000', '0.60%', yuan, '0.00', '']
  }

  function refundLine({ outTradeNo, transactionId, outRefundNo, amountFen, totalFen, at }: Refund): string[] {
    const yuan = yuanText(fen(amountFen))
    const head = [formatTime(new Date(at)), party.appid, party.mchid, '0', '', transactionId, outTradeNo]
    const middle = [
      '',
      'JSAPI',
      'REFUND',
      'OTHERS',
      'CNY',
      '0.00',
      '0.00',
      '50',
      outRefundNo,
      yuan,
      '0.00',
      'ORIGINAL',
      'SUCCESS',
    ]
    return [...head, ...middle, '', '', '0.00000', '0.60%', yuanText(fen(totalFen)), yuan, '']
  }
}
