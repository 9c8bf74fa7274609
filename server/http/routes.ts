/** Turns contract entries and handlers into routes: fields in, who calls, handle, answer out. */
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import {
  type Alias,
  type Declined,
  isAlias,
  isDeclined,
  isRequired,
  type Method,
  pathArguments,
} from '../../contract/define'
import type { KeptAnswer } from '../cache'
import type { Services } from '../services'
import { anywhereOf, formOf, guestOf, queryOf, shopOf } from './context'
import type { Anywhere, Cached, Guest, Handlers, SignedIn } from './handlers'
import { orRefuse, Refusal } from './refusal'
import { readUpload, type Upload } from './uploads'
import { reader, writer } from './wire'

type AnyHandler = ((input: unknown, context: unknown) => Promise<unknown>) & Cached

export interface Mounting {
  app: FastifyInstance
  services: Services
  /** Counts a call against its token; refuses when there were too many. */
  limitToken(request: FastifyRequest, token: string): Promise<void>
}

/** Serves every method of a domain, on GET and POST alike. Throws when two names without kinship share a path. */
export function mount<Domain extends Record<string, Method>>(
  mounting: Mounting,
  domain: Domain,
  handlers: Handlers<Domain>,
): void {
  const entries = Object.entries<Method | Alias>(domain)
  const basesFirst = [
    ...entries.filter(([, method]) => !isAlias(method)),
    ...entries.filter(([, method]) => isAlias(method)),
  ]
  for (const [name, method] of basesFirst) {
    // The SDK's `{url}` leads to paths that are mounted under their own names.
    if (pathArguments(method).length) continue
    const url = routePath(method)
    if (mounting.app.hasRoute({ method: 'POST', url })) {
      if (isAlias(method)) continue
      throw new Error(`${name}: ${url} is served already`)
    }
    const handler = isDeclined(method)
      ? refusing(method)
      : (handlers as unknown as Record<string, AnyHandler>)[isAlias(method) ? baseName(domain, method) : name]
    if (!handler) throw new Error(`${name} has no handler`)
    mounting.app.route({ method: ['GET', 'POST'], url, handler: routeHandler(mounting, name, method, handler) })
  }
}

/** `common:/{subDomain}/score/exchange` is served at `/:shop/score/exchange`, whatever the host. */
const routePath = ({ url }: Method) => url.replace(/^\w+:/, '').replace(/\{(subDomain|merchantId)\}/, ':shop')

const baseName = (domain: Record<string, Method>, { aliasOf }: Alias) =>
  Object.keys(domain).find(key => domain[key] === aliasOf) ?? ''

const refusing =
  ({ declines }: Declined) =>
  async (): Promise<never> => {
    throw new Refusal(declines)
  }

function routeHandler(
  { services, limitToken }: Mounting,
  name: string,
  method: Method,
  handler: AnyHandler,
): RouteHandlerMethod {
  const read = reader(method.input)
  const write = writer(method.data)
  const needsLogin = isRequired(method, 'token')
  const inShop = /\{(subDomain|merchantId)\}/.test(method.url)

  return async (request, reply) => {
    request.wxapi = { method: name }
    const merchant = inShop ? orRefuse(await services.merchants.find(shopOf(request)), 'shopUnknown') : undefined
    const { fields, upload } = await fieldsOf(request, method)
    if (needsLogin && !fields.token) throw new Refusal('loginRequired')
    const input = read(fields)
    const token = typeof input.token === 'string' ? input.token : ''
    if (token) await limitToken(request, token)
    const anywhere = anywhereOf(request, services, upload)
    const answer = async (context: Anywhere) => encode(write, await handler(input, context), anywhere.request.origin)
    if (!merchant) return send(reply, await answer(anywhere))

    request.wxapi.shop = merchant.subDomain
    const guest = guestOf(anywhere, merchant, token)
    if (method.transport === 'picture') return send(reply, (await handler(input, guest)) as Buffer, 'image/png')
    if (handler.cachedBy) {
      const key = `${name} ${anywhere.request.origin} ${JSON.stringify({ ...input, token: undefined })}`
      const kept = await services.cache.answer(services.db, merchant.id, handler.cachedBy, key, () => answer(guest))
      handler.eachTime?.(input as never, guest)
      return sendKept(request, reply, kept)
    }
    if (!needsLogin) return send(reply, await answer(guest))
    const context = await signedIn(guest, token)
    request.wxapi.user = context.user.id
    return send(reply, await answer(context))
  }
}

async function signedIn(guest: Guest, token: string): Promise<SignedIn> {
  return { ...guest, token, user: orRefuse(await guest.visitor(), 'loginRequired') }
}

/** An upload comes as multipart, everything else in query and body. */
async function fieldsOf(
  request: FastifyRequest,
  method: Method,
): Promise<{ fields: Record<string, unknown>; upload?: Upload }> {
  if (method.transport !== 'upload') return { fields: formOf(request) }
  const { fields, upload } = await readUpload(request)
  return { fields: { ...queryOf(request), ...fields }, upload }
}

function encode(write: ReturnType<typeof writer>, data: unknown, origin: string): Buffer {
  const done = { code: 0, msg: 'success' }
  return Buffer.from(
    JSON.stringify(data === undefined || data === null ? done : { ...done, data: write(data, origin) }),
  )
}

const JSON_TYPE = 'application/json; charset=utf-8'

const send = (reply: FastifyReply, body: Buffer, type = JSON_TYPE) =>
  reply.header('content-type', type).header('cache-control', 'no-store').send(body)

/** Only public answers travel compressed: beside a secret, length would tell of it. */
function sendKept(request: FastifyRequest, reply: FastifyReply, { plain, gzip }: KeptAnswer) {
  const takesGzip = gzip && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  reply.header('vary', 'accept-encoding')
  return takesGzip ? send(reply.header('content-encoding', 'gzip'), gzip) : send(reply, plain)
}

declare module 'fastify' {
  interface FastifyRequest {
    /** For the log line of the request. */
    wxapi?: { method: string; shop?: string; user?: number; code?: number }
  }
}
