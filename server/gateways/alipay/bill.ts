import { type BillLine, columnsOf, fenIn } from '../bill'
import { GatewayError } from '../error'
import { readZip } from '../zip'
import { PARTY } from './answer'

/**
 * The trades in Alipay's bill: a zip of two tables in GBK, of which the one with the details counts. Its table stands between lines
 * that begin with `#`. Throws `GatewayError` `unreadable`.
 */
export function linesIn(zip: Buffer): BillLine[] {
  try {
    const tables = readZip(zip).map(({ content }) => new TextDecoder('gbk').decode(content))
    const details = tables.find(table => table.includes('业务明细列表开始') || /业务类型,/.test(table))
    if (details === undefined) throw new TypeError('no table of trades')
    return tradesIn(details)
  } catch (cause) {
    throw new GatewayError(PARTY, 'unreadable', { sent: 'maybe', detail: 'the bill', cause })
  }
}

function tradesIn(table: string): BillLine[] {
  const [header = '', ...rows] = table.split(/\r?\n/).filter(line => line.trim() && !line.startsWith('#'))
  const at = columnsOf(
    header.split(','),
    '支付宝交易号',
    '商户订单号',
    '业务类型',
    '订单金额（元）',
    '退款批次号/请求号',
  )
  return rows.map(row => {
    const fields = row.split(',').map(field => field.trim())
    const [transactionId = '', outTradeNo = '', type = '', amount = '', outRefundNo = ''] = at.map(
      index => fields[index] ?? '',
    )
    const amountFen = fenIn(amount)
    if (amountFen === undefined || !outTradeNo) throw new TypeError('a line of the bill')
    const isRefund = type.includes('退款')
    return {
      kind: isRefund ? ('refund' as const) : ('paid' as const),
      outTradeNo,
      outRefundNo: isRefund ? outRefundNo : undefined,
      transactionId,
      amountFen: Math.abs(amountFen),
    }
  })
}
