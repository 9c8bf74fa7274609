import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from '../clock'
import type { Faults } from './faults'
import type { WechatPayParty } from './index'
import type { Platform } from './platform'
import { ApiRefusal } from './refusal'
import { checkCall, signatureHeaders } from './signature'

interface Speaking {
  clock: Clock
  faults: Faults
  platform: Platform
}

/** Makes a scope API v3: every call is checked, and every answer is signed, refusals too. */
export function speakApiV3(app: FastifyInstance, party: WechatPayParty, { clock, faults, platform }: Speaking): void {
  const calledAt = new WeakMap<FastifyRequest, Date>()

  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  app.addHook('onRequest', async ({ url }, reply) => {
    if (faults.take('down', url)) return reply.code(502).type('text/html').send('<html><h1>502 Bad Gateway</h1></html>')
  })

  app.addHook('preHandler', async request => {
    const { method, originalUrl: target, headers } = request
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    calledAt.set(request, checkCall({ method, target, headers, body }, party, clock))
  })

  app.setErrorHandler<FastifyError | ApiRefusal>((error, request, reply) => {
    const status = error.statusCode ?? 500
    if (error instanceof ApiRefusal) return reply.code(status).send({ code: error.code, message: error.message })
    if (status < 500) return reply.code(status).send({ code: 'PARAM_ERROR', message: error.message })
    request.log.error(error)
    return reply.code(status).send({ code: 'SYSTEM_ERROR', message: '系统异常，请稍后重试' })
  })

  /** Dated by the caller's clock, so that the caller finds the answer fresh. An error page of a broken gateway is unsigned. */
  app.addHook('onSend', async (request, reply, payload) => {
    const body = typeof payload === 'string' ? payload : ''
    const at = calledAt.get(request) ?? clock.now()
    if (reply.statusCode !== 502) reply.headers(signatureHeaders(body, at, platform.signer()))
  })
}
