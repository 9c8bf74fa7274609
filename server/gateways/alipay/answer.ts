import type { KeyObject } from 'node:crypto'
import { GatewayError } from '../error'
import type { Answer } from '../http'
import { asText, type JsonObject, parseObject } from '../json'
import { isRsa2Signed } from './sign'

export const PARTY = 'alipay'

/** Alipay's `sub_code`s by what they mean for us. */
const names: Record<string, string> = {
  'ACQ.TRADE_NOT_EXIST': 'orderUnknown',
  'ACQ.TRADE_HAS_CLOSE': 'orderClosed',
  'ACQ.TRADE_HAS_SUCCESS': 'orderPaid',
  'ACQ.REASON_TRADE_STATUS_INVALID': 'orderClosed',
  'ACQ.REASON_ILLEGAL_STATUS': 'orderClosed',
  'ACQ.SELLER_BALANCE_NOT_ENOUGH': 'shopBalanceShort',
  'ACQ.SYSTEM_ERROR': 'busy',
  'AOP.ACQ.SYSTEM_ERROR': 'busy',
  'isp.unknow-error': 'busy',
  'isv.invalid-signature': 'credentials',
  'isv.invalid-app-id': 'credentials',
  'isv.insufficient-isv-permissions': 'noRight',
  'isp.bill_not_exist': 'noBill',
}

/**
 * What an answer says, once its signature stands: it covers the very bytes of the inner object, so these are cut out before
 * anything is parsed. Throws `GatewayError`.
 */
export function believed(answer: Answer, method: string, key: KeyObject): JsonObject {
  const text = answer.body.toString('utf8')
  const outer = parseObject(answer.body)
  const name = [`${method.replaceAll('.', '_')}_response`, 'error_response'].find(known => outer?.[known])
  const raw = name && innerObject(text, name)
  const signature = asText(outer?.sign)
  const detail = `HTTP ${answer.status}`
  if (!raw || !signature || !isRsa2Signed(raw, signature, key))
    throw new GatewayError(PARTY, raw ? 'unverified' : 'unreadable', {
      sent: 'maybe',
      retry: answer.status >= 500,
      detail,
    })
  const json = parseObject(raw) ?? {}
  if (json.code === '10000') return json
  throw refusalOf(json)
}

function refusalOf(json: JsonObject): GatewayError {
  const sub = /^[\w.-]{1,80}$/.exec(asText(json.sub_code) ?? '')?.[0]
  const code = names[sub ?? '']
  // 20000: the service is away. 10003: it is under way. Whether anything was done is not said.
  const isUnclear = code === 'busy' || json.code === '20000' || json.code === '10003'
  const detail = `${asText(json.code) ?? ''} ${sub ?? ''}`.trim()
  return new GatewayError(PARTY, code ?? (isUnclear ? 'busy' : 'refused'), {
    sent: isUnclear ? 'maybe' : 'yes',
    retry: isUnclear || code === 'shopBalanceShort',
    detail,
  })
}

/** The text of the object behind a name, from its brace to the one that closes it. */
function innerObject(text: string, name: string): string | undefined {
  const at = text.indexOf(`"${name}"`)
  const start = at < 0 ? -1 : text.indexOf('{', at)
  if (start < 0) return undefined
  let depth = 0
  let isQuoted = false
  for (let i = start; i < text.length; i++) {
    const character = text[i]
    if (isQuoted && character === '\\') i += 1
    else if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && character === '{') depth += 1
    else if (!isQuoted && character === '}' && --depth === 0) return text.slice(start, i + 1)
  }
  return undefined
}
