import { randomUUID } from 'node:crypto'
import { GatewayError } from '../error'
import { type Answer, addressOf, openLine } from '../http'
import { asText, parseObject } from '../json'
import { acs3Headers, encode } from './acs3'
import type { Sms, SmsMessage, SmsTemplate } from './index'

export interface AliyunSmsSettings {
  /** `https://dysmsapi.aliyuncs.com`, or a simulator's address. */
  baseUrl: string
  accessKeyId: string
  accessKeySecret: string
  /** The approved signature that opens each message. */
  signName: string
  /** Aliyun's template codes, `SMS_…`. */
  templates: Record<SmsTemplate, string>
  timeoutMs?: number
  /** The clock that dates calls; Aliyun accepts a quarter of an hour around its own. */
  now?: () => Date
}

type SmsTrouble = 'rate' | 'invalid' | 'blocked' | 'balance' | 'transient'

/** Aliyun's codes by what they mean for us. All others are `blocked`: credentials, permissions, signature, template. */
const codesByTrouble: Record<Exclude<SmsTrouble, 'blocked'>, readonly string[]> = {
  rate: ['isv.BUSINESS_LIMIT_CONTROL', 'isv.DAY_LIMIT_CONTROL', 'isv.MONTH_LIMIT_CONTROL'],
  invalid: [
    'isv.MOBILE_NUMBER_ILLEGAL',
    'isv.MOBILE_COUNT_OVER_LIMIT',
    'isv.TEMPLATE_MISSING_PARAMETERS',
    'isv.TEMPLATE_PARAMS_ILLEGAL',
    'isv.INVALID_JSON_PARAM',
    'isv.INVALID_PARAMETERS',
    'isv.PARAM_LENGTH_LIMIT',
    'isv.PARAM_NOT_SUPPORT_URL',
  ],
  balance: ['isv.AMOUNT_NOT_ENOUGH', 'isv.OUT_OF_SERVICE'],
  transient: ['isp.SYSTEM_ERROR', 'isp.GATEWAY_ERROR'],
}

const PARTY = 'aliyun-sms'

/** `SendSms` of Aliyun's text message service, version 2017-05-25. */
export function createAliyunSms(settings: AliyunSmsSettings): Sms {
  const { baseUrl, signName, templates, timeoutMs, now = () => new Date() } = settings
  const line = openLine(PARTY, { timeoutMs, keepAlive: false })

  async function send({ mobile, template, params, key }: SmsMessage): Promise<{ vendorId: string }> {
    if (!/^1[3-9]\d{9}$/.test(mobile)) throw new GatewayError(PARTY, 'invalid', { sent: 'no', detail: 'mobile' })
    const url = addressOf(baseUrl, '/')
    const query = {
      PhoneNumbers: mobile,
      SignName: signName,
      TemplateCode: templates[template],
      TemplateParam: JSON.stringify(params),
      OutId: key,
    }
    url.search = Object.entries(query)
      .map(([name, value]) => `${name}=${encode(value)}`)
      .join('&')
    const request = { method: 'POST', url, action: 'SendSms', version: '2017-05-25', body: '' } as const
    const headers = acs3Headers({ ...request, nonce: randomUUID(), now: now() }, settings)
    return readAnswer(await line.send({ method: 'POST', url: url.href, headers }).catch(asTransient))
  }

  return { send, end: line.end }
}

function readAnswer({ status, body }: Answer): { vendorId: string } {
  const answer = parseObject(body)
  const code = asText(answer?.Code)
  if (status === 200 && code === 'OK') return { vendorId: asText(answer?.BizId) ?? '' }
  if (!code || code === 'OK')
    throw new GatewayError(PARTY, 'transient', { sent: 'maybe', detail: `HTTP ${status} without a code` })
  const trouble = troubleOf(code, status)
  const detail = /^[\w.-]{1,80}$/.test(code) ? code : 'a code that is none'
  const mayPass = trouble === 'rate' || trouble === 'transient'
  throw new GatewayError(PARTY, trouble, { sent: 'yes', retry: mayPass, detail })
}

function troubleOf(code: string, status: number): SmsTrouble {
  if (code.startsWith('Throttling')) return 'rate'
  const known = (['rate', 'invalid', 'balance', 'transient'] as const).find(it => codesByTrouble[it].includes(code))
  return known ?? (status >= 500 ? 'transient' : 'blocked')
}

function asTransient(error: unknown): never {
  if (!(error instanceof GatewayError)) throw error
  const { sent, retry, code, cause } = error
  throw new GatewayError(PARTY, 'transient', { sent, retry, detail: code, cause })
}
