import type { FastifyError, FastifyInstance, FastifyPluginAsync } from 'fastify'
import { type AlipayParty, alipay } from './alipay'
import { aliyunSms, type SmsParty } from './aliyun-sms'
import { type AppleParty, apple } from './apple'
import type { Clock } from './clock'
import { ControlError, countOf, fieldsOf } from './control'
import { type MailServer, mailboxes } from './mail'
import { createMessages } from './messages'
import { createPaid } from './paid'
import { phones } from './phones'
import { type QqParty, qq } from './qq'
import { type TencentSmsParty, tencentSms } from './tencent-sms'
import { type PhoneParty, type WechatParty, wechat } from './wechat'
import { type WechatPayParty, wechatPay } from './wechatpay'
import { type WechatPayV2Party, wechatPayV2 } from './wechatpay-v2'
import { type WeilianParty, weilian } from './weilian'

export type { SimulatedGoods } from './weilian/supplier'

/** What the outside parties know of us. The result of `makeKeys()` fits in. */
export interface SimulatorSettings {
  /** The shop's clock. Codes, payments and limits run out by it. */
  clock: Clock
  /** Runs everything that became due when the clock was moved. */
  afterAdvance?: () => Promise<void>
  wechat: WechatParty
  /** The official account beside the mini-program. */
  official: WechatParty
  /** The app for phones beside them. */
  phone: PhoneParty
  qq: QqParty
  apple: AppleParty
  wechatpay: WechatPayParty
  /** The older API, by which a service provider collects. */
  wechatpayV2: WechatPayV2Party
  alipay: AlipayParty
  sms: SmsParty
  tencentSms: TencentSmsParty
  /** Mail goes over SMTP to a port of its own, which whoever puts things together has opened. */
  mailServer?: MailServer
  weilian: WeilianParty
}

const FARTHEST_SECONDS = 10 * 366 * 86_400

/**
 * The outside parties, each speaking its own protocol under its own path: `/wechat`, `/wechatpay`, `/alipay`,
 * `/aliyun-sms`, `/tencent-sms`, `/qq`, `/apple`, `/weilian/api`. The rest are controls for the demo and the tests. Nothing here may be reachable in production.
 */
export const simulators: FastifyPluginAsync<SimulatorSettings> = async (app, settings) => {
  readBodies(app)
  app.setErrorHandler<FastifyError | ControlError>((error, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) request.log.error(error)
    return reply.code(status).send({ message: status >= 500 ? 'the simulator failed' : error.message })
  })
  app.post('/clock', async request => {
    const seconds = countOf(fieldsOf(request.body), 'advanceSeconds')
    if (seconds > FARTHEST_SECONDS) throw new ControlError(400, 'advanceSeconds may be ten years at most')
    settings.clock.advance(seconds)
    await settings.afterAdvance?.()
    return { now: settings.clock.now().toISOString() }
  })
  const paid = createPaid()
  await app.register(async scope => wechat(scope, settings, { paid, controls: app }, settings.clock), {
    prefix: '/wechat',
  })
  await app.register(
    async scope =>
      wechatPay(scope, { officialAppid: settings.official.appid, ...settings.wechatpay }, settings.clock, paid),
    {
      prefix: '/wechatpay',
    },
  )
  await app.register(async scope => wechatPayV2(scope, settings.wechatpayV2, settings.clock, paid), {
    prefix: '/wechatpay-v2',
  })
  await app.register(async scope => alipay(scope, settings.alipay, settings.clock), { prefix: '/alipay' })
  await app.register(async scope => qq(scope, settings.qq, settings.clock), { prefix: '/qq' })
  await app.register(async scope => apple(scope, settings.apple, settings.clock), { prefix: '/apple' })
  const messages = createMessages(settings.clock)
  phones(app, messages)
  await app.register(async scope => aliyunSms(scope, settings.sms, settings.clock, messages))
  await app.register(async scope => tencentSms(scope, settings.tencentSms, settings.clock, messages), {
    prefix: '/tencent-sms',
  })
  const { mailServer } = settings
  if (mailServer) await app.register(async scope => mailboxes(scope, mailServer))
  await app.register(async scope => weilian(scope, settings.weilian, settings.clock), { prefix: '/weilian' })
}

/** Forms stay text: each party reads them in its own way, and some sign them. */
function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'))
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, text, done) =>
    done(null, text),
  )
}
