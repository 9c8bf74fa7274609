import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import type { Config } from './config'

/**
 * Names whose values never enter the log, wherever they stand up to two levels deep. Requests are logged without query
 * and body, so this is the second wall.
 */
const SECRET_NAMES = [
  'token',
  'pwd',
  'password',
  'secret',
  'appkey',
  'sessionKey',
  'session_key',
  'code',
  'codes',
  'coupon',
  'goods_info',
  'sealed',
  'mobile',
  'linkMan',
  'address',
  'encryptedData',
  'iv',
  'authorization',
  'cookie',
  'privateKey',
  'apiV3Key',
]

export const createLog = ({ logLevel }: Pick<Config, 'logLevel'>) =>
  pino({
    level: logLevel,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: label => ({ level: label }) },
    redact: { paths: SECRET_NAMES.flatMap(name => [name, `*.${name}`]), censor: '***' },
    serializers: { err: plainError },
  })

/** Database errors carry the values of the row that failed; only what names the failure is kept. */
function plainError(error: Error & { code?: unknown; party?: unknown }) {
  const { name, message, stack, code, party } = error
  return { name, message, stack, errorCode: code, party }
}

/** One line for each request: which method of which shop, for whom, how it ended, how long it took. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, shop, user, code = 0 } = request.wxapi ?? {}
    const line = {
      shop,
      user,
      answer: code,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ip: request.ip,
    }
    if (method) request.log.info(line, method)
    else request.log.debug({ ...line, answer: undefined, path: request.url.split('?')[0] }, request.method)
  })
}
