import type { FastifyInstance } from 'fastify'
import type { Clock } from '../clock'
import { ControlError, fieldsOf, textOf } from '../control'
import type { Paid } from '../paid'
import { contentDesk } from './content'
import { messageDesk } from './messages'
import { createPeople } from './people'
import { pushControls } from './push'
import { refusal } from './refusal'
import { serverCalls } from './server-calls'
import { shippingDesk } from './shipping'
import { type AppCredentials, createTokens } from './tokens'
import { webLogin } from './web-login'
import { type XpayParty, xpay } from './xpay'

export type WechatParty = AppCredentials & { xpay?: XpayParty }

/** An app for phones, which only logs people in. */
export type PhoneParty = Pick<AppCredentials, 'appid' | 'secret'>

export interface Companys {
  wechat: WechatParty
  official: AppCredentials
  phone: PhoneParty
}

export interface Beside {
  paid: Paid
  /** Where the controls of virtual payment are mounted. */
  controls: FastifyInstance
}

/** WeChat's servers for a mini-program, an official account and an app of the same company. They answer HTTP 200 to everything. */
export function wechat(
  app: FastifyInstance,
  { wechat: mini, official, phone }: Companys,
  { paid, controls }: Beside,
  clock: Clock,
): void {
  const { appid, secret } = mini
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

  const tokens = createTokens(mini, clock)
  serverCalls(app, tokens, createTokens(official, clock), clock)
  shippingDesk(app, tokens, paid, clock)
  webLogin(app, { official, phone }, clock)
  pushControls(app, mini, official, clock)
  messageDesk(app, tokens, people)
  contentDesk(app, { mini, tokens, people, clock })
  if (mini.xpay) xpay(app, { mini, tokens, people, party: mini.xpay, clock, controls })

  app.post('/encrypted', async request => {
    const fields = fieldsOf(request.body)
    const name = textOf(fields, 'name')
    if (name.includes(':') || name.length > 64)
      throw new ControlError(400, 'a name has up to 64 characters and no colon')
    return people.encrypt(name, fieldsOf(fields.payload))
  })
}
