/** The outside parties, one client each. What they are and where stands in the settings alone. */
import type { Parties } from '../config'
import { type Alipay, createAlipay } from './alipay'
import { type Apple, createApple } from './apple'
import type { LentValues } from './lent'
import { createMail, type Mail } from './mail'
import { createQq, type Qq } from './qq'
import type { Sms } from './sms'
import { createSms } from './sms/accounts'
import { createWebhook, type Webhook } from './webhook'
import { createWechat, type Wechat } from './wechat'
import { createOfficialAccount, type OfficialAccount } from './wechat/official'
import { createPhoneApp, type PhoneApp } from './wechat/phone-app'
import type { PushSettings } from './wechat/push'
import type { Xpay } from './wechat/xpay'
import { createWechatPay, type WechatPay } from './wechatpay'
import { createWechatPayV2, type WechatPayV2 } from './wechatpay-v2'
import { createWeilian, type Weilian } from './weilian'
import { createUpstream, type Upstream, type UpstreamSettings } from './wxapi'

export type PushingApp = 'official' | 'mini'

export interface Gateways {
  /** The mini-program that shoppers log in from. */
  readonly appid: string
  readonly wechat: Wechat
  /** Virtual payment, where the mini-program has opened it. */
  readonly xpay: Xpay | undefined
  /** A shop may do without an official account. */
  readonly official: OfficialAccount | undefined
  /** How people come in from the shop's own app, each where the shop has set it up. */
  readonly phoneApp: PhoneApp | undefined
  readonly qq: Qq | undefined
  readonly apple: Apple | undefined
  /** Whose messages are taken in: the apps for which a token is set. */
  readonly pushes: readonly (PushSettings & { app: PushingApp })[]
  /** Nobody pays here when this server stands beside a hosted service. */
  readonly wechatpay: WechatPay | undefined
  /** A service provider that collects for the shop by the older API. */
  readonly wechatpayV2: WechatPayV2 | undefined
  /** A shop may do without Alipay. */
  readonly alipay: Alipay | undefined
  /** A shop may do without text messages, or without this supplier. */
  readonly sms: Sms | undefined
  readonly mail: Mail | undefined
  readonly weilian: Weilian | undefined
  /** What the supplier keeps beside a purchase when the buyer has no number: the one that the shop registered with. */
  readonly weilianMobile: string
  /** The hosted WXAPI that this server stands beside, if it does. */
  readonly upstream: Upstream | undefined
  /** Where alarms are told beside the log. */
  readonly webhook: Webhook | undefined
  end(): Promise<void>
}

interface GatewayTerms {
  now: () => Date
  lent: LentValues
  alarmWebhook: string | undefined
  weilianTimeoutMs: number
  upstream: UpstreamSettings | undefined
}

export function createGateways(
  { wechat, official, phone, qq, apple, wechatpay, wechatpayV2, alipay, sms, mail, weilian }: Parties,
  { now, lent, alarmWebhook, weilianTimeoutMs, upstream }: GatewayTerms,
): Gateways {
  const mini = createWechat(wechat, lent)
  const parties = {
    wechat: mini,
    official: official && createOfficialAccount(official, lent),
    phoneApp: phone && createPhoneApp(phone),
    qq: qq && createQq(qq),
    apple: apple && createApple({ ...apple, now }),
    wechatpay: wechatpay && createWechatPay({ ...wechatpay, officialAppid: official?.appid, now }),
    wechatpayV2: wechatpayV2 && createWechatPayV2(wechatpayV2),
    alipay: alipay && createAlipay({ ...alipay, now }),
    sms: createSms(sms),
    mail: mail && createMail(mail),
    weilian: weilian && createWeilian({ ...weilian, timeoutMs: weilianTimeoutMs }),
    upstream: upstream && createUpstream(upstream),
    webhook: alarmWebhook === undefined ? undefined : createWebhook(alarmWebhook),
  }
  return {
    ...parties,
    appid: wechat.appid,
    xpay: mini.xpay,
    pushes: [...pushesOf('official', official), ...pushesOf('mini', wechat)],
    weilianMobile: weilian?.user ?? '',
    async end() {
      await Promise.all(Object.values(parties).map(party => party?.end()))
    },
  }
}

const pushesOf = (app: PushingApp, settings: Parties['official'] | Parties['wechat']) =>
  settings?.pushToken ? [{ app, appid: settings.appid, token: settings.pushToken, aesKey: settings.pushAesKey }] : []
