import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Clock } from '../clock'
import { fieldsOf } from '../control'
import type { WechatParty } from '.'
import { drawCode } from './draw-code'
import { refusal } from './refusal'

const LIVES_SECONDS = 7200
const SCENE = /^[0-9a-zA-Z!#$&'()*+,/:;=?@._~-]{1,32}$/
/** Where our storefronts keep their pages; anything else is as if it were not published. */
const PUBLISHED = /^(pages|packages)\/[\w-]+(\/[\w-]+)*$/

/** What a shop's own server asks WeChat for: its token, and codes of its pages. */
export function serverCalls(app: FastifyInstance, { appid, secret }: WechatParty, clock: Clock): void {
  let token = { text: '', until: 0 }

  app.post('/cgi-bin/stable_token', async request => {
    const fields = fieldsOf(request.body)
    if (fields.grant_type !== 'client_credential') return refusal(40002, 'invalid grant_type')
    if (fields.appid !== appid) return refusal(40013, 'invalid appid')
    if (fields.secret !== secret) return refusal(40125, 'invalid appsecret')
    const now = clock.now().getTime()
    if (token.until <= now) token = { text: randomBytes(48).toString('base64url'), until: now + LIVES_SECONDS * 1000 }
    return { access_token: token.text, expires_in: Math.round((token.until - now) / 1000) }
  })

  app.post('/wxa/getwxacodeunlimit', async (request, reply) => {
    const { access_token: given } = request.query as Record<string, unknown>
    if (given !== token.text || !token.text) return refusal(40001, 'invalid credential, access_token is invalid')
    if (token.until <= clock.now().getTime()) return refusal(42001, 'access_token expired')
    const { scene, page, check_path: isChecked, width = 430, is_hyaline: isTransparent } = fieldsOf(request.body)
    if (typeof scene !== 'string' || !SCENE.test(scene))
      return refusal(40169, 'invalid length for scene, or the data is not json string')
    if (page !== undefined && isChecked !== false && !PUBLISHED.test(String(page)))
      return refusal(41030, 'invalid page')
    const picture = await drawCode(`${page ?? ''}?${scene}`, Number(width), isTransparent === true)
    return reply.type('image/png').send(picture)
  })

  /** Voids the token at once, as another server's forced renewal does. */
  app.post('/void-token', async () => {
    token = { text: '', until: 0 }
    return {}
  })
}
