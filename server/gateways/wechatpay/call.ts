import { createPrivateKey, randomBytes } from 'node:crypto'
import { GatewayError } from '../error'
import { type Answer, addressOf, openLine } from '../http'
import { type JsonObject, parseObject } from '../json'
import { createKeyRing, type KeyRing } from './certificates'
import { PARTY, refusalOf } from './refusal'
import { authorization, type PlatformKeys, rsaKey, type SignatureProblem, signatureProblem } from './sign'

export interface CallerSettings {
  baseUrl: string
  mchid: string
  serialNo: string
  privateKey: string
  keys: PlatformKeys
  apiV3Key: Buffer
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
  /** A file, which WeChat Pay does not sign: hold it against its hash. Throws `GatewayError` for anything but a 200. */
  download(url: string): Promise<Buffer>
  /** The keys that answers and notifications are held against. */
  readonly ring: KeyRing
  end(): Promise<void>
}

const LARGEST_BILL = 64 << 20
const BILL_MS = 60_000
const CERTIFICATES = '/v3/certificates'

/**
 * The signature covers everything after the host in the address that is really called, the base URL's own path included:
 * nothing for `https://api.mch.weixin.qq.com`, the prefix for a party that lives under one.
 */
export function createCaller(settings: CallerSettings): Caller {
  const { baseUrl, mchid, serialNo, keys, apiV3Key, userAgent, timeoutMs, now } = settings
  const merchant = { mchid, serialNo, privateKey: rsaKey(createPrivateKey(settings.privateKey)) }
  const publicKeyId = [...keys.keys()].find(serial => serial.startsWith('PUB_KEY_ID_'))
  const line = openLine(PARTY, { timeoutMs })
  const bills = openLine(PARTY, { timeoutMs: BILL_MS, largestAnswer: LARGEST_BILL })

  const ring = createKeyRing({ fixed: keys, apiV3Key, now, fetch: () => send('GET', addressOf(baseUrl, CERTIFICATES)) })

  function send(method: 'GET' | 'POST', url: URL, content?: JsonObject, on = line): Promise<Answer> {
    const body = content ? JSON.stringify(content) : ''
    const timestamp = Math.floor(now().getTime() / 1000)
    const nonce = randomBytes(16).toString('hex')
    const signed = { method, target: url.pathname + url.search, body, timestamp, nonce }
    return on.send({
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
  }

  async function call(method: 'GET' | 'POST', path: string, content?: JsonObject): Promise<JsonObject> {
    const answer = await send(method, addressOf(baseUrl, path), content)
    await ring.learn(answer.headers)
    return believed(answer, signatureProblem({ headers: answer.headers, rawBody: answer.body }, ring.keys, now()))
  }

  async function download(url: string): Promise<Buffer> {
    const { status, body } = await send('GET', new URL(url), undefined, bills)
    if (status !== 200) throw new GatewayError(PARTY, 'refused', { sent: 'yes', detail: `the file: HTTP ${status}` })
    return body
  }

  const end = async () => {
    await Promise.all([line.end(), bills.end()])
  }
  return { call, download, ring, end }
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
