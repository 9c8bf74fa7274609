/** Messages to shoppers who have allowed one. */
import type { FastifyInstance } from 'fastify'
import { fieldsOf, textOf } from '../control'
import type { People } from './people'
import { refusal } from './refusal'
import { tokenIn } from './server-calls'
import type { Tokens } from './tokens'

const TEMPLATE = /^[\w-]{43}$/
const MOST = 1000

export function messageDesk(app: FastifyInstance, mini: Tokens, people: People): void {
  const allowed = new Map<string, number>()
  const sent: Record<string, unknown>[] = []

  app.post('/cgi-bin/message/subscribe/send', async request => {
    const refused = mini.refuse(tokenIn(request.query))
    if (refused) return refused
    const { touser, template_id: template, data, page } = fieldsOf(request.body)
    if (!people.sessions().some(({ openid }) => openid === touser)) return refusal(40003, 'invalid openid')
    if (!TEMPLATE.test(String(template))) return refusal(40037, 'invalid template_id')
    const bad = Object.entries(fieldsOf(data)).find(([field, one]) => !fits(field, (one as { value?: unknown }).value))
    if (bad) return refusal(47003, `argument invalid! data.${bad[0]}.value invalid`)
    const key = `${touser} ${template}`
    const left = allowed.get(key) ?? 0
    if (left === 0) return refusal(43101, 'user refuse to accept the msg')
    allowed.set(key, left - 1)
    sent.push({ touser, template, data, page })
    if (sent.length > MOST) sent.shift()
    return { errcode: 0, errmsg: 'ok' }
  })

  /** A person presses "allow" in the sheet of `wx.requestSubscribeMessage`. */
  app.post('/allow-message', async request => {
    const fields = fieldsOf(request.body)
    const openid = people.openidOf(textOf(fields, 'name'))
    const key = `${openid} ${textOf(fields, 'templateId')}`
    allowed.set(key, (allowed.get(key) ?? 0) + 1)
    return {}
  })

  app.get('/messages', async () => ({ messages: sent }))
}

function fits(field: string, value: unknown): boolean {
  if (typeof value !== 'string' || !value) return false
  if (field.startsWith('thing')) return value.length <= 20
  if (field.startsWith('character_string')) return /^[\x20-\x7e]{1,32}$/.test(value)
  if (field.startsWith('amount')) return /^¥?\d{1,10}(\.\d{1,2})?元?$/.test(value)
  return value.length <= 64
}
