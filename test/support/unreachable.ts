import { makeKeys } from '../../simulators/keys'
import type { Settings } from './shop'

/** Settings of a shop whose outside parties are all silent: nobody listens on that port. */
export function unreachableParties(): Settings {
  const { wechat, wechatpay, sms } = makeKeys()
  const nowhere = 'http://127.0.0.1:9'
  return {
    SIMULATORS: 'off',
    PUBLIC_URL: 'https://shop.example.com',
    SECRET_KEY: '5'.repeat(64),
    WECHAT_BASE_URL: nowhere,
    WECHAT_APPID: wechat.appid,
    WECHAT_SECRET: wechat.secret,
    WECHATPAY_BASE_URL: nowhere,
    WECHATPAY_MCHID: wechatpay.mchid,
    WECHATPAY_SERIAL: wechatpay.merchantSerial,
    WECHATPAY_PRIVATE_KEY: wechatpay.merchantPrivateKey,
    WECHATPAY_API_V3_KEY: wechatpay.apiV3Key,
    WECHATPAY_PLATFORM_KEYS: `${wechatpay.platformSerial}=${wechatpay.platformPublicKey}`,
    MAIL_HOST: '127.0.0.1',
    MAIL_PORT: '9',
    MAIL_USER: 'shop@example.com',
    MAIL_PASSWORD: 'none',
    MAIL_FROM: 'shop@example.com',
    SMS_BASE_URL: nowhere,
    SMS_ACCESS_KEY_ID: sms.accessKeyId,
    SMS_ACCESS_KEY_SECRET: sms.accessKeySecret,
    SMS_SIGN_NAME: '小铺',
    SMS_TEMPLATE_CODE: 'SMS_1',
  }
}
