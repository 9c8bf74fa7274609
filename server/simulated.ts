/** The credentials and addresses of the outside parties when they are simulated on this very server. */

import type { SimulatorKeys } from '../simulators/keys'
import type { Parties } from './config'

/** `base`: where the simulators answer, as `http://127.0.0.1:3000/_sim`; `mailPort`: where the one for mail listens. */
export const simulatedParties = (
  { wechat, official, phone, qq, apple, wechatpay, wechatpayV2, alipay, sms, tencentSms, mail, weilian }: SimulatorKeys,
  base: string,
  mailPort = 0,
): Parties => ({
  wechat: { baseUrl: `${base}/wechat`, ...wechat },
  // Browsers find it at this very server, under whatever name they know it by.
  official: { baseUrl: `${base}/wechat`, pagesUrl: '/_sim/wechat', ...official },
  phone: { baseUrl: `${base}/wechat`, ...phone },
  qq: { baseUrl: `${base}/qq`, ...qq },
  apple: { baseUrl: `${base}/apple`, audiences: [apple.clientId] },
  wechatpay: {
    baseUrl: `${base}/wechatpay`,
    appid: wechatpay.appid,
    phoneAppid: wechatpay.phoneAppid,
    mchid: wechatpay.mchid,
    serialNo: wechatpay.merchantSerial,
    privateKey: wechatpay.merchantPrivateKey,
    apiV3Key: wechatpay.apiV3Key,
    platformKeys: { [wechatpay.platformSerial]: wechatpay.platformPublicKey },
    transfers: { scene: '1005', reports: { 岗位类型: '推广员', 报酬说明: '推广佣金' } },
  },
  wechatpayV2: {
    baseUrl: `${base}/wechatpay-v2`,
    appid: wechatpayV2.appid,
    mchid: wechatpayV2.mchid,
    subAppid: wechat.appid,
    subMchid: wechatpayV2.subMchid,
    apiKey: wechatpayV2.apiKey,
    certificate: wechatpayV2.certificate,
    certificateKey: wechatpayV2.certificateKey,
  },
  alipay: {
    gatewayUrl: `${base}/alipay/gateway.do`,
    appId: alipay.appId,
    sellerId: alipay.sellerId,
    privateKey: alipay.merchantPrivateKey,
    alipayPublicKey: alipay.alipayPublicKey,
  },
  sms: [
    {
      provider: 'aliyun',
      baseUrl: `${base}/aliyun-sms`,
      ...sms,
      signName: '小铺',
      templates: { code: 'SMS_1000001' },
    },
    {
      provider: 'tencent',
      baseUrl: `${base}/tencent-sms`,
      ...tencentSms,
      signName: '小铺',
      templates: { code: '1000001' },
      region: 'ap-guangzhou',
    },
  ],
  mail: { host: '127.0.0.1', port: mailPort, security: 'none', ...mail, from: `小铺 <${mail.user}>` },
  weilian: { baseUrl: `${base}/weilian/api`, ...weilian },
})
