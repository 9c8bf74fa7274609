import { randomInt, randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { remember } from '../bounded'
import { type Clock, callersNow } from '../clock'
import { fieldsOf } from '../control'
import type { Limit, Messages } from '../messages'
import { LOST } from '../phones'
import { accessKeyIdIn, isSigned, parametersIn } from './signature'

export interface SmsParty {
  accessKeyId: string
  accessKeySecret: string
}

const FRESH_SECONDS = 15 * 60
const MOST_NONCES = 20_000
const limits: readonly Limit[] = [
  { seconds: 60, most: 1, text: '触发分钟级流控Permits:1' },
  { seconds: 3_600, most: 5, text: '触发小时级流控Permits:5' },
  { seconds: 86_400, most: 10, text: '触发天级流控Permits:10' },
]
const ACTIONS = ['SendSms', 'QuerySmsTemplate']
const REFUSED_TEMPLATE = 'SMS_9999999'

/** Aliyun's text message service (2017-05-25) under `/aliyun-sms`. */
export function aliyunSms(app: FastifyInstance, party: SmsParty, clock: Clock, messages: Messages): void {
  const { accessKeyId, accessKeySecret } = party
  const intruder = createGuard({ accessKeyId, accessKeySecret }, clock)

  /** Aliyun takes parameters from the query and from a form alike, and refuses a message with HTTP 200. */
  app.post('/aliyun-sms/', async (request, reply) => {
    const body = typeof request.body === 'string' ? request.body : ''
    const problem = intruder(request, body)
    if (problem) return reply.code(400).send(answer(problem, problem))
    const parameters = new Map([...parametersIn(request.originalUrl.split('?', 2)[1] ?? ''), ...parametersIn(body)])
    return request.headers['x-acs-action'] === 'SendSms' ? send(parameters) : query(parameters)
  })

  /** 1 is approved, 2 refused. */
  function query(parameters: Map<string, string>) {
    const TemplateCode = parameters.get('TemplateCode') ?? ''
    if (!/^SMS_\w+$/.test(TemplateCode)) return answer('isv.SMS_TEMPLATE_ILLEGAL', '该账号下找不到对应模板')
    return { ...answer('OK', 'OK'), TemplateCode, TemplateStatus: TemplateCode === REFUSED_TEMPLATE ? 2 : 1 }
  }

  function send(parameters: Map<string, string>) {
    const of = (name: string) => parameters.get(name) ?? ''
    const mobile = of('PhoneNumbers')
    if (!/^1[3-9]\d{9}$/.test(mobile)) return answer('isv.MOBILE_NUMBER_ILLEGAL', '手机号码格式错误')
    if (!of('SignName')) return answer('isv.SMS_SIGNATURE_ILLEGAL', '该账号下找不到对应签名')
    if (!/^SMS_\w+$/.test(of('TemplateCode'))) return answer('isv.SMS_TEMPLATE_ILLEGAL', '该账号下找不到对应模板')
    const params = paramsIn(of('TemplateParam'))
    if (!params) return answer('isv.INVALID_JSON_PARAM', '参数格式错误，请修改为字符串值')
    if (!params.code) return answer('isv.TEMPLATE_MISSING_PARAMETERS', '模板变量缺少对应参数值')
    const fault = messages.faultOf(mobile)
    if (fault && fault !== LOST) return answer(fault, '模拟的拒绝')
    const excess = messages.excess(mobile, of('SignName'), limits)
    if (excess) return answer('isv.BUSINESS_LIMIT_CONTROL', excess)
    const [signName, templateCode, outId] = [of('SignName'), of('TemplateCode'), of('OutId')]
    messages.keep({ mobile, signName, templateCode, params, outId, provider: 'aliyun', sentAt: clock.now() })
    if (fault === LOST) return {}
    return { ...answer('OK', 'OK'), BizId: `${randomInt(1e14)}^0` }
  }
}

/** Answers the provider's code for a call that it does not let in. */
function createGuard({ accessKeyId, accessKeySecret }: SmsParty, clock: Clock) {
  const nonces = new Map<string, true>()

  return (request: FastifyRequest, body: string): string | undefined => {
    const { headers, method, originalUrl: target } = request
    if (accessKeyIdIn(headers.authorization ?? '') !== accessKeyId) return 'InvalidAccessKeyId.NotFound'
    if (!isSigned({ method, target, headers, body }, accessKeySecret)) return 'SignatureDoesNotMatch'
    if (!callersNow(new Date(String(headers['x-acs-date'])), clock, FRESH_SECONDS)) return 'InvalidTimeStamp.Expired'
    const nonce = String(headers['x-acs-signature-nonce'])
    if (nonces.has(nonce)) return 'SignatureNonceUsed'
    remember(nonces, nonce, true, MOST_NONCES)
    const isKnown = ACTIONS.includes(String(headers['x-acs-action'])) && headers['x-acs-version'] === '2017-05-25'
    return isKnown ? undefined : 'InvalidAction.NotFound'
  }
}

const answer = (Code: string, Message: string) => ({ Code, Message, RequestId: randomUUID().toUpperCase() })

/** A JSON object of texts; the provider takes no numbers. */
function paramsIn(json: string): Record<string, string> | undefined {
  try {
    const params = fieldsOf(JSON.parse(json))
    return Object.values(params).every(value => typeof value === 'string')
      ? (params as Record<string, string>)
      : undefined
  } catch {
    return undefined
  }
}
