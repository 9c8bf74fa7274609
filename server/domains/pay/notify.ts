/** Where WeChat Pay tells us of payments. Only what its signature proves is believed, byte for byte. */
import type { FastifyError, FastifyInstance } from 'fastify'
import { GatewayError } from '../../gateways/error'
import { Refusal } from '../../http/refusal'
import type { Services } from '../../services'
import { settlePayment } from './settle'

const MAX_NOTIFICATION_BYTES = 64 * 1024

export function paymentNotifications(services: Services) {
  const { gateways, clock, log } = services
  return async (app: FastifyInstance) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_NOTIFICATION_BYTES }, (_request, body, done) =>
      done(null, body),
    )

    // Elsewhere every answer is HTTP 200. Here that would say "booked": a fault must make WeChat Pay come again.
    app.setErrorHandler<FastifyError | Refusal>((error, _request, reply) => {
      const status = error instanceof Refusal ? 429 : (error.statusCode ?? 500)
      if (status >= 500) log.error({ err: error }, 'a payment notification could not be booked')
      return reply.code(status).send({ code: 'FAIL', message: '稍后再试' })
    })

    app.post<{ Params: { merchantId: string } }>('/wechatpay/:merchantId', async (request, reply) => {
      const refuse = (status: number, message: string) => reply.code(status).send({ code: 'FAIL', message })
      const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      try {
        const { id, payment } = gateways.wechatpay.readNotification({
          headers: request.headers,
          rawBody,
          now: clock.now(),
        })
        if (payment.state !== 'SUCCESS') return reply.code(204).send()
        const merchantId = Number(request.params.merchantId) || 0
        const outcome = await settlePayment(services, merchantId, { ...payment, eventId: id })
        if (outcome !== 'unknown') return reply.code(204).send()
        log.error({ event: id, payment: payment.outTradeNo }, 'WeChat Pay tells of a payment that we do not know')
        return refuse(404, '支付单不存在')
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error
        log.warn({ err: error, ip: request.ip }, 'a payment notification was not believed')
        return refuse(401, '签名或内容无效')
      }
    })
  }
}
