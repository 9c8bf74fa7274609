import { GatewayError } from '../error'
import { type Answer, addressOf, type Line } from '../http'
import { parseObject } from '../json'
import type { AccessTokens } from './access-token'

/** A round code that opens a page of the mini-program. What is left out WeChat decides. */
export interface MiniCode {
  /** Comes to the page as `scene`, percent-encoded. */
  scene: string
  page?: string | undefined
  width?: number | undefined
  hasAutoColor?: boolean | undefined
  lineColor?: Record<string, unknown> | undefined
  isTransparent?: boolean | undefined
  version?: 'release' | 'trial' | 'develop' | undefined
  isPageChecked?: boolean | undefined
}

const PARTY = 'wechat'
const voidTokens = [40001, 40014, 42001]
const refusals: Record<number, string> = { [-1]: 'busy', 41030: 'pageUnknown', 45009: 'tooMany', 40169: 'sceneInvalid' }

/** The picture. Throws `GatewayError`, `pageUnknown` among others: a page that is not published. */
export async function fetchMiniCode(
  line: Line,
  tokens: AccessTokens,
  baseUrl: string,
  code: MiniCode,
): Promise<Buffer> {
  const token = await tokens.current()
  const answer = await ask(line, baseUrl, token, code)
  const problem = problemIn(answer)
  if (problem === undefined) return answer.body
  if (!voidTokens.includes(problem)) throw refusalOf(problem)
  // Once more with a fresh token, and not again: a third would end no better.
  tokens.drop(token)
  const again = await ask(line, baseUrl, await tokens.current(), code)
  const last = problemIn(again)
  if (last !== undefined) throw refusalOf(last)
  return again.body
}

function ask(line: Line, baseUrl: string, token: string, code: MiniCode): Promise<Answer> {
  const url = addressOf(baseUrl, '/wxa/getwxacodeunlimit')
  url.search = new URLSearchParams({ access_token: token }).toString()
  const body = {
    scene: code.scene,
    page: code.page,
    width: code.width,
    auto_color: code.hasAutoColor,
    line_color: code.lineColor,
    is_hyaline: code.isTransparent,
    env_version: code.version,
    check_path: code.isPageChecked,
  }
  const headers = { 'content-type': 'application/json' }
  return line.send({ method: 'POST', url: url.href, headers, body: JSON.stringify(body), repeatable: true })
}

/** A picture, or JSON with a number that says why there is none. */
function problemIn({ status, headers, body }: Answer): number | undefined {
  if (status === 200 && /^image\//.test(String(headers['content-type']))) return undefined
  const errcode = parseObject(body)?.errcode
  if (typeof errcode === 'number' && errcode !== 0) return errcode
  throw new GatewayError(PARTY, 'unreadable', { sent: 'maybe', retry: true, detail: `HTTP ${status}` })
}

function refusalOf(errcode: number): GatewayError {
  const code = refusals[errcode] ?? 'refused'
  return new GatewayError(PARTY, code, { sent: 'yes', retry: code === 'busy', detail: `errcode ${errcode}` })
}
