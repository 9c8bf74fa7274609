import { GatewayError } from '../error'
import { addressOf, openLine } from '../http'
import { parseObject } from '../json'
import { keptHere, type LentValues } from '../lent'
import { type AppSettings, accessTokens } from './access-token'
import { createCaller } from './call'
import { type CheckedPicture, type CheckedText, checkPicture, checkText, type Verdict } from './content'
import { sendMessage, type TemplateMessage } from './message'
import { fetchMiniCode, type MiniCode } from './mini-code'
import { fetchPhoneNumber } from './phone-number'
import { type Company, expressCompanies, isTradeManaged, type ShippingInfo, uploadShipping } from './shipping'
import { createXpay, type Xpay, type XpaySettings } from './xpay'

export type { MiniCode }

export interface WechatSettings extends AppSettings {
  xpay?: XpaySettings | undefined
  timeoutMs?: number
}

export interface WechatSession {
  openid: string
  /** Base64. Never leaves the server; kept encrypted. */
  sessionKey: string
  /** Only when the app belongs to an Open Platform account. */
  unionid?: string
}

export interface Wechat {
  /**
   * A `wx.login` code, which works once and lives five minutes, for the person behind it. Throws `GatewayError`:
   * `busy` (later), `codeInvalid` (log in again), `blocked` (WeChat forbids this person), `tooMany` (this person, for a
   * minute), `credentials` (appid, secret or the server's address: nobody can log in), `refused`, `unreadable`, and what
   * a line throws.
   */
  login(code: string): Promise<WechatSession>
  /**
   * The number behind a code of the number button, which works once and lives five minutes. Throws `GatewayError`: `codeInvalid`,
   * `quota` (paid for verifications are used up), `dataInvalid` (another app's), `foreign` (no number of mainland China).
   */
  phoneNumber(code: string): Promise<string>
  /** The picture of a mini-program code. Throws `GatewayError`, `pageUnknown` when the page is not published. */
  miniCode(code: MiniCode): Promise<Buffer>
  /** Throws `GatewayError`; `notYet` while WeChat does not know the payment. */
  uploadShipping(info: ShippingInfo): Promise<void>
  /** Whether WeChat keeps money back until it is told of shipments. */
  isTradeManaged(): Promise<boolean>
  /** Those that WeChat knows. */
  expressCompanies(): Promise<Company[]>
  /** Brings a message that the person has allowed. Throws `GatewayError`, `notAllowed` when they have not. */
  sendMessage(message: TemplateMessage): Promise<void>
  /** What WeChat thinks of a text. Throws `GatewayError`, `away` when it does not judge this person's. */
  checkText(text: CheckedText): Promise<Verdict>
  /** Has WeChat look at a picture; what it finds is pushed later, under the number that this answers. Throws likewise. */
  checkPicture(picture: CheckedPicture): Promise<string>
  /** A mini-program that sells virtual goods. */
  readonly xpay: Xpay | undefined
  /** Ends the connections. */
  end(): Promise<void>
}

/** Codes of `code2Session`. */
const refusals: Record<number, string> = {
  [-1]: 'busy',
  40029: 'codeInvalid',
  40163: 'codeInvalid',
  40226: 'blocked',
  40013: 'credentials',
  40125: 'credentials',
  40164: 'credentials',
  40243: 'credentials',
  45011: 'tooMany',
}

const PARTY = 'wechat'
const LONGEST_CODE = 512

export function createWechat(settings: WechatSettings, lent: LentValues = keptHere()): Wechat {
  const { baseUrl, appid, secret, timeoutMs } = settings
  const line = openLine(PARTY, { timeoutMs })
  const caller = createCaller(line, accessTokens(line, settings, lent), baseUrl)

  async function login(code: string): Promise<WechatSession> {
    if (code === '' || code.length > LONGEST_CODE) throw new GatewayError(PARTY, 'codeInvalid', { sent: 'no' })
    const url = addressOf(baseUrl, '/sns/jscode2session')
    url.search = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code' }).toString()
    // Asked again after a lost answer, a code that was used meanwhile is only refused.
    const { status, body } = await line.send({ method: 'GET', url: url.href, repeatable: true })
    const answer = parseObject(body)
    if (status !== 200 || !answer) throw unreadable(`HTTP ${status}`)
    if (answer.errcode) throw refusalOf(Number(answer.errcode))
    const { openid, session_key: sessionKey, unionid } = answer
    if (!isText(openid) || !isText(sessionKey)) throw unreadable('no openid or session_key')
    return { openid, sessionKey, ...(isText(unionid) && { unionid }) }
  }

  return {
    login,
    miniCode: code => fetchMiniCode(caller, code),
    uploadShipping: info => uploadShipping(caller, info),
    isTradeManaged: () => isTradeManaged(caller, lent, appid),
    expressCompanies: () => expressCompanies(caller, lent, appid),
    phoneNumber: code => fetchPhoneNumber(caller, appid, code),
    sendMessage: message => sendMessage(caller, message),
    checkText: text => checkText(caller, text),
    checkPicture: picture => checkPicture(caller, picture),
    xpay: settings.xpay && createXpay(caller, settings.xpay),
    end: line.end,
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

const unreadable = (detail: string): GatewayError =>
  new GatewayError(PARTY, 'unreadable', { sent: 'maybe', retry: true, detail })

function refusalOf(errcode: number): GatewayError {
  const code = refusals[errcode] ?? 'refused'
  const retry = code === 'busy' || code === 'tooMany'
  return new GatewayError(PARTY, code, { sent: 'yes', retry, detail: `errcode ${errcode}` })
}
