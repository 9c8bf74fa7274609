import { GatewayError } from '../../../gateways/error'
import { writeXml } from '../../../gateways/xml'
import type { Services } from '../../../services'
import type { NotificationRoute, SayNo } from '../notify'
import { receivedFrom } from '../providers/wechatpay-v2'
import { settlePayment } from '../settle'
import { refundTold } from './refunds'

const sayNo: SayNo = (reply, status, message) =>
  reply
    .code(status)
    .type('text/xml')
    .send(writeXml({ return_code: 'FAIL', return_msg: message }))

/** Whether a body speaks the older API: XML instead of JSON. */
export const isV2 = (rawBody: Buffer): boolean => /^(\uFEFF)?\s*</.test(rawBody.subarray(0, 64).toString())

export function wechatpayV2Notifications(services: Services): NotificationRoute {
  const { gateways, log } = services
  return {
    path: 'wechatpayV2',
    sayNo,
    async receive({ merchantId, rawBody, ip }, reply) {
      if (!gateways.wechatpayV2) return sayNo(reply, 404, '未开通')
      const thank = () =>
        reply
          .code(200)
          .type('text/xml')
          .send(writeXml({ return_code: 'SUCCESS', return_msg: 'OK' }))
      try {
        const told = gateways.wechatpayV2.readNotification(rawBody)
        if (told.kind === 'refund') await refundTold(services, merchantId, told.outRefundNo)
        if (told.kind !== 'paid') return thank()
        const outcome = await settlePayment(services, merchantId, receivedFrom(told.money))
        if (outcome !== 'unknown') return thank()
        log.error({ payment: told.money.outTradeNo }, 'WeChat Pay tells of a payment that we do not know')
        return sayNo(reply, 404, '支付单不存在')
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error
        log.warn({ err: error, ip }, 'a payment notification was not believed')
        return sayNo(reply, 401, '签名或内容无效')
      }
    },
  }
}
