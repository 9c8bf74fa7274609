import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ErrorName, errors } from '../../contract/errors'
import { Refusal } from './refusal'
import { WireError } from './wire'

/** Fastify's own complaints about a request, in the shopper's words. */
const FASTIFY_ERRORS: Record<string, [ErrorName, string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['badRequest', '请求内容太大'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['badRequest', '请求内容应为表单或 JSON'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['badRequest', '请求内容为空'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['badRequest', '请求内容不是有效的 JSON'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['badRequest', '请求内容不完整'],
  FST_PARTS_LIMIT: ['badRequest', '请求的内容太多'],
  FST_FIELDS_LIMIT: ['badRequest', '请求的内容太多'],
  FST_REQ_FILE_TOO_LARGE: ['fileTooLarge', errors.fileTooLarge[1]],
  FST_FILES_LIMIT: ['badRequest', '一次只能上传一个文件'],
}

/** Every known path answers HTTP 200 with the envelope; what nobody foresaw is logged and told as one sentence. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    // An address that climbs out of the storefront's folder.
    if (error.statusCode === 403) return answerNotFound(reply)
    const { code, msg, data } = envelopeOf(error, request)
    if (request.wxapi) request.wxapi.code = code
    return reply
      .code(200)
      .header('cache-control', 'no-store')
      .send(data === undefined ? { code, msg } : { code, msg, data })
  })

  app.setNotFoundHandler((_request, reply) => answerNotFound(reply))
}

/** What the caller may read of an error. A fault goes to the log. */
export function envelopeOf(
  error: FastifyError,
  request: FastifyRequest,
): { code: number; msg: string; data?: unknown } {
  const envelope = toEnvelope(error)
  if (envelope.code === errors.serverFault[0]) request.log.error({ err: error, wxapi: request.wxapi }, 'fault')
  return envelope
}

/** Also for addresses that no router understands: broken escapes, names too long. */
export function answerNotFound(reply: FastifyReply): FastifyReply {
  const [code, msg] = errors.notFound
  return reply.code(404).send({ code, msg })
}

function toEnvelope(error: FastifyError): { code: number; msg: string; data?: unknown } {
  if (error instanceof Refusal) return { code: errors[error.reason][0], msg: error.message, data: error.data }
  if (error instanceof WireError) return { code: errors.badRequest[0], msg: error.message }
  const known = FASTIFY_ERRORS[error.code]
  if (known) return { code: errors[known[0]][0], msg: known[1] }
  if (error.statusCode && error.statusCode < 500) return { code: errors.badRequest[0], msg: errors.badRequest[1] }
  return { code: errors.serverFault[0], msg: errors.serverFault[1] }
}
