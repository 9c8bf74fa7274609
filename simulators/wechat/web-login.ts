import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { remember } from '../bounded'
import type { Clock } from '../clock'
import { fieldsOf, oneOf, textOf } from '../control'
import { authorizePage, SCOPES, type Scope } from './authorize-page'
import { openidOf, unionidOf } from './people'
import { refusal } from './refusal'
import type { AppCredentials } from './tokens'

type Credentials = Pick<AppCredentials, 'appid' | 'secret'>

const CODE_MS = 5 * 60_000
const TOKEN_SECONDS = 7200
const MOST = 20_000

interface Consent {
  appid: string
  name: string
  scope: Scope
  until: number
}

/** Authorization for pages and for the app: codes that work once for five minutes, and tokens of one person each. */
export function webLogin(
  app: FastifyInstance,
  apps: { official: Credentials; phone: Credentials },
  clock: Clock,
): void {
  const codes = new Map<string, Consent & { isUsed: boolean }>()
  const tokens = new Map<string, Consent>()
  const now = () => clock.now().getTime()

  function issue(appid: string, name: string, scope: Scope): string {
    const code = randomBytes(16).toString('hex')
    remember(codes, code, { appid, name, scope, until: now() + CODE_MS, isUsed: false }, MOST)
    return code
  }

  const { appid: pagesAppid } = apps.official
  authorizePage(app, pagesAppid, (name, scope) => issue(pagesAppid, name, scope))

  /** What WeChat's own page, or WeChat on the phone (`app`), would give back: the code of somebody who agreed. */
  app.post('/oauth-code', async request => {
    const fields = fieldsOf(request.body)
    const { appid } = fields.app === 'phone' ? apps.phone : apps.official
    return { code: issue(appid, textOf(fields, 'name'), oneOf(fields, 'scope', SCOPES)) }
  })

  app.get('/sns/oauth2/access_token', async request => {
    const query = request.query as Record<string, unknown>
    const known = Object.values(apps).find(({ appid }) => appid === query.appid)
    if (!known) return refusal(40013, 'invalid appid')
    if (query.secret !== known.secret) return refusal(40125, 'invalid appsecret')
    if (query.grant_type !== 'authorization_code') return refusal(40002, 'invalid grant_type')
    const consent = codes.get(String(query.code))
    if (!consent || consent.appid !== query.appid || consent.until <= now()) return refusal(40029, 'invalid code')
    if (consent.isUsed) return refusal(40163, 'code been used')
    consent.isUsed = true
    const token = randomBytes(32).toString('base64url')
    remember(tokens, token, { ...consent, until: now() + TOKEN_SECONDS * 1000 }, MOST)
    return {
      access_token: token,
      expires_in: TOKEN_SECONDS,
      refresh_token: randomBytes(32).toString('base64url'),
      openid: openidOf(consent.appid, consent.name),
      scope: consent.scope,
      unionid: unionidOf(consent.name),
    }
  })

  app.get('/sns/userinfo', async request => {
    const { access_token: token, openid } = request.query as Record<string, unknown>
    const consent = tokens.get(String(token))
    if (!consent) return refusal(40001, 'invalid credential, access_token is invalid')
    if (consent.until <= now()) return refusal(42001, 'access_token expired')
    if (openid !== openidOf(consent.appid, consent.name)) return refusal(40003, 'invalid openid')
    if (consent.scope !== 'snsapi_userinfo') return refusal(48001, 'api unauthorized')
    return {
      openid,
      nickname: consent.name,
      sex: 0,
      province: '',
      city: '',
      country: '',
      headimgurl: 'https://thirdwx.qlogo.cn/mmopen/sim/132',
      privilege: [],
      unionid: unionidOf(consent.name),
    }
  })
}
