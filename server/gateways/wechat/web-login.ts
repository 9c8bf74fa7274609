import { GatewayError } from '../error'
import { addressOf, type Line } from '../http'
import { asText, type JsonObject, parseObject } from '../json'
import type { AppSettings } from './access-token'
import { refusalOf, unreadable } from './call'

/** Somebody who came through WeChat's authorization page. */
export interface WebPerson {
  openid: string
  /** Only when the account belongs to an Open Platform account. */
  unionid: string | undefined
  /** Only when they were asked (`snsapi_userinfo`). */
  profile: { nick: string; avatarUrl: string } | undefined
}

/** As for `wx.login`: the same codes mean the same. */
const REFUSALS = {
  40029: 'codeInvalid',
  40163: 'codeInvalid',
  40226: 'blocked',
  40013: 'credentials',
  40125: 'credentials',
  40164: 'credentials',
  40243: 'credentials',
}
const LONGEST_CODE = 512

/**
 * The person behind a code of web authorization, which works once and lives five minutes. Their own token stays in here.
 * Throws `GatewayError`: `codeInvalid`, `blocked`, `credentials`, and what every call may.
 */
export async function logInOnWeb(
  line: Line,
  { baseUrl, appid, secret }: AppSettings,
  code: string,
): Promise<WebPerson> {
  if (code === '' || code.length > LONGEST_CODE) throw new GatewayError('wechat', 'codeInvalid', { sent: 'no' })
  const ask = (path: string, query: Record<string, string>) => fetchFields(line, baseUrl, path, query)
  const login = await ask('/sns/oauth2/access_token', { appid, secret, code, grant_type: 'authorization_code' })
  const openid = asText(login.openid)
  const token = asText(login.access_token)
  if (!openid || !token) throw new GatewayError('wechat', 'unreadable', { sent: 'maybe', detail: 'no openid' })
  const unionid = asText(login.unionid)
  const wasAsked = (asText(login.scope) ?? '').split(',').includes('snsapi_userinfo')
  if (!wasAsked) return { openid, unionid, profile: undefined }
  const person = await ask('/sns/userinfo', { access_token: token, openid, lang: 'zh_CN' })
  if (person.openid !== openid) throw new GatewayError('wechat', 'dataInvalid', { sent: 'yes' })
  const avatarUrl = asText(person.headimgurl) ?? ''
  return {
    openid,
    unionid: unionid ?? asText(person.unionid),
    profile: {
      nick: (asText(person.nickname) ?? '').slice(0, 50),
      avatarUrl: /^https?:\/\//.test(avatarUrl) ? avatarUrl.slice(0, 500) : '',
    },
  }
}

async function fetchFields(
  line: Line,
  baseUrl: string,
  path: string,
  query: Record<string, string>,
): Promise<JsonObject> {
  const url = addressOf(baseUrl, path)
  url.search = new URLSearchParams(query).toString()
  // Asked again after a lost answer, a code that was used meanwhile is only refused.
  const answer = await line.send({ method: 'GET', url: url.href, repeatable: true })
  const fields = parseObject(answer.body)
  if (answer.status !== 200 || !fields) throw unreadable(answer)
  if (fields.errcode) throw refusalOf(Number(fields.errcode), REFUSALS)
  return fields
}
