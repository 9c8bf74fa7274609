import { createHash, randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { remember } from '../bounded'
import type { Clock } from '../clock'
import { fieldsOf, textOf } from '../control'

export interface QqParty {
  appId: string
}

interface Grant {
  name: string
  clientId: string
  until: number
}

const DAY_MS = 86_400_000
const TOKEN_DAYS = 90
const MOST = 20_000

/** QQ's login for apps under `/qq`: tokens of ninety days, each given to one app. */
export function qq(app: FastifyInstance, { appId }: QqParty, clock: Clock): void {
  const grants = new Map<string, Grant>()

  /** What QQ gives an app whose user agreed; `clientId` for another app than ours. */
  app.post('/token', async request => {
    const fields = fieldsOf(request.body)
    const token = randomBytes(16).toString('hex').toUpperCase()
    const clientId = String(fields.clientId ?? appId)
    remember(
      grants,
      token,
      { name: textOf(fields, 'name'), clientId, until: clock.now().getTime() + TOKEN_DAYS * DAY_MS },
      MOST,
    )
    return { access_token: token, openid: openidOf(clientId, textOf(fields, 'name')) }
  })

  /** JSON only where it is asked for. */
  app.get('/oauth2.0/me', async (request, reply) => {
    const { access_token: token, fmt } = request.query as Record<string, string>
    const grant = grants.get(String(token))
    const answer =
      grant && grant.until > clock.now().getTime()
        ? { client_id: grant.clientId, openid: openidOf(grant.clientId, grant.name) }
        : { error: 100016, error_description: 'access token check failed' }
    const json = JSON.stringify(answer)
    return reply.type('text/html').send(fmt === 'json' ? json : `callback( ${json} );\n`)
  })

  app.get('/user/get_user_info', async (request, reply) => {
    const query = request.query as Record<string, string>
    const grant = grants.get(String(query.access_token))
    const isRight =
      grant && query.oauth_consumer_key === grant.clientId && query.openid === openidOf(grant.clientId, grant.name)
    reply.type('text/html')
    if (!isRight) return JSON.stringify({ ret: -23, msg: 'token is invalid' })
    const picture = 'https://thirdqq.qlogo.cn/g?b=sim&s=100'
    return JSON.stringify({ ret: 0, msg: '', nickname: grant.name, figureurl_qq_1: picture, figureurl_qq_2: picture })
  })
}

const openidOf = (clientId: string, name: string) =>
  createHash('md5').update(`qq:${clientId}:${name}`).digest('hex').toUpperCase()
