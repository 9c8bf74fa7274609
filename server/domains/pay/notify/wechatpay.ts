import { GatewayError } from '../../../gateways/error'
import type { Services } from '../../../services'
import { complaintTold } from '../../complaint/round'
import { transferTold } from '../../transfer/plan'
import type { NotificationRoute, SayNo } from '../notify'
import { receivedFrom } from '../providers/wechatpay'
import { settlePayment } from '../settle'
import { refundTold } from './refunds'
import { isV2, wechatpayV2Notifications } from './wechatpay-v2'

const sayNo: SayNo = (reply, status, message) => reply.code(status).send({ code: 'FAIL', message })

export function wechatpayNotifications(services: Services): NotificationRoute {
  const { gateways, clock, log, transaction } = services
  const older = wechatpayV2Notifications(services)
  return {
    path: 'wechatpay',
    face: 'wechat/notify',
    sayNo,
    async receive(told, reply) {
      const { merchantId, headers, rawBody, ip } = told
      if (isV2(rawBody)) return older.receive(told, reply)
      if (!gateways.wechatpay) return sayNo(reply, 404, '没有开通')
      try {
        const delivery = { headers, rawBody, now: clock.now() }
        const { id, payment, refund, transfer, complaint } = await gateways.wechatpay.readNotification(delivery)
        if (refund) await refundTold(services, merchantId, refund.outRefundNo)
        if (transfer) await transaction(tx => transferTold(tx, merchantId, transfer.billNo, clock.now()))
        if (complaint) await transaction(tx => complaintTold(tx, clock.now()))
        if (payment?.state !== 'SUCCESS') return reply.code(204).send()
        const outcome = await settlePayment(services, merchantId, receivedFrom(gateways.wechatpay, payment))
        if (outcome !== 'unknown') return reply.code(204).send()
        log.error({ event: id, payment: payment.outTradeNo }, 'WeChat Pay tells of a payment that we do not know')
        return sayNo(reply, 404, '支付单不存在')
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error
        log.warn({ err: error, ip }, 'a payment notification was not believed')
        return sayNo(reply, 401, '签名或内容无效')
      }
    },
  }
}
