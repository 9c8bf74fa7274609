import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { ApiRefusal, paramError } from './refusal'

const TRADE_TYPES = { jsapi: 'JSAPI', app: 'APP', h5: 'MWEB', native: 'NATIVE' } as const
export type Kind = keyof typeof TRADE_TYPES

/** An order as it was asked for; two of them with the same text are the same order. */
export interface Placing {
  tradeType: (typeof TRADE_TYPES)[Kind]
  appid: string
  outTradeNo: string
  description: string
  amountFen: number
  notifyUrl: string
  attach?: string
  openid?: string
  payerIp?: string
  /** Milliseconds since 1970. */
  expiresAt?: number
}

export type Fields = Record<string, unknown>

const LONGEST_DESCRIPTION_BYTES = 127
const NUMBER = /^[0-9A-Za-z_\-|*]{6,32}$/
/** As the API itself prints its rule: no query, no fragment. */
const NOTIFY_URL = /^https?:\/\/([^\s/?#[\]@]+@)?([^\s/?#@:]+)(?::\d{2,5})?([^\s?#[\]]*)$/

/** Checks the fields of a new order; throws `ApiRefusal`. */
export function readPlacing(
  kind: Kind,
  json: unknown,
  merchant: { mchid: string; appids: readonly (string | undefined)[] },
  now: Date,
): Placing {
  const fields = objectIn(json, '请求体')
  const appid = merchant.appids.find(known => known !== undefined && known === fields.appid)
  if (!appid || fields.mchid !== merchant.mchid)
    throw new ApiRefusal(400, 'APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配')
  const outTradeNo = textIn(fields, 'out_trade_no', 32)
  if (!NUMBER.test(outTradeNo)) throw paramError('输入源“/body/out_trade_no”映射到值字段“商户订单号”字符串规则校验失败')
  const notifyUrl = textIn(fields, 'notify_url', 255)
  if (!NOTIFY_URL.test(notifyUrl)) throw paramError('输入源“/body/notify_url”映射到值字段“通知地址”字符串规则校验失败')
  return {
    tradeType: TRADE_TYPES[kind],
    appid,
    outTradeNo,
    description: textIn(fields, 'description', LONGEST_DESCRIPTION_BYTES),
    amountFen: amountIn(fields),
    notifyUrl,
    attach: fields.attach === undefined ? undefined : textIn(fields, 'attach', 128),
    expiresAt: expiryIn(fields, now),
    ...(kind === 'jsapi' && { openid: textIn(objectIn(fields.payer, 'payer'), 'openid', 128) }),
    ...(kind === 'h5' && { payerIp: payerIpIn(fields) }),
  }
}

function amountIn(fields: Fields): number {
  const { total, currency = 'CNY' } = objectIn(fields.amount, 'amount')
  if (!Number.isSafeInteger(total) || Number(total) < 1) throw paramError('输入源“/body/amount/total”数值规则校验失败')
  if (currency !== 'CNY') throw paramError('输入源“/body/amount/currency”枚举规则校验失败')
  return Number(total)
}

function payerIpIn(fields: Fields): string {
  const scene = objectIn(fields.scene_info, 'scene_info')
  const ip = textIn(scene, 'payer_client_ip', 45)
  if (isIP(ip) === 0) throw paramError('输入源“/body/scene_info/payer_client_ip”不是IP地址')
  textIn(objectIn(scene.h5_info, 'h5_info'), 'type', 32)
  return ip
}

function expiryIn({ time_expire: text }: Fields, now: Date): number | undefined {
  if (text === undefined) return undefined
  const isTime = typeof text === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(text)
  const at = isTime ? Date.parse(text) : Number.NaN
  if (!(at > now.getTime())) throw paramError('time_expire时间过短，或不是RFC3339格式')
  return at
}

/** The body of a signed call, which arrives as it was signed. */
export function jsonOf({ body }: FastifyRequest): unknown {
  try {
    return JSON.parse(String(body))
  } catch {
    throw paramError('请求体不是有效的JSON')
  }
}

export function objectIn(value: unknown, name: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw paramError(`${name}：必填性规则校验失败`)
  return value as Fields
}

/** Lengths are counted in UTF-8 bytes, as the API does. */
export function textIn(fields: Fields, name: string, most: number): string {
  const value = fields[name]
  if (typeof value !== 'string' || value === '')
    throw paramError(`输入源“/body/${name}”必填性规则校验失败，此字段为必填项`)
  const bytes = Buffer.byteLength(value)
  if (bytes > most) throw paramError(`输入源“/body/${name}”字符串规则校验失败，字节数 ${bytes}，大于最大值 ${most}`)
  return value
}
