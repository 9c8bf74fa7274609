import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { fen, yuanText } from '../../contract/money'
import { dayOf, formatTime } from '../../contract/time'
import { remember } from '../bounded'
import { toGbk } from '../gbk'
import { writeZip } from '../zip'
import type { AlipayParty } from './index'
import type { Orders } from './orders'
import { BizRefusal } from './refusal'

const TITLES =
  '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注'

/** The trade bill of a day: a zip of two tables in GBK, at an address that works for half a minute. */
export function createBills(app: FastifyInstance, party: AlipayParty, orders: Orders) {
  const files = new Map<string, Buffer>()
  app.get('/bill/:token', async (request, reply) => {
    const file = files.get((request.params as { token: string }).token)
    return file ? reply.type('application/zip').send(file) : reply.code(403).send('expired')
  })

  function tableOf(day: string): string | undefined {
    const paid = orders.all().filter(({ paidAt }) => paidAt && dayOf(paidAt) === day)
    const given = orders
      .all()
      .flatMap(order =>
        [...order.refunds].flatMap(([no, { amountFen, at }]) =>
          dayOf(at) === day ? [{ order, no, amountFen, at }] : [],
        ),
      )
    if (paid.length + given.length === 0) return undefined
    const row = (
      tradeNo: string,
      outTradeNo: string,
      type: string,
      subject: string,
      at: Date,
      amount: string,
      no: string,
    ) =>
      [
        tradeNo,
        outTradeNo,
        type,
        subject.replaceAll(',', ' '),
        formatTime(at),
        formatTime(at),
        '',
        '',
        '',
        '',
        '*三(159******20)',
        amount,
        amount,
      ]
        .concat(Array(8).fill('0.00'), [no, '0.00', '0.00', ''])
        .map(field => `${field}\t`)
        .join(',')
    return [
      '#支付宝业务明细查询',
      `#账号：[${party.sellerId}0156]`,
      '#-----------------------------------------业务明细列表----------------------------------------',
      TITLES,
      ...paid.map(({ tradeNo, outTradeNo, subject, paidAt, totalFen }) =>
        row(tradeNo, outTradeNo, '交易', subject, paidAt ?? new Date(0), yuanText(fen(totalFen)), ''),
      ),
      ...given.map(({ order, no, amountFen, at }) =>
        row(order.tradeNo, order.outTradeNo, '退款', order.subject, at, `-${yuanText(fen(amountFen))}`, no),
      ),
      '#-----------------------------------------业务明细列表结束------------------------------------',
    ].join('\r\n')
  }

  return {
    /** Where the bill of a day lies. */
    addressOf(day: unknown, request: FastifyRequest): string {
      const table = tableOf(String(day))
      if (!table) throw new BizRefusal('isp.bill_not_exist', '账单不存在')
      const token = randomBytes(16).toString('hex')
      const summary = ['#支付宝业务汇总查询', '门店编号,门店名称,交易订单总笔数', '合计,,1'].join('\r\n')
      const file = (name: string, text: string) => ({
        name: toGbk(`${party.sellerId}_${name}.csv`),
        content: toGbk(text),
      })
      remember(files, token, writeZip([file('业务明细(汇总)', summary), file('业务明细', table)]), 100)
      const base = `${request.protocol}://${request.host}${request.url.split('/gateway.do')[0]}`
      return `${base}/bill/${token}`
    },
  }
}

export type Bills = ReturnType<typeof createBills>
