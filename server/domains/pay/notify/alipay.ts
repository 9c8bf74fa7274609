import { GatewayError } from '../../../gateways/error'
import type { Services } from '../../../services'
import type { NotificationRoute, SayNo } from '../notify'
import { receivedFrom } from '../providers/alipay'
import { settlePayment } from '../settle'
import { refundTold } from './refunds'

/** Alipay reads the text alone: anything but these seven letters makes it come again. */
const SUCCESS = 'success'
const sayNo: SayNo = (reply, status) => reply.code(status).type('text/plain').send('failure')

export function alipayNotifications(services: Services): NotificationRoute {
  const { gateways, log } = services
  return {
    path: 'alipay',
    face: 'pay/notify',
    sayNo,
    async receive({ merchantId, rawBody, ip }, reply) {
      if (!gateways.alipay) return sayNo(reply, 404, '')
      const thank = () => reply.code(200).type('text/plain').send(SUCCESS)
      try {
        const told = gateways.alipay.readNotification(rawBody)
        if (told.kind === 'refund') await refundTold(services, merchantId, told.outRefundNo)
        if (told.kind !== 'paid') return thank()
        const outcome = await settlePayment(services, merchantId, receivedFrom(told.money))
        if (outcome !== 'unknown') return thank()
        log.error({ event: told.id, payment: told.money.outTradeNo }, 'Alipay tells of a payment that we do not know')
        return sayNo(reply, 404, '')
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error
        log.warn({ err: error, ip }, 'a payment notification was not believed')
        return sayNo(reply, 401, '')
      }
    },
  }
}
