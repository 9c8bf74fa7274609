import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { type BillLine, columnsOf, fenIn } from '../bill'
import { GatewayError } from '../error'
import { asText, type JsonObject } from '../json'
import type { Caller } from './call'
import { PARTY } from './refusal'

const LARGEST_BILL = 256 << 20

/**
 * The trade bill of a day, in yuan: a file that nobody signed, held against the hash that a signed answer told. Throws
 * `GatewayError`: `noBill` when there was no trade, `badHash` for another file.
 */
export async function tradeBill({ call, download }: Caller, day: string): Promise<BillLine[]> {
  const told = await call('GET', `/v3/bill/tradebill?bill_date=${day}&bill_type=ALL&tar_type=GZIP`)
  const url = asText(told.download_url)
  if (!url || !/^https?:\/\//.test(url)) throw unreadable('no address of a bill')
  const text = unpacked(await download(url), told)
  return linesIn(text)
}

/** The hash is that of the file as it is unpacked. */
function unpacked(packed: Buffer, { hash_type, hash_value }: JsonObject): string {
  const isGzip = packed[0] === 0x1f && packed[1] === 0x8b
  const file = isGzip ? gunzipSync(packed, { maxOutputLength: LARGEST_BILL }) : packed
  const hash = createHash('sha1').update(file).digest('hex')
  if (hash_type !== 'SHA1' || hash !== asText(hash_value)?.toLowerCase())
    throw new GatewayError(PARTY, 'badHash', { sent: 'maybe', retry: true })
  return file.toString('utf8')
}

/** Every field begins with a backtick, so that spreadsheets leave it alone; two lines at the end sum up. */
export function linesIn(text: string): BillLine[] {
  const [header = '', ...rows] = text.trim().split(/\r?\n/)
  const titles = header.split(',')
  const at = columnsOf(
    titles,
    '商户订单号',
    '微信订单号',
    '交易状态',
    '应结订单金额',
    '商户退款单号',
    '申请退款金额',
    '订单金额',
  )
  const end = rows.findIndex(row => row.startsWith('总交易单数'))
  return rows.slice(0, end < 0 ? rows.length : end).map(row => lineFrom(row.replace(/^`/, '').split(',`'), at))
}

function lineFrom(fields: string[], at: number[]): BillLine {
  const [outTradeNo = '', transactionId = '', state = '', , outRefundNo = '', refunded = '', ordered = ''] = at.map(
    index => fields[index]?.trim() ?? '',
  )
  const isRefund = state === 'REFUND'
  const amountFen = fenIn(isRefund ? refunded : ordered)
  if (amountFen === undefined || !outTradeNo) throw unreadable('a line of the bill')
  return {
    kind: isRefund ? 'refund' : 'paid',
    outTradeNo,
    outRefundNo: isRefund ? outRefundNo : undefined,
    transactionId,
    amountFen,
  }
}

const unreadable = (detail: string) => new GatewayError(PARTY, 'unreadable', { sent: 'maybe', detail })
