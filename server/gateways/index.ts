/** The outside parties, one client each. What they are and where stands in the settings alone. */
import type { Parties } from '../config'
import type { Sms } from './sms'
import { createAliyunSms } from './sms/aliyun'
import { createWechat, type Wechat } from './wechat'
import { createWechatPay, type WechatPay } from './wechatpay'
import { createWeilian, type Weilian } from './weilian'

export interface Gateways {
  /** The mini-program that shoppers log in from. */
  readonly appid: string
  /** The merchant that payments go to. */
  readonly mchid: string
  readonly wechat: Wechat
  readonly wechatpay: WechatPay
  /** A shop may do without text messages, or without this supplier. */
  readonly sms: Sms | undefined
  readonly weilian: Weilian | undefined
  /** What the supplier keeps beside a purchase when the buyer has no number: the one that the shop registered with. */
  readonly weilianMobile: string
  end(): Promise<void>
}

export function createGateways({ wechat, wechatpay, sms, weilian }: Parties, now: () => Date): Gateways {
  const gateways = {
    appid: wechat.appid,
    mchid: wechatpay.mchid,
    wechat: createWechat(wechat),
    wechatpay: createWechatPay({ ...wechatpay, now }),
    sms: sms && createAliyunSms(sms),
    weilian: weilian && createWeilian(weilian),
    weilianMobile: weilian?.user ?? '',
  }
  return {
    ...gateways,
    async end() {
      await Promise.all(
        [gateways.wechat, gateways.wechatpay, gateways.sms, gateways.weilian].map(gateway => gateway?.end()),
      )
    },
  }
}
