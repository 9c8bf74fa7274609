/** The credentials and addresses of the outside parties when they are simulated on this very server. */

import type { SimulatorKeys } from '../simulators/keys'
import type { Parties } from './config'

/** `base`: where the simulators answer, as `http://127.0.0.1:3000/_sim`. */
export const simulatedParties = ({ wechat, wechatpay, sms, weilian }: SimulatorKeys, base: string): Parties => ({
  wechat: { baseUrl: `${base}/wechat`, ...wechat },
  wechatpay: {
    baseUrl: `${base}/wechatpay`,
    appid: wechatpay.appid,
    mchid: wechatpay.mchid,
    serialNo: wechatpay.merchantSerial,
    privateKey: wechatpay.merchantPrivateKey,
    apiV3Key: wechatpay.apiV3Key,
    platformKeys: { [wechatpay.platformSerial]: wechatpay.platformPublicKey },
  },
  sms: { baseUrl: `${base}/aliyun-sms`, ...sms, signName: '小铺', templates: { code: 'SMS_1000001' } },
  weilian: { baseUrl: `${base}/weilian/api`, ...weilian },
})
