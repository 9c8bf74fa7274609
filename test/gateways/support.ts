import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyReply } from 'fastify'
import { afterAll, beforeEach, expect, onTestFinished } from 'vitest'
import { createAlipay } from '../../server/gateways/alipay'
import { GatewayError } from '../../server/gateways/error'
import { createAliyunSms } from '../../server/gateways/sms/aliyun'
import { createTencentSms } from '../../server/gateways/sms/tencent'
import { createWechat } from '../../server/gateways/wechat'
import { createWechatPay, type Notification, type WechatPay } from '../../server/gateways/wechatpay'
import { createWeilian } from '../../server/gateways/weilian'
import { type SimulatorSettings, simulators } from '../../simulators'
import { createClock } from '../../simulators/clock'
import { makeKeys } from '../../simulators/keys'

export const keys = makeKeys()

/** Short: nothing that a test asks for takes long, and some of it never comes. */
export const timeoutMs = 400

export const payKeys = {
  mchid: keys.wechatpay.mchid,
  appid: keys.wechatpay.appid,
  serialNo: keys.wechatpay.merchantSerial,
  privateKey: keys.wechatpay.merchantPrivateKey,
  apiV3Key: keys.wechatpay.apiV3Key,
  platformKeys: { [keys.wechatpay.platformSerial]: keys.wechatpay.platformPublicKey },
}

export const tencentTexts = { signName: '小铺', templates: { code: '1110' }, region: 'ap-guangzhou' }

export const smsTexts = { signName: '小铺', templates: { code: 'SMS_154950909' } }

/** All parties on a port of their own, the clients that the shop has for them, and a hand on the controls. */
export async function startParties(changes: Partial<SimulatorSettings> = {}) {
  const settings = { clock: createClock(), ...keys, ...changes }
  const { clock } = settings
  const app = Fastify()
  await app.register(simulators, { prefix: '/_sim', ...settings })
  const base = `${await app.listen({ port: 0 })}/_sim`
  const clients = {
    wechat: createWechat({ baseUrl: `${base}/wechat`, ...keys.wechat, timeoutMs }),
    wechatpay: createWechatPay({ baseUrl: `${base}/wechatpay`, ...payKeys, timeoutMs, now: clock.now }),
    alipay: createAlipay({
      gatewayUrl: `${base}/alipay/gateway.do`,
      appId: keys.alipay.appId,
      sellerId: keys.alipay.sellerId,
      privateKey: keys.alipay.merchantPrivateKey,
      alipayPublicKey: keys.alipay.alipayPublicKey,
      timeoutMs,
      now: clock.now,
    }),
    sms: createAliyunSms({ baseUrl: `${base}/aliyun-sms`, ...keys.sms, ...smsTexts, timeoutMs, now: clock.now }),
    tencentSms: createTencentSms({
      baseUrl: `${base}/tencent-sms`,
      ...keys.tencentSms,
      ...tencentTexts,
      timeoutMs,
      now: clock.now,
    }),
    weilian: createWeilian({ baseUrl: `${base}/weilian/api`, ...keys.weilian, timeoutMs }),
  }
  return {
    ...clients,
    base,
    clock,
    control: (path: string, body?: object) => control(`${base}${path}`, body),
    async close() {
      await Promise.all(Object.values(clients).map(client => client.end()))
      await app.close()
    },
  }
}

export type Parties = Awaited<ReturnType<typeof startParties>>

/** Calls a control of the simulators; answers its status and JSON. */
export async function control(url: string, body?: object) {
  const init = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const answer = await fetch(url, init)
  return { status: answer.status, json: await answer.json() }
}

/**
 * For a file of tests: the parties, a shop that WeChat Pay tells, and the words to place, confirm and disturb a payment.
 * `reader` is what reads notifications, when it is not the ordinary one.
 */
export async function startWechatPay(reader?: () => WechatPay) {
  const parties = await startParties()
  const shop = await startShop(reader ?? (() => parties.wechatpay), () => parties.clock.now())
  afterAll(async () => {
    await shop.close()
    await parties.close()
  })
  beforeEach(() => {
    shop.notifications.length = 0
    shop.errors.length = 0
    shop.reply = reply => reply.code(204).send()
  })
  let count = 0
  return {
    parties,
    shop,
    order: () => ({
      outTradeNo: `T${Date.now()}${count++}`,
      description: '小铺：测试商品',
      amountFen: 1280,
      notifyUrl: shop.notifyUrl,
      openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
    }),
    confirm: (prepayId: string) => parties.control('/wechatpay/confirm', { package: `prepay_id=${prepayId}` }),
    arm: (fault: string, times = 1) => parties.control('/wechatpay/faults', { fault, times }),
  }
}

/** A shop that takes notifications and keeps what they said; `reply` decides how it answers. */
async function startShop(wechatpay: () => WechatPay, now: () => Date) {
  const notifications: Notification[] = []
  const errors: unknown[] = []
  const shop = { notifyUrl: '', notifications, errors, reply: (reply: FastifyReply) => reply.code(204).send(), close }
  const app = Fastify()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.post('/notify', async ({ headers, body }, reply) => {
    try {
      notifications.push(await wechatpay().readNotification({ headers, rawBody: body as Buffer, now: now() }))
    } catch (error) {
      errors.push(error)
      return reply.code(401).send({ code: 'FAIL', message: '签名错误' })
    }
    return shop.reply(reply)
  })
  shop.notifyUrl = `${await app.listen({ port: 0 })}/notify`
  async function close() {
    await app.close()
  }
  return shop
}

/** A party that does exactly this to every request, for the length of one test. */
export async function startStub(listener: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => listener(request, response))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** An address where nobody listens: the port was ours a moment ago. */
export async function deadAddress(): Promise<string> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

/** The `GatewayError` that a call fails with. */
export async function failureOf(call: Promise<unknown> | (() => unknown)): Promise<GatewayError> {
  const error = await Promise.resolve()
    .then(() => (typeof call === 'function' ? call() : call))
    .then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
  expect(error).toBeInstanceOf(GatewayError)
  return error as GatewayError
}

/** Everything that a log would show of an error. */
export function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return `${error.stack} ${JSON.stringify(error)} ${error.cause ? everythingIn(error.cause) : ''}`
}
