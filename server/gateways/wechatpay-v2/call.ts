import { randomBytes } from 'node:crypto'
import { GatewayError } from '../error'
import { type Answer, addressOf, type Line } from '../http'
import { readXml, writeXml } from '../xml'
import { type Fields, isSigned, md5Sign } from './sign'

export const PARTY = 'wechatpay-v2'
export type Answered = Readonly<Record<string, string>>

const CODES: Readonly<Record<string, string>> = {
  ORDERNOTEXIST: 'orderUnknown',
  REFUNDNOTEXIST: 'orderUnknown',
  ORDERPAID: 'orderPaid',
  ORDERCLOSED: 'orderClosed',
  OUT_TRADE_NO_USED: 'tradeNoUsed',
  NOTENOUGH: 'shopBalanceShort',
  FREQUENCY_LIMITED: 'tooMany',
  BIZERR_NEED_RETRY: 'busy',
  SYSTEMERROR: 'busy',
}

/** Signs and sends one call, and answers its fields once their signature stands. Throws `GatewayError`. */
export async function callV2(
  line: Line,
  { baseUrl, apiKey }: { baseUrl: string; apiKey: string },
  path: string,
  fields: Fields,
): Promise<Answered> {
  const content = { ...fields, nonce_str: randomBytes(16).toString('hex') }
  const answer = await line.send({
    method: 'POST',
    url: addressOf(baseUrl, path).href,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: writeXml({ ...content, sign: md5Sign(content, apiKey) }),
    // Every call names our own number, under which WeChat Pay does each thing once.
    repeatable: true,
  })
  return believed(answer, apiKey)
}

/** A refusal of the envelope is unsigned and proves nothing; one of the business is signed. */
function believed({ status, body }: Answer, apiKey: string): Answered {
  const fields = textFields(body.toString())
  const isBusy = status >= 500 || status === 429
  if (status !== 200 || !fields) throw new GatewayError(PARTY, 'unreadable', { sent: 'maybe', retry: isBusy })
  if (fields.return_code !== 'SUCCESS')
    throw new GatewayError(PARTY, 'unverified', { sent: 'maybe', detail: fields.return_msg?.slice(0, 100) })
  if (!isSigned(fields, apiKey)) throw new GatewayError(PARTY, 'signature', { sent: 'maybe' })
  if (fields.result_code === 'SUCCESS') return fields
  const theirs = fields.err_code ?? ''
  const code = CODES[theirs] ?? 'refused'
  const canRetry = ['busy', 'tooMany', 'shopBalanceShort'].includes(code)
  throw new GatewayError(PARTY, code, { sent: code === 'busy' ? 'maybe' : 'yes', retry: canRetry, detail: theirs })
}

/** The fields of a message, all of them text; undefined for anything else, a field that comes twice among it. */
export function textFields(xml: string): Answered | undefined {
  const fields = readXml(xml)
  if (!fields || Object.values(fields).some(value => typeof value !== 'string')) return undefined
  return fields as Answered
}
