/** Calls that carry the access token. A token that WeChat no longer knows is exchanged, and the call made once more. */
import { GatewayError } from '../error'
import { type Answer, addressOf, type Line } from '../http'
import { type JsonObject, parseObject } from '../json'
import type { AccessTokens } from './access-token'

export interface Call {
  path: string
  /** Beside the token. */
  query?: Record<string, string>
  /** Sent as JSON by POST; GET when there is none. */
  body?: object
  /** WeChat does the same thing once however often it is asked. */
  repeatable?: boolean
  /** WeChat's numbers that the caller can do something about, as our words. */
  refusals?: Readonly<Record<number, string>>
}

export interface Caller {
  /** The answer as it is; `errcode` is the caller's to judge, but for tokens. */
  raw(call: Call): Promise<Answer>
  /** The JSON of the answer. Throws `GatewayError` with the word of `refusals`, `busy`, `tooMany`, `refused` or `unreadable`. */
  json(call: Call): Promise<JsonObject>
}

const PARTY = 'wechat'
/** Superseded, invalid, expired. */
const VOID_TOKENS = [40001, 40014, 42001]
const REFUSALS: Readonly<Record<number, string>> = { [-1]: 'busy', 45009: 'tooMany', 45011: 'tooMany' }
const PASSING = ['busy', 'tooMany']

export function createCaller(line: Line, tokens: AccessTokens, baseUrl: string): Caller {
  async function raw(call: Call): Promise<Answer> {
    const token = await tokens.current()
    const answer = await send(line, baseUrl, token, call)
    if (!VOID_TOKENS.includes(errcodeIn(answer))) return answer
    // Once more with a fresh token, and not again: a third would end no better.
    await tokens.drop(token)
    return send(line, baseUrl, await tokens.current(), call)
  }

  async function json(call: Call): Promise<JsonObject> {
    const answer = await raw(call)
    const fields = parseObject(answer.body)
    if (answer.status !== 200 || !fields) throw unreadable(answer)
    const errcode = Number(fields.errcode ?? 0)
    if (errcode !== 0) throw refusalOf(errcode, call.refusals)
    return fields
  }

  return { raw, json }
}

function send(line: Line, baseUrl: string, token: string, { path, query, body, repeatable = false }: Call) {
  const url = addressOf(baseUrl, path)
  url.search = new URLSearchParams({ access_token: token, ...query }).toString()
  if (!body) return line.send({ method: 'GET', url: url.href, repeatable })
  const headers = { 'content-type': 'application/json' }
  return line.send({ method: 'POST', url: url.href, headers, body: JSON.stringify(body), repeatable })
}

/** 0 for a picture, and for whatever is not JSON. */
const errcodeIn = ({ headers, body }: Answer): number =>
  /^image\//.test(String(headers['content-type'])) ? 0 : Number(parseObject(body)?.errcode ?? 0)

export const unreadable = ({ status }: Answer): GatewayError =>
  new GatewayError(PARTY, 'unreadable', { sent: 'maybe', retry: true, detail: `HTTP ${status}` })

export function refusalOf(errcode: number, refusals: Readonly<Record<number, string>> = {}): GatewayError {
  const code = refusals[errcode] ?? REFUSALS[errcode] ?? (VOID_TOKENS.includes(errcode) ? 'credentials' : 'refused')
  return new GatewayError(PARTY, code, { sent: 'yes', retry: PASSING.includes(code), detail: `errcode ${errcode}` })
}
