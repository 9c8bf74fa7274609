/** `wechat.index/`: where WeChat pushes messages of the official account and of the mini-program. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { takeIn } from '../domains/wechat/push'
import { asText } from '../gateways/json'
import { echoOf, readPush, writeReply } from '../gateways/wechat/push'
import { queryOf } from '../http/context'
import type { Services } from '../services'
import { PREFIXES, shopFor } from './frame'

const PATH = 'wechat.index'
const LARGEST_PUSH = 64 * 1024
/** WeChat hangs up after five seconds and comes again; what is not done by then is not lost. */
const ANSWER_WITHIN_MS = 4_000
const TAKEN = 'success'

export function serveWechatPush(app: FastifyInstance, services: Services): void {
  app.register(async scope => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_PUSH }, (_request, body, done) =>
      done(null, body),
    )
    scope.setErrorHandler((error, request, reply) => {
      request.log.warn({ err: error }, 'a pushed message was not taken in')
      const { statusCode = 500 } = error as { statusCode?: number }
      return text(reply.code(statusCode >= 400 && statusCode < 500 ? statusCode : 500), '')
    })
    for (const prefix of PREFIXES) {
      scope.get(`${prefix}/${PATH}`, (request, reply) => echo(services, request, reply))
      scope.post(`${prefix}/${PATH}`, (request, reply) => takePush(services, request, reply))
    }
  })
}

const text = (reply: FastifyReply, body: string) =>
  reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(body)

function echo({ gateways }: Services, request: FastifyRequest, reply: FastifyReply) {
  request.wxapi = { method: PATH }
  const query = queryOf(request)
  const echos = gateways.pushes.flatMap(settings => echoOf(settings, query) ?? [])
  return text(echos.length ? reply : reply.code(403), echos[0] ?? '')
}

async function takePush(services: Services, request: FastifyRequest, reply: FastifyReply) {
  request.wxapi = { method: PATH }
  const { gateways, clock, log } = services
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const query = queryOf(request)
  for (const { app, ...settings } of gateways.pushes) {
    const push = readPush(settings, query, body)
    if (!push) continue
    const merchant = await shopFor(request, services)
    request.wxapi.shop = merchant.subDomain
    const words = await inTime(takeIn(services, merchant.id, { app, fields: push.fields }))
    const [to, from] = [asText(push.fields.FromUserName), asText(push.fields.ToUserName)]
    if (!words || !to || !from) return text(reply, TAKEN)
    const now = clock.now()
    const answer = { ToUserName: to, FromUserName: from, CreateTime: Math.floor(now.getTime() / 1000) }
    const xml = writeReply(settings, push, { ...answer, MsgType: 'text', Content: words }, now)
    return reply.type('text/xml; charset=utf-8').send(xml)
  }
  log.warn({ ip: request.ip }, 'a pushed message was not believed')
  return text(reply.code(403), '')
}

/** When it takes too long, WeChat is told nothing and comes again: the message is taken in once all the same. */
async function inTime<Answer>(work: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('a pushed message took too long')), ANSWER_WITHIN_MS)
  })
  work.catch(() => {})
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
