/** QQ's login: whom an access token that an app brings stands for, in QQ's own words. */
import { GatewayError } from '../error'
import { addressOf, openLine } from '../http'
import { asInteger, asText, type JsonObject, parseObject } from '../json'

export interface QqSettings {
  /** `https://graph.qq.com`, or a simulator's address. */
  baseUrl: string
  appId: string
  timeoutMs?: number
}

export interface QqPerson {
  openid: string
  nick: string
  avatarUrl: string
}

export interface Qq {
  readonly appId: string
  /**
   * Throws `GatewayError`: `tokenInvalid` for a token that QQ does not know or that was given to another app, whose owner could
   * else log in as whoever trusted that app; `refused`, `unreadable`, and what a line throws.
   */
  personOf(accessToken: string): Promise<QqPerson>
  /** Ends the connections. */
  end(): Promise<void>
}

const PARTY = 'qq'
const LONGEST_TOKEN = 512
/** Void, expired, withdrawn, wrong. */
const TOKEN_ERRORS = [100007, 100013, 100014, 100015, 100016, 100030]

export function createQq({ baseUrl, appId, timeoutMs }: QqSettings): Qq {
  const line = openLine(PARTY, { timeoutMs })

  async function ask(path: string, query: Record<string, string>): Promise<JsonObject> {
    const url = addressOf(baseUrl, path)
    url.search = new URLSearchParams(query).toString()
    const { status, body } = await line.send({ method: 'GET', url: url.href, repeatable: true })
    const fields = parseObject(unwrapped(body.toString('utf8')))
    if (status !== 200 || !fields) throw unreadable(`HTTP ${status}`)
    return fields
  }

  async function personOf(token: string): Promise<QqPerson> {
    if (token === '' || token.length > LONGEST_TOKEN) throw new GatewayError(PARTY, 'tokenInvalid', { sent: 'no' })
    const me = await ask('/oauth2.0/me', { access_token: token, fmt: 'json' })
    const error = asInteger(me.error)
    if (error) throw refused(error)
    if (asText(me.client_id) !== appId)
      throw new GatewayError(PARTY, 'tokenInvalid', { sent: 'yes', detail: 'another app’s' })
    const openid = asText(me.openid)
    if (!openid || !/^[\w-]{1,64}$/.test(openid)) throw unreadable('no openid')
    const profile = await ask('/user/get_user_info', { access_token: token, oauth_consumer_key: appId, openid })
    const isThere = asInteger(profile.ret) === 0
    const picture = asText(profile.figureurl_qq_2) ?? asText(profile.figureurl_qq_1) ?? ''
    return {
      openid,
      nick: isThere ? (asText(profile.nickname) ?? '').slice(0, 50) : '',
      avatarUrl: isThere && /^https?:\/\//.test(picture) ? picture.slice(0, 500) : '',
    }
  }

  return { appId, personOf, end: line.end }
}

/** QQ answers a call of a function, `callback( {…} );`, also where JSON was asked for. */
const unwrapped = (text: string): string => /^\s*callback\(([\s\S]*)\)\s*;?\s*$/.exec(text)?.[1] ?? text

const unreadable = (detail: string) => new GatewayError(PARTY, 'unreadable', { sent: 'maybe', retry: true, detail })

const refused = (error: number) =>
  new GatewayError(PARTY, TOKEN_ERRORS.includes(error) ? 'tokenInvalid' : 'refused', {
    sent: 'yes',
    detail: `error ${error}`,
  })
