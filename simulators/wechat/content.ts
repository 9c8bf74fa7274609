/** The check of what people publish: texts at once, pictures by a push some time later. */
import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Clock } from '../clock'
import { fieldsOf } from '../control'
import type { People } from './people'
import { push } from './push'
import { refusal } from './refusal'
import { tokenIn } from './server-calls'
import type { AppCredentials, Tokens } from './tokens'

const ACTIVE_MS = 2 * 3_600_000
const MOST = 1000

interface Desk {
  mini: AppCredentials
  tokens: Tokens
  people: People
  clock: Clock
}

/** A text with 违规 is risky, one with 存疑 is for a person. */
export function contentDesk(app: FastifyInstance, { mini, tokens, people, clock }: Desk): void {
  let fault = 0
  let pictures: { trace_id: string; url: string }[] = []
  const checked: string[] = []

  /** Why a call is refused. */
  function problem(query: unknown, { version, openid, scene }: Record<string, unknown>) {
    const refused = tokens.refuse(tokenIn(query))
    if (refused) return refused
    if (fault) return refusal(fault, 'system error')
    if (version !== 2) return refusal(47001, 'data format error')
    if (![1, 2, 3, 4].includes(Number(scene))) return refusal(40129, 'invalid scene')
    const person = people.sessions().find(known => known.openid === openid)
    if (!person) return refusal(40003, 'invalid openid')
    return clock.now().getTime() - person.at > ACTIVE_MS ? refusal(61010, 'code is expired') : undefined
  }

  app.post('/wxa/msg_sec_check', async request => {
    const fields = fieldsOf(request.body)
    const refused = problem(request.query, fields)
    if (refused) return refused
    const content = String(fields.content ?? '')
    if (!content) return refusal(44002, 'empty post data')
    if (content.length > 2500) return refusal(47001, 'data format error')
    if (checked.push(content) > MOST) checked.shift()
    const suggest = content.includes('违规') ? 'risky' : content.includes('存疑') ? 'review' : 'pass'
    return { errcode: 0, errmsg: 'ok', ...found(traceId(), suggest) }
  })

  app.post('/wxa/media_check_async', async request => {
    const fields = fieldsOf(request.body)
    const refused = problem(request.query, fields)
    if (refused) return refused
    const url = String(fields.media_url)
    if (fields.media_type !== 2 || !/^https?:\/\//.test(url)) return refusal(47001, 'data format error')
    const picture = { trace_id: traceId(), url }
    pictures = [...pictures, picture].slice(-MOST)
    return { errcode: 0, errmsg: 'ok', trace_id: picture.trace_id }
  })

  /** WeChat tells the shop what it found of the pictures that wait: `{suggest, times?}`. Answers their addresses. */
  app.post('/media-results', async request => {
    const { suggest = 'pass', times = 1 } = fieldsOf(request.body)
    const url = `${request.protocol}://${request.host}/wechat.index/`
    const judged = pictures
    pictures = []
    for (const picture of judged) {
      const event = {
        FromUserName: 'oWechat',
        MsgType: 'event',
        Event: 'wxa_media_check',
        appid: mini.appid,
        version: 2,
      }
      const message = { ...event, errcode: 0, errmsg: 'ok', ...found(picture.trace_id, String(suggest)) }
      for (let i = 0; i < Number(times); i++) await push({ app: mini, url, message, asJson: true }, clock)
    }
    return { pictures: judged.map(one => one.url) }
  })

  /** From now on every check answers this number; 0 ends it. */
  app.post('/content-fault', async request => {
    fault = Number(fieldsOf(request.body).errcode)
    return {}
  })

  app.get('/checked-texts', async () => ({ texts: checked }))
}

const traceId = () => `${randomBytes(4).toString('hex')}-${randomBytes(8).toString('hex')}`

const found = (trace_id: string, suggest: string) => {
  const result = { suggest, label: suggest === 'pass' ? 100 : 20006 }
  return { trace_id, result, detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }] }
}
