/** What a request says, and what its handler gets to know of it. */
import type { FastifyRequest } from 'fastify'
import type { Services } from '../services'
import type { Anywhere, Guest, Merchant, Request } from './handlers'
import { Refusal } from './refusal'
import { userOf } from './sessions'
import type { Upload } from './uploads'

export const anywhereOf = (request: FastifyRequest, services: Services, upload?: Upload): Anywhere => ({
  ...services,
  log: request.log,
  now: services.clock.now(),
  request: requestOf(request, services, upload),
})

export const guestOf = (anywhere: Anywhere, merchant: Merchant, token: string): Guest => ({
  ...anywhere,
  merchant,
  visitor: async (given = token) => (given ? userOf(anywhere, merchant.id, given, anywhere.now) : undefined),
})

const requestOf = (request: FastifyRequest, { config }: Services, upload?: Upload): Request => ({
  id: request.id,
  ip: request.ip,
  userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300),
  origin: config.publicUrl ?? originOf(request),
  upload,
})

/** The `Host` header is the caller's word; only a plain one goes into our answers. */
export const originOf = ({ protocol, host }: FastifyRequest) =>
  `${protocol}://${/^[\w.:[\]-]+$/.test(host) ? host : 'localhost'}`

/** The first segment of a path that names a shop. */
export const shopOf = (request: FastifyRequest) => (request.params as { shop?: string }).shop ?? ''

/** Query and body together; the body wins. Refuses what is neither a form nor a JSON object. */
export function formOf(request: FastifyRequest): Record<string, unknown> {
  const query = queryOf(request)
  if (request.isMultipart()) throw new Refusal('badRequest', NO_FORM)
  const { body } = request
  if (body === undefined || body === null) return query
  if (typeof body !== 'object' || Array.isArray(body)) throw new Refusal('badRequest', NO_FORM)
  return { ...query, ...body }
}

const NO_FORM = '请求内容应为表单或 JSON 对象'

/** Of a name that comes twice the last value counts, in the query as in a form. */
export const queryOf = ({ query }: FastifyRequest): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(query as Record<string, unknown>).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.at(-1) : value,
    ]),
  )
