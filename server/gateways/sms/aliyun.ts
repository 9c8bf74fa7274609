import { randomUUID } from 'node:crypto'
import { type Answer, addressOf, openLine } from '../http'
import { asText, parseObject } from '../json'
import { acs3Headers, encode } from './acs3'
import type { Sms, SmsMessage, SmsTemplate } from './index'
import { asTransient, provesNothing, refusedBy, requireMobile, type SmsTrouble } from './troubles'

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

/** Aliyun's codes by what they mean for us. All others are `blocked`: credentials, permissions, signature, template. */
const codesByTrouble: Record<Exclude<SmsTrouble, 'blocked' | 'template'>, readonly string[]> = {
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
const APPROVED = 1

/** `SendSms` of Aliyun's text message service, version 2017-05-25. */
export function createAliyunSms(settings: AliyunSmsSettings): Sms {
  const { baseUrl, signName, templates, timeoutMs, now = () => new Date() } = settings
  const line = openLine(PARTY, { timeoutMs, keepAlive: false })

  async function call(action: string, query: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
    const url = addressOf(baseUrl, '/')
    url.search = Object.entries(query)
      .map(([name, value]) => `${name}=${encode(value)}`)
      .join('&')
    const request = { method: 'POST', url, action, version: '2017-05-25', body: '' } as const
    const headers = acs3Headers({ ...request, nonce: randomUUID(), now: now() }, settings)
    return readAnswer(await line.send({ method: 'POST', url: url.href, headers }).catch(asTransient(PARTY)))
  }

  async function send({ mobile, template, params, key }: SmsMessage): Promise<{ vendorId: string }> {
    requireMobile(PARTY, mobile)
    const answer = await call('SendSms', {
      PhoneNumbers: mobile,
      SignName: signName,
      TemplateCode: templates[template],
      TemplateParam: JSON.stringify(params),
      OutId: key,
    })
    return { vendorId: asText(answer.BizId) ?? '' }
  }

  /** Reads what became of each template: credentials, rights and templates are right when all are approved. */
  async function check(): Promise<void> {
    for (const template of Object.values(templates)) {
      const { TemplateStatus: status } = await call('QuerySmsTemplate', { TemplateCode: template })
      if (Number(status) !== APPROVED) throw refusedBy(PARTY, 'template', 'not-approved')
    }
  }

  return { send, check, end: line.end }
}

function readAnswer({ status, body }: Answer): Record<string, unknown> {
  const answer = parseObject(body)
  const code = asText(answer?.Code)
  if (answer && status === 200 && code === 'OK') return answer
  if (!code || code === 'OK') throw provesNothing(PARTY, `HTTP ${status} without a code`)
  throw refusedBy(PARTY, troubleOf(code, status), code)
}

function troubleOf(code: string, status: number): SmsTrouble {
  if (code.startsWith('Throttling')) return 'rate'
  const known = (['rate', 'invalid', 'balance', 'transient'] as const).find(it => codesByTrouble[it].includes(code))
  return known ?? (status >= 500 ? 'transient' : 'blocked')
}
