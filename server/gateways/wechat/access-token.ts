/**
 * The token that WeChat's server calls are made with. `stable_token` answers every server of the shop with the same one while
 * it is good, so each may keep it for itself.
 */
import { GatewayError } from '../error'
import { addressOf, type Line } from '../http'
import { parseObject } from '../json'

export interface TokenSettings {
  baseUrl: string
  appid: string
  secret: string
}

export interface AccessTokens {
  current(): Promise<string>
  /** WeChat said that this very token is void; another may be there already. */
  drop(token: string): void
}

const PARTY = 'wechat'
/** Given up a little before it ends, so that none ends on its way. */
const MARGIN_MS = 5 * 60_000
const credentials = [40001, 40013, 40125, 40164, 40243]

export function accessTokens(line: Line, { baseUrl, appid, secret }: TokenSettings): AccessTokens {
  let kept: { token: string; until: number } | undefined
  let fetching: Promise<string> | undefined

  async function fetchToken(): Promise<string> {
    const { status, body } = await line.send({
      method: 'POST',
      url: addressOf(baseUrl, '/cgi-bin/stable_token').href,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ grant_type: 'client_credential', appid, secret }),
      repeatable: true,
    })
    const answer = parseObject(body)
    if (status !== 200 || !answer)
      throw new GatewayError(PARTY, 'unreadable', { sent: 'maybe', retry: true, detail: `HTTP ${status}` })
    const { access_token: token, expires_in: seconds, errcode } = answer
    if (typeof token !== 'string' || !token || typeof seconds !== 'number') {
      const code = credentials.includes(Number(errcode)) ? 'credentials' : 'refused'
      throw new GatewayError(PARTY, code, { sent: 'yes', detail: `errcode ${errcode}` })
    }
    kept = { token, until: Date.now() + seconds * 1000 - MARGIN_MS }
    return token
  }

  return {
    async current() {
      if (kept && kept.until > Date.now()) return kept.token
      fetching ??= fetchToken().finally(() => {
        fetching = undefined
      })
      return fetching
    },
    drop(token) {
      if (kept?.token === token) kept = undefined
    },
  }
}
