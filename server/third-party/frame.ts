/** How the third-party interfaces are served: the same contexts as WXAPI's methods, another envelope around the answer. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Interface, InterfaceInput } from '../../contract/third-party'
import { anywhereOf, formOf, guestOf, shopOf } from '../http/context'
import { envelopeOf } from '../http/errors-handler'
import type { Guest } from '../http/handlers'
import { orRefuse } from '../http/refusal'
import type { Mounting } from '../http/routes'
import { reader, writer } from '../http/wire'
import type { Services } from '../services'

/** Sent as it is, without the envelope. */
export class Picture {
  constructor(readonly bytes: Buffer) {}
}

export type InterfaceHandler<I extends Interface> = (
  input: InterfaceInput<I>,
  guest: Guest,
  request: FastifyRequest,
) => Promise<unknown>

/** The server's own addresses are its first shop's; `/api` stands before them where the hosted system had it. */
export const PREFIXES = ['', '/api', '/:shop'] as const

/** A scope whose refusals wear the envelope of these interfaces. */
export function interfaceScope(app: FastifyInstance, serve: (scope: FastifyInstance) => void): void {
  app.register(async scope => {
    scope.setErrorHandler<FastifyError>((error, request, reply) => {
      const { code, msg } = envelopeOf(error, request)
      if (request.wxapi) request.wxapi.code = code
      return reply.code(200).header('cache-control', 'no-store').send({ info: msg, status: 0 })
    })
    serve(scope)
  })
}

export function serveInterface<I extends Interface>(
  app: FastifyInstance,
  { services, limitToken }: Pick<Mounting, 'services' | 'limitToken'>,
  { path, input: fields, data, info }: I,
  handler: InterfaceHandler<I>,
): void {
  const read = reader(fields)
  const write = writer(data)
  const serve = async (request: FastifyRequest, reply: FastifyReply) => {
    request.wxapi = { method: path }
    const merchant = await shopFor(request, services)
    const input = read(formOf(request))
    const token = typeof input.token === 'string' ? input.token : ''
    if (token) await limitToken(request, token)
    const anywhere = anywhereOf(request, services)
    request.wxapi.shop = merchant.subDomain
    const answer = await handler(input as InterfaceInput<I>, guestOf(anywhere, merchant, token), request)
    if (answer instanceof Picture)
      return reply.type('image/png').header('cache-control', 'public, max-age=86400').send(answer.bytes)
    const done = { info, status: 1 }
    return reply
      .header('cache-control', 'no-store')
      .send(answer === undefined ? done : { ...done, data: write(answer, anywhere.request.origin) })
  }
  for (const prefix of PREFIXES) app.route({ method: ['GET', 'POST'], url: `${prefix}/${path}`, handler: serve })
}

/** The shop that an address names, or the server's first. */
export const shopFor = async (request: FastifyRequest, { merchants }: Services) =>
  orRefuse(await (shopOf(request) ? merchants.find(shopOf(request)) : merchants.first()), 'shopUnknown')
