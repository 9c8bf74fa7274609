/** The outside parties on a port of their own, so that a shop talks to them as it does in earnest. */
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { simulators } from '../../simulators'
import { createClock } from '../../simulators/clock'
import { makeKeys, type SimulatorKeys } from '../../simulators/keys'
import { startMailServer } from '../../simulators/mail'
import type { Settings } from './shop'
import { signal } from './signal'

export interface Parties {
  keys: SimulatorKeys
  /** What a shop at `origin` needs to know of them. */
  settings(origin: string): Settings
  control(path: string, body?: object): Promise<Record<string, never>>
  /** Keeps back the answers to addresses that contain `part`, until the function that it answers is called. */
  hold(part: string): { reached: Promise<void>; release(): void }
  close(): Promise<void>
}

export async function startParties(): Promise<Parties> {
  const keys = makeKeys()
  const app = Fastify({ forceCloseConnections: true })
  let held: { part: string; reached(): void; released: Promise<void> } | undefined
  app.addHook('onSend', async request => {
    if (!held || !request.url.includes(held.part)) return
    held.reached()
    await held.released
  })
  const mailServer = await startMailServer(keys.mail)
  app.addHook('onClose', mailServer.close)
  await app.register(simulators, { prefix: '/_sim', clock: createClock(), ...keys, mailServer })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/_sim`
  return {
    keys,
    settings: origin => settingsFor(keys, base, origin, mailServer.port),
    async control(path, body) {
      const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      const response = await fetch(`${base}${path}`, body && post)
      if (!response.ok) throw new Error(`simulator ${path}: ${response.status} ${await response.text()}`)
      return (await response.json()) as Record<string, never>
    },
    hold(part) {
      const [arrival, permission] = [signal(), signal()]
      held = { part, reached: arrival.give, released: permission.given }
      return { reached: arrival.given, release: permission.give }
    },
    close: () => app.close(),
  }
}

/** Settings as a shop keeper writes them, for parties at `base`. */
export const settingsFor = (
  { wechat, official, phone, qq, apple, wechatpay, sms, tencentSms, mail, weilian }: SimulatorKeys,
  base: string,
  origin: string,
  mailPort = 25,
): Settings => ({
  SIMULATORS: 'off',
  PUBLIC_URL: origin,
  SECRET_KEY: 'c0ffee'.padEnd(64, '0'),
  WECHAT_BASE_URL: `${base}/wechat`,
  WECHAT_APPID: wechat.appid,
  WECHAT_SECRET: wechat.secret,
  WECHAT_OFFICIAL_APPID: official.appid,
  WECHAT_OFFICIAL_SECRET: official.secret,
  WECHAT_PAGES_URL: `${base}/wechat`,
  WECHAT_PHONE_APPID: phone.appid,
  WECHAT_PHONE_SECRET: phone.secret,
  QQ_BASE_URL: `${base}/qq`,
  QQ_APP_ID: qq.appId,
  APPLE_BASE_URL: `${base}/apple`,
  APPLE_CLIENT_IDS: apple.clientId,
  WECHATPAY_BASE_URL: `${base}/wechatpay`,
  WECHATPAY_MCHID: wechatpay.mchid,
  WECHATPAY_SERIAL: wechatpay.merchantSerial,
  WECHATPAY_PRIVATE_KEY: wechatpay.merchantPrivateKey,
  WECHATPAY_API_V3_KEY: wechatpay.apiV3Key,
  WECHATPAY_PLATFORM_KEYS: `${wechatpay.platformSerial}=${wechatpay.platformPublicKey}`,
  WECHATPAY_TRANSFER_SCENE: '1005',
  WECHATPAY_TRANSFER_REPORTS: '岗位类型=推广员,报酬说明=推广佣金',
  SMS_BASE_URL: `${base}/aliyun-sms`,
  SMS_ACCESS_KEY_ID: sms.accessKeyId,
  SMS_ACCESS_KEY_SECRET: sms.accessKeySecret,
  SMS_SIGN_NAME: '小铺',
  SMS_TEMPLATE_CODE: 'SMS_1000001',
  TENCENT_SMS_BASE_URL: `${base}/tencent-sms`,
  TENCENT_SMS_SECRET_ID: tencentSms.secretId,
  TENCENT_SMS_SECRET_KEY: tencentSms.secretKey,
  TENCENT_SMS_APP_ID: tencentSms.sdkAppId,
  TENCENT_SMS_SIGN_NAME: '小铺',
  TENCENT_SMS_TEMPLATE_ID: '1000001',
  MAIL_HOST: '127.0.0.1',
  MAIL_PORT: String(mailPort),
  MAIL_SECURITY: 'none',
  MAIL_USER: mail.user,
  MAIL_PASSWORD: mail.password,
  MAIL_FROM: `小铺 <${mail.user}>`,
  WEILIAN_BASE_URL: `${base}/weilian/api`,
  WEILIAN_APPID: weilian.appid,
  WEILIAN_USER: weilian.user,
  WEILIAN_APPKEY: weilian.appkey,
  WEILIAN_REGISTERED_AT: weilian.registeredAt,
})
