import { GatewayError } from '../error'
import type { Answer } from '../http'
import { asText, parseObject } from '../json'
import type { SignatureProblem } from './sign'

export const PARTY = 'wechatpay'

/** WeChat Pay's codes without their underscores: older and newer pages write `ORDERNOTEXIST` and `ORDER_NOT_EXIST`. */
const names: Record<string, string> = {
  ORDERNOTEXIST: 'orderUnknown',
  RESOURCENOTEXISTS: 'orderUnknown',
  NOTFOUND: 'orderUnknown',
  ORDERPAID: 'orderPaid',
  ORDERCLOSED: 'orderClosed',
  OUTTRADENOUSED: 'tradeNoUsed',
  USERPAYING: 'userPaying',
  OPENIDMISMATCH: 'openidMismatch',
  NOSTATEMENTEXIST: 'noBill',
  STATEMENTCREATING: 'busy',
  SIGNERROR: 'credentials',
  APPIDMCHIDNOTMATCH: 'credentials',
  MCHNOTEXISTS: 'credentials',
  NOAUTH: 'noRight',
  PARAMERROR: 'badRequest',
  INVALIDREQUEST: 'badRequest',
  FREQUENCYLIMITED: 'tooMany',
  RATELIMITEXCEEDED: 'tooMany',
  NOTENOUGH: 'shopBalanceShort',
  SYSTEMERROR: 'busy',
  BANKERROR: 'busy',
}

/**
 * The error for an answer that is not a success. Without a good signature it proves nothing: then the code is
 * `unverified` and the order must be asked for again before anything is concluded from it.
 */
export function refusalOf(answer: Answer, problem: SignatureProblem | undefined): GatewayError {
  const json = parseObject(answer.body)
  const theirs = /^[A-Z][A-Z0-9_]{1,47}$/.exec(asText(json?.code) ?? '')?.[0]
  const detail = `HTTP ${answer.status}${theirs ? ` ${theirs}` : ''}`
  const isBusy = answer.status >= 500 || answer.status === 429
  if (problem) return new GatewayError(PARTY, 'unverified', { sent: 'maybe', retry: isBusy, detail })

  const message = (asText(json?.message) ?? '').slice(0, 200)
  const code = message.includes('商户订单号重复') ? 'tradeNoUsed' : names[theirs?.replaceAll('_', '') ?? '']
  // A fault on their side is no refusal: the order may have been made. The same request may be sent again.
  const isFault = answer.status >= 500 && (!code || code === 'busy')
  return new GatewayError(PARTY, code ?? 'refused', {
    sent: isFault ? 'maybe' : 'yes',
    retry: isFault || code === 'busy' || code === 'tooMany' || code === 'shopBalanceShort' || (!code && isBusy),
    detail: message ? `${detail}: ${message}` : detail,
  })
}
