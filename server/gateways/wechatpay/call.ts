import { createPrivateKey, randomBytes } from 'node:crypto'
import { GatewayError } from '../error'
import { type Answer, addressOf, openLine } from '../http'
import { type JsonObject, parseObject } from '../json'
import { PARTY, refusalOf } from './refusal'
import { authorization, type PlatformKeys, rsaKey, type SignatureProblem, signatureProblem } from './sign'

export interface CallerSettings {
  baseUrl: string
  mchid: string
  serialNo: string
  privateKey: string
  keys: PlatformKeys
  userAgent: string
  timeoutMs?: number
  now: () => Date
}

export interface Caller {
  /**
   * Sends a signed call and answers its JSON, `{}` for an empty answer. Throws `GatewayError`: what `refusalOf` makes of a
   * refusal, or `signature`, `stale`, `unknownSerial`, `unreadable` for a success that proves nothing.
   */
  call(method: 'GET' | 'POST', path: string, content?: JsonObject): Promise<JsonObject>
  end(): Promise<void>
}

/**
 * The signature covers everything after the host in the address that is really called, the base URL's own path included:
 * nothing for `https://api.mch.weixin.qq.com`, the prefix for a party that lives under one.
 */
export function createCaller(settings: CallerSettings): Caller {
  const { baseUrl, mchid, serialNo, keys, userAgent, timeoutMs, now } = settings
  const merchant = { mchid, serialNo, privateKey: rsaKey(createPrivateKey(settings.privateKey)) }
  const publicKeyId = [...keys.keys()].find(serial => serial.startsWith('PUB_KEY_ID_'))
  const line = openLine(PARTY, { timeoutMs })

  async function call(method: 'GET' | 'POST', path: string, content?: JsonObject): Promise<JsonObject> {
    const url = addressOf(baseUrl, path)
    const body = content ? JSON.stringify(content) : ''
    const timestamp = Math.floor(now().getTime() / 1000)
    const nonce = randomBytes(16).toString('hex')
    const signed = { method, target: url.pathname + url.search, body, timestamp, nonce }
    const answer = await line.send({
      method,
      url: url.href,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'user-agent': userAgent,
        authorization: authorization(signed, merchant),
        // Asks for answers signed with the public key while a merchant moves over from certificates.
        ...(publicKeyId && { 'wechatpay-serial': publicKeyId }),
      },
      ...(body && { body }),
      // Every call names our own order number, under which WeChat Pay does each thing once.
      repeatable: true,
    })
    return believed(answer, signatureProblem({ headers: answer.headers, rawBody: answer.body }, keys, now()))
  }

  return { call, end: line.end }
}

/** What an answer says, once its signature stands. */
function believed(answer: Answer, problem: SignatureProblem | undefined): JsonObject {
  const { status, body } = answer
  if (status !== 200 && status !== 204) throw refusalOf(answer, problem)
  if (problem) throw new GatewayError(PARTY, problem, { sent: 'maybe', detail: `HTTP ${status}` })
  const json = body.length === 0 ? {} : parseObject(body)
  if (!json) throw new GatewayError(PARTY, 'unreadable', { sent: 'maybe', detail: `HTTP ${status}` })
  return json
}
