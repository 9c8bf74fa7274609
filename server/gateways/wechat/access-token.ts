/** The token that WeChat's server calls are made with. */
import { GatewayError } from '../error'
import { addressOf, type Line } from '../http'
import { parseObject } from '../json'
import type { Lent, LentValues } from '../lent'

export interface AppSettings {
  /** `https://api.weixin.qq.com`, or a simulator's address. */
  baseUrl: string
  appid: string
  secret: string
}

export interface AccessTokens {
  current(): Promise<string>
  /** WeChat said that this very token is void; another may be there already. */
  drop(token: string): Promise<void>
}

const PARTY = 'wechat'
const credentials = [40001, 40013, 40125, 40164, 40243]

export function accessTokens(line: Line, app: AppSettings, lent: LentValues): AccessTokens {
  const name = `wechat token ${app.appid}`
  return {
    current: () => lent.current(name, () => fetchToken(line, app)),
    drop: token => lent.drop(name, token),
  }
}

/** `stable_token` answers every server with the same token while it is good, and voids none. */
async function fetchToken(line: Line, { baseUrl, appid, secret }: AppSettings): Promise<Lent> {
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
  const { access_token: value, expires_in: seconds, errcode } = answer
  if (typeof value !== 'string' || !value || typeof seconds !== 'number') {
    const code = credentials.includes(Number(errcode)) ? 'credentials' : 'refused'
    throw new GatewayError(PARTY, code, { sent: 'yes', retry: errcode === -1, detail: `errcode ${errcode}` })
  }
  return { value, seconds }
}
