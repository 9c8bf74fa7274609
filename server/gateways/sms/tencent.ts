import { type Answer, addressOf, openLine } from '../http'
import { asText, parseObject } from '../json'
import type { Sms, SmsMessage, SmsTemplate } from './index'
import { tc3Authorization, tc3Seconds } from './tc3'
import { asTransient, provesNothing, refusedBy, requireMobile, type SmsTrouble } from './troubles'

export interface TencentSmsSettings {
  /** `https://sms.tencentcloudapi.com`, or a simulator's address. */
  baseUrl: string
  secretId: string
  secretKey: string
  /** The application of the text message console, `1400…`. */
  sdkAppId: string
  /** The approved signature that opens each message. */
  signName: string
  /** Numbers of approved templates; each takes its parameters in the order in which the message names them. */
  templates: Record<SmsTemplate, string>
  region: string
  timeoutMs?: number
  /** The clock that dates calls; Tencent accepts five minutes around its own. */
  now?: () => Date
}

/** Tencent's codes, or what they begin with, by what they mean for us. All others are `blocked`. */
const TROUBLES: readonly (readonly [SmsTrouble, readonly string[]])[] = [
  ['rate', ['LimitExceeded', 'RequestLimitExceeded']],
  [
    'invalid',
    [
      'InvalidParameterValue.IncorrectPhoneNumber',
      'InvalidParameterValue.ContentLengthLimit',
      'InvalidParameterValue.TemplateParameter',
      'FailedOperation.ContainSensitiveWord',
      'FailedOperation.TemplateParamSetNotMatchApprovedTemplate',
    ],
  ],
  ['balance', ['FailedOperation.InsufficientBalanceInSmsPackage']],
  ['transient', ['InternalError']],
]
/** Tencent waited for its own next one, in vain: the message may have left. */
const MAY_HAVE_LEFT = 'InternalError.Timeout'

const PARTY = 'tencent-sms'
const VERSION = '2021-01-11'
const CONTENT_TYPE = 'application/json; charset=utf-8'
const MAINLAND = 0
const APPROVED = 0

/** `SendSms` of Tencent Cloud's text message service. */
export function createTencentSms(settings: TencentSmsSettings): Sms {
  const { baseUrl, sdkAppId, signName, templates, region, timeoutMs, now = () => new Date() } = settings
  const line = openLine(PARTY, { timeoutMs, keepAlive: false })
  const url = addressOf(baseUrl, '/')

  async function call(action: string, fields: object): Promise<Answer> {
    const body = JSON.stringify(fields)
    const signed = { 'content-type': CONTENT_TYPE, host: url.host, 'x-tc-action': action }
    const at = now()
    const authorization = tc3Authorization({ service: 'sms', url, headers: signed, body, now: at }, settings)
    const dated = { 'x-tc-version': VERSION, 'x-tc-region': region, 'x-tc-timestamp': tc3Seconds(at) }
    const headers = { ...signed, ...dated, authorization }
    return line.send({ method: 'POST', url: url.href, headers, body }).catch(asTransient(PARTY))
  }

  async function send({ mobile, template, params, key }: SmsMessage): Promise<{ vendorId: string }> {
    requireMobile(PARTY, mobile)
    const answer = await call('SendSms', {
      PhoneNumberSet: [`+86${mobile}`],
      SmsSdkAppId: sdkAppId,
      SignName: signName,
      TemplateId: templates[template],
      TemplateParamSet: Object.values(params),
      SessionContext: key,
    })
    const response = readAnswer(answer)
    const [status] = listIn(response.SendStatusSet)
    const code = asText(status?.Code)
    if (!status || !code) throw provesNothing(PARTY, 'no status of the message')
    if (code !== 'Ok') throw refusalOf(code)
    return { vendorId: asText(status.SerialNo) ?? '' }
  }

  /** Reads what became of the template: credentials, rights and the template are right when it is approved. */
  async function check(): Promise<void> {
    const ids = Object.values(templates).map(Number)
    const response = readAnswer(await call('DescribeSmsTemplateList', { TemplateIdSet: ids, International: MAINLAND }))
    const approved = listIn(response.DescribeTemplateStatusSet).filter(({ StatusCode }) => StatusCode === APPROVED)
    if (!ids.every(id => approved.some(({ TemplateId }) => Number(TemplateId) === id)))
      throw refusedBy(PARTY, 'template', 'not-approved')
  }

  return { send, check, end: line.end }
}

function readAnswer({ status, body }: Answer): Record<string, unknown> {
  const response = objectIn(parseObject(body)?.Response)
  if (!response) throw provesNothing(PARTY, `HTTP ${status} without a response`)
  const code = asText(objectIn(response.Error)?.Code)
  if (code) throw refusalOf(code)
  return response
}

function refusalOf(code: string) {
  if (code.startsWith(MAY_HAVE_LEFT)) return provesNothing(PARTY, MAY_HAVE_LEFT)
  const known = TROUBLES.find(([, codes]) => codes.some(it => code === it || code.startsWith(`${it}.`)))
  return refusedBy(PARTY, known?.[0] ?? 'blocked', code)
}

const objectIn = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined

const listIn = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.map(objectIn).filter(one => one !== undefined) : []
