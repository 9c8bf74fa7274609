import type { FastifyInstance } from 'fastify'
import type { Clock } from '../clock'
import { ControlError, fieldsOf, textOf } from '../control'
import { createPeople } from './people'
import { refusal } from './refusal'
import { serverCalls } from './server-calls'

export interface WechatParty {
  appid: string
  secret: string
}

/** WeChat's mini-program server, as far as logging in and codes of pages go. It answers HTTP 200 to everything. */
export function wechat(app: FastifyInstance, { appid, secret }: WechatParty, clock: Clock): void {
  const people = createPeople(appid, clock)

  app.get('/sns/jscode2session', async request => {
    const query = request.query as Record<string, unknown>
    if (query.appid !== appid) return refusal(40013, 'invalid appid')
    if (query.secret !== secret) return refusal(40125, 'invalid appsecret')
    if (query.grant_type !== 'authorization_code') return refusal(40002, 'invalid grant_type')
    if (typeof query.js_code !== 'string' || query.js_code === '') return refusal(41008, 'missing code')
    const session = people.login(query.js_code)
    if (session === 'invalid') return refusal(40029, 'invalid code')
    return session === 'used' ? refusal(40163, 'code been used') : session
  })

  serverCalls(app, { appid, secret }, clock)

  app.post('/encrypted', async request => {
    const fields = fieldsOf(request.body)
    const name = textOf(fields, 'name')
    if (name.includes(':') || name.length > 64)
      throw new ControlError(400, 'a name has up to 64 characters and no colon')
    return people.encrypt(name, fieldsOf(fields.payload))
  })
}
