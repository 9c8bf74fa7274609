import { randomInt, randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Clock, callersNow } from '../clock'
import { fieldsOf } from '../control'
import type { Limit, Messages } from '../messages'
import { LOST } from '../phones'
import { isSigned, signedIn } from './signature'

export interface TencentSmsParty {
  secretId: string
  secretKey: string
  sdkAppId: string
}

const FRESH_SECONDS = 5 * 60
const REFUSED_TEMPLATE = 9_999_999
/** Of one number. */
const limits: readonly Limit[] = [
  { seconds: 30, most: 1, text: 'LimitExceeded.PhoneNumberThirtySecondLimit' },
  { seconds: 86_400, most: 10, text: 'LimitExceeded.PhoneNumberDailyLimit' },
]

/** Tencent Cloud's text message service (2021-01-11) under `/tencent-sms`. Every answer has HTTP 200. */
export function tencentSms(app: FastifyInstance, party: TencentSmsParty, clock: Clock, messages: Messages): void {
  // The bytes as they came: they are signed.
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => done(null, text))

  app.post('/', async request => {
    const body = String(request.body ?? '')
    const problem = intruder(request, body, party, clock)
    if (problem) return failed(problem)
    const fields = fieldsOf(JSON.parse(body))
    if (request.headers['x-tc-action'] === 'SendSms') return send(fields)
    return request.headers['x-tc-action'] === 'DescribeSmsTemplateList' ? describe(fields) : failed('InvalidAction')
  })

  function send({ PhoneNumberSet, SmsSdkAppId, SignName, TemplateId, TemplateParamSet, SessionContext }: Fields) {
    if (SmsSdkAppId !== party.sdkAppId) return failed('UnauthorizedOperation.SmsSdkAppIdVerifyFail')
    const [number = ''] = textsIn(PhoneNumberSet)
    const mobile = /^\+86(1[3-9]\d{9})$/.exec(number)?.[1]
    if (!mobile) return status(number, 'InvalidParameterValue.IncorrectPhoneNumber')
    const signName = String(SignName ?? '')
    if (!signName) return status(number, 'FailedOperation.SignatureIncorrectOrUnapproved')
    if (!/^\d+$/.test(String(TemplateId))) return status(number, 'FailedOperation.TemplateIncorrectOrUnapproved')
    const [code, ...others] = textsIn(TemplateParamSet)
    if (!code || others.length) return status(number, 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate')
    const fault = messages.faultOf(mobile)
    if (fault && fault !== LOST) return status(number, fault)
    const excess = messages.excess(mobile, signName, limits)
    if (excess) return status(number, excess)
    const outId = String(SessionContext ?? '')
    const sent = { mobile, signName, templateCode: String(TemplateId), params: { code }, outId }
    messages.keep({ ...sent, provider: 'tencent', sentAt: clock.now() })
    return fault === LOST ? {} : status(number, 'Ok')
  }

  function describe({ TemplateIdSet }: Fields) {
    const ids = Array.isArray(TemplateIdSet) ? TemplateIdSet.map(Number) : []
    const known = ids.map(id => ({ TemplateId: id, StatusCode: id === REFUSED_TEMPLATE ? -1 : 0, International: 0 }))
    return { Response: { DescribeTemplateStatusSet: known, RequestId: randomUUID() } }
  }
}

type Fields = Record<string, unknown>

/** The provider's code for a call that it does not let in. */
function intruder({ headers, originalUrl }: FastifyRequest, body: string, party: TencentSmsParty, clock: Clock) {
  const signed = signedIn(headers.authorization ?? '')
  if (!signed) return 'AuthFailure.InvalidAuthorization'
  if (signed.secretId !== party.secretId) return 'AuthFailure.SecretIdNotFound'
  const timestamp = Number(headers['x-tc-timestamp'])
  if (!Number.isInteger(timestamp)) return 'MissingParameter'
  if (!callersNow(new Date(timestamp * 1000), clock, FRESH_SECONDS)) return 'AuthFailure.SignatureExpire'
  if (signed.service !== 'sms' || !isSigned({ target: originalUrl, headers, body }, signed, party.secretKey))
    return 'AuthFailure.SignatureFailure'
  if (headers['x-tc-version'] !== '2021-01-11') return 'NoSuchVersion'
  return headers['x-tc-region'] ? undefined : 'MissingParameter'
}

const failed = (Code: string) => ({ Response: { Error: { Code, Message: '模拟的拒绝' }, RequestId: randomUUID() } })

const status = (PhoneNumber: string, Code: string) => ({
  Response: {
    SendStatusSet: [
      {
        SerialNo: Code === 'Ok' ? `2640:${randomInt(1e12)}` : '',
        PhoneNumber,
        Fee: Code === 'Ok' ? 1 : 0,
        SessionContext: '',
        Code,
        Message: Code === 'Ok' ? 'send success' : '模拟的拒绝',
        IsoCode: 'CN',
      },
    ],
    RequestId: randomUUID(),
  },
})

const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
