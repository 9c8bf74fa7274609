/** Where those who bring money tell us of it. Only what a signature proves is believed, byte for byte. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../http/refusal'
import type { Services } from '../../services'
import { alipayNotifications } from './notify/alipay'
import { wechatpayNotifications } from './notify/wechatpay'
import { wechatpayV2Notifications } from './notify/wechatpay-v2'

const MAX_NOTIFICATION_BYTES = 64 * 1024

/** How a provider hears that it must come again. */
export type SayNo = (reply: FastifyReply, status: number, message: string) => FastifyReply

export interface NotificationRoute {
  path: string
  /** Its address among the third-party interfaces, where it has one: the server's own for its first shop, or behind a shop's name. */
  face?: string
  sayNo: SayNo
  receive(told: Told, reply: FastifyReply): Promise<FastifyReply>
}

export interface Told {
  merchantId: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  rawBody: Buffer
  ip: string
}

/** Each party speaks in a scope of its own, since each hears "not booked" in other words. */
export function paymentNotifications(services: Services) {
  return async (app: FastifyInstance) => {
    const parties = [wechatpayNotifications, wechatpayV2Notifications, alipayNotifications]
    for (const route of parties.map(party => party(services)))
      await app.register(async scope => serve(scope, services, route))
  }
}

function serve(
  app: FastifyInstance,
  { log, merchants }: Services,
  { path, face, sayNo, receive }: NotificationRoute,
): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_NOTIFICATION_BYTES }, (_request, body, done) =>
    done(null, body),
  )

  // Elsewhere every answer is HTTP 200. Here that would say "booked": a fault must make the party come again.
  app.setErrorHandler<FastifyError | Refusal>((error, _request, reply) => {
    const status = error instanceof Refusal ? 429 : (error.statusCode ?? 500)
    if (status >= 500) log.error({ err: error }, 'a payment notification could not be booked')
    return sayNo(reply, status, '稍后再试')
  })

  const told = ({ body, headers, ip }: FastifyRequest, merchantId: number): Told => ({
    merchantId,
    headers,
    rawBody: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
    ip,
  })

  app.post<{ Params: { merchantId: string } }>(`/notify/${path}/:merchantId`, (request, reply) =>
    receive(told(request as FastifyRequest, Number(request.params.merchantId) || 0), reply),
  )
  if (!face) return
  for (const prefix of ['', '/api', '/:shop']) {
    app.post<{ Params: { shop?: string } }>(`${prefix}/${face}`, async (request, reply) => {
      const { shop } = request.params
      const merchant = await (shop === undefined ? merchants.first() : merchants.find(shop))
      return receive(told(request as FastifyRequest, merchant?.id ?? 0), reply)
    })
    // A browser that comes back from a cashier: what it carries proves nothing, and the paying page asks.
    app.get(`${prefix}/${face}`, (_request, reply) => reply.redirect('/', 303))
  }
}
