import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Clock } from '../clock'
import { countOf, fieldsOf } from '../control'
import { drawCode } from './draw-code'
import { createPhones } from './phones'
import { refusal } from './refusal'
import type { Tokens } from './tokens'

const TICKET_SECONDS = 7200
const SCENE = /^[0-9a-zA-Z!#$&'()*+,/:;=?@._~-]{1,32}$/
/** Where our storefronts keep their pages; anything else is as if it were not published. */
const PUBLISHED = /^(pages|packages)\/[\w-]+(\/[\w-]+)*$/

export const tokenIn = (query: unknown) => (query as Record<string, unknown>).access_token

/** What a shop's own server asks WeChat for: tokens and tickets of its apps, codes of its pages. */
export function serverCalls(app: FastifyInstance, mini: Tokens, official: Tokens, clock: Clock): void {
  let ticket = { text: '', until: 0 }
  let ticketFetches = 0
  const phones = createPhones(mini.appid, clock)

  app.post('/cgi-bin/stable_token', async request => {
    const fields = fieldsOf(request.body)
    const tokens = [mini, official].find(({ appid }) => appid === fields.appid)
    return tokens ? tokens.issue(fields) : refusal(40013, 'invalid appid')
  })

  app.get('/cgi-bin/ticket/getticket', async request => {
    const { type } = request.query as Record<string, unknown>
    const refused = official.refuse(tokenIn(request.query))
    if (refused) return refused
    if (type !== 'jsapi') return refusal(40097, 'invalid args')
    ticketFetches += 1
    const now = clock.now().getTime()
    if (ticket.until <= now)
      ticket = { text: randomBytes(48).toString('base64url'), until: now + TICKET_SECONDS * 1000 }
    const seconds = Math.round((ticket.until - now) / 1000)
    return { errcode: 0, errmsg: 'ok', ticket: ticket.text, expires_in: seconds }
  })

  app.post('/wxa/getwxacodeunlimit', async (request, reply) => {
    const refused = mini.refuse(tokenIn(request.query))
    if (refused) return refused
    const { scene, page, check_path: isChecked, width = 430, is_hyaline: isTransparent } = fieldsOf(request.body)
    if (typeof scene !== 'string' || !SCENE.test(scene))
      return refusal(40169, 'invalid length for scene, or the data is not json string')
    if (page !== undefined && isChecked !== false && !PUBLISHED.test(String(page)))
      return refusal(41030, 'invalid page')
    const picture = await drawCode(`${page ?? ''}?${scene}`, Number(width), isTransparent === true)
    return reply.type('image/png').send(picture)
  })

  app.post('/wxa/business/getuserphonenumber', async request => {
    const refused = mini.refuse(tokenIn(request.query))
    if (refused) return refused
    const { code } = fieldsOf(request.body)
    return phones.redeem(String(code ?? ''))
  })

  /** What the number button gives the mini-program of somebody with this number. */
  app.post('/phone-code', async request => {
    const { mobile, countryCode } = fieldsOf(request.body)
    return { code: phones.issue(String(mobile), String(countryCode ?? '86')) }
  })

  /** How many verifications are left that were paid for. */
  app.post('/phone-quota', async request => {
    phones.setQuota(countOf(fieldsOf(request.body), 'left'))
    return {}
  })

  /** Voids the tokens at once, as another server's forced renewal does. */
  app.post('/void-token', async () => {
    mini.supersede()
    official.supersede()
    return {}
  })

  /** What was lent, for tests: how often, and the ticket that pages are signed with. */
  app.get('/lent', async () => ({
    tokens: mini.fetches() + official.fetches(),
    tickets: ticketFetches,
    ticket: ticket.text,
  }))
}
