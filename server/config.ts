/** What the server needs to know of its surroundings. Listed for people in `.env.example`. */
import { resolve } from 'node:path'
import type { SmsAccount } from './gateways/sms/accounts'
import { type Environment, SettingsReader } from './settings'

export type Config = ReturnType<typeof readConfig>

/** Throws `SettingsError` with every problem found. */
export function readConfig(env: Environment) {
  const read = new SettingsReader(env)
  const simulators = read.flag('SIMULATORS', false)
  const upstream = readUpstream(read)
  const databaseUrl = read.matching('DATABASE_URL', /^postgres(ql)?:\/\//, 'postgres://user@host/database')
  const config = {
    port: read.integer('PORT', 3000, 1, 65_535),
    host: read.text('HOST', '127.0.0.1'),
    dataDir: resolve(read.text('DATA_DIR', './data')),
    databaseUrl,
    redisUrl: read.matching('REDIS_URL', /^rediss?:\/\//, 'redis://127.0.0.1:6379'),
    publicUrl: read.matching('PUBLIC_URL', /^https?:\/\/[^/]+/, 'https://shop.example.com')?.replace(/\/+$/, ''),
    simulators,
    logLevel: read.oneOf('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'info'),
    /** Proxies in front of us whose `X-Forwarded-For` is believed; nobody else's is. */
    trustedProxies: read.integer('TRUSTED_PROXIES', 0, 0, 10),
    corsOrigins: read.list('CORS_ORIGINS'),
    /** Whose pages may use WeChat's own functions, beside our own. */
    wechatJsHosts: read.list('WECHAT_JS_HOSTS'),
    requestsPerAddress: read.integer('REQUESTS_PER_ADDRESS', 1200, 1, 1e9),
    requestsPerToken: read.integer('REQUESTS_PER_TOKEN', 600, 1, 1e9),
    /** 32 bytes that encrypt card codes and session keys; made at first start when not set. */
    secretKey: read.matching('SECRET_KEY', /^[0-9a-f]{64}$/i, '64 hex digits (openssl rand -hex 32)'),
    /** Those before it: what was sealed with them still opens. */
    oldSecretKeys: read.list('SECRET_KEYS_OLD'),
    /** Memory for kept answers; 0 makes every answer anew. */
    answerCacheMb: read.integer('ANSWER_CACHE_MB', 32, 0, 4096),
    /** How long a purchase may take to be answered; after that nobody knows whether it was sold. */
    weilianTimeoutMs: read.integer('WEILIAN_TIMEOUT_MS', 10_000, 100, 20_000),
    /** Holds a key of its own, so it is as secret as a password. */
    alarmWebhook: read.matching(
      'ALARM_WEBHOOK',
      /^https?:\/\/[^/\s]+/,
      'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…',
    ),
    unpaidMinutes: read.integer('UNPAID_MINUTES', 30, 1, 10_080),
    /** The hosted WXAPI that this server stands beside: it sells card codes for orders there, and does nothing else. */
    upstream,
    parties: simulators ? undefined : readParties(read, upstream !== undefined),
  }
  if (simulators && env.NODE_ENV === 'production') {
    read.problem('SIMULATORS', '不能与 NODE_ENV=production 同时使用 / cannot be on together with NODE_ENV=production')
  }
  if (!simulators) {
    read.required(
      'PUBLIC_URL',
      '外部访问地址，如 https://shop.example.com / the address that shoppers and WeChat reach',
    )
    if (databaseUrl) read.required('SECRET_KEY', '多台服务器共用，64 位十六进制 / shared by all servers, 64 hex digits')
  }
  read.throwProblems()
  return config
}

export type Parties = ReturnType<typeof readParties>

const readUpstream = (read: SettingsReader) => {
  const baseUrl = read.matching(
    'UPSTREAM_WXAPI',
    /^https?:\/\/[^/\s?#@]+\/[^/\s?#]+\/?$/,
    'https://api.it120.cc/<subdomain>',
  )
  const timeoutMs = read.integer('UPSTREAM_TIMEOUT_MS', 8000, 100, 20_000)
  /** The shop's number there, for its articles. */
  const merchantId = read.text('SHOP_MERCHANT_ID', '1')
  return baseUrl && URL.canParse(baseUrl) ? { baseUrl, timeoutMs, merchantId } : undefined
}

/**
 * Credentials and addresses of the outside parties. A shop needs WeChat and WeChat Pay and may leave out the others; beside a
 * hosted service the supplier alone is needed.
 */
function readParties(read: SettingsReader, isBeside: boolean) {
  if (isBeside) read.required('WEILIAN_APPID', '微涟账号 / the account at the supplier')
  else requireWechat(read)
  const appid = read.text('WECHAT_APPID', '')
  return {
    wechat: {
      baseUrl: read.text('WECHAT_BASE_URL', 'https://api.weixin.qq.com'),
      appid,
      secret: read.text('WECHAT_SECRET', ''),
      ...pushOf(read, 'WECHAT'),
      xpay: xpayOf(read),
    },
    official: read.party('WECHAT_OFFICIAL_APPID', 'WECHAT_OFFICIAL_SECRET')
      ? {
          baseUrl: read.text('WECHAT_BASE_URL', 'https://api.weixin.qq.com'),
          appid: read.text('WECHAT_OFFICIAL_APPID', ''),
          secret: read.text('WECHAT_OFFICIAL_SECRET', ''),
          pagesUrl: read.text('WECHAT_PAGES_URL', 'https://open.weixin.qq.com'),
          ...pushOf(read, 'WECHAT_OFFICIAL'),
        }
      : undefined,
    phone: read.party('WECHAT_PHONE_APPID', 'WECHAT_PHONE_SECRET')
      ? {
          baseUrl: read.text('WECHAT_BASE_URL', 'https://api.weixin.qq.com'),
          appid: read.text('WECHAT_PHONE_APPID', ''),
          secret: read.text('WECHAT_PHONE_SECRET', ''),
        }
      : undefined,
    qq: read.party('QQ_APP_ID')
      ? { baseUrl: read.text('QQ_BASE_URL', 'https://graph.qq.com'), appId: read.text('QQ_APP_ID', '') }
      : undefined,
    apple: read.party('APPLE_CLIENT_IDS')
      ? {
          baseUrl: read.text('APPLE_BASE_URL', 'https://appleid.apple.com'),
          audiences: read.list('APPLE_CLIENT_IDS'),
        }
      : undefined,
    wechatpay: isBeside ? undefined : wechatPayOf(read, appid),
    wechatpayV2: wechatPayV2Of(read, appid),
    alipay: read.party('ALIPAY_APP_ID', 'ALIPAY_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY')
      ? {
          gatewayUrl: read.text('ALIPAY_GATEWAY_URL', 'https://openapi.alipay.com/gateway.do'),
          appId: read.text('ALIPAY_APP_ID', ''),
          sellerId: read.optional('ALIPAY_SELLER_ID'),
          privateKey: read.key('ALIPAY_PRIVATE_KEY'),
          alipayPublicKey: read.key('ALIPAY_PUBLIC_KEY'),
        }
      : undefined,
    sms: readSms(read),
    mail: readMail(read),
    weilian: readWeilian(read),
  }
}

/** The accounts that are there, that of `SMS_FIRST` before the other. */
function readSms(read: SettingsReader): SmsAccount[] {
  const first = read.oneOf('SMS_FIRST', ['aliyun', 'tencent'], 'aliyun')
  const accounts = [readAliyunSms(read), readTencentSms(read)].filter(account => account !== undefined)
  return accounts.sort((a, b) => Number(b.provider === first) - Number(a.provider === first))
}

const readAliyunSms = (read: SettingsReader): SmsAccount | undefined =>
  read.party('SMS_ACCESS_KEY_ID', 'SMS_ACCESS_KEY_SECRET', 'SMS_SIGN_NAME', 'SMS_TEMPLATE_CODE')
    ? {
        provider: 'aliyun',
        baseUrl: read.text('SMS_BASE_URL', 'https://dysmsapi.aliyuncs.com'),
        accessKeyId: read.text('SMS_ACCESS_KEY_ID', ''),
        accessKeySecret: read.text('SMS_ACCESS_KEY_SECRET', ''),
        signName: read.text('SMS_SIGN_NAME', ''),
        templates: { code: read.text('SMS_TEMPLATE_CODE', '') },
      }
    : undefined

const readTencentSms = (read: SettingsReader): SmsAccount | undefined =>
  read.party(
    'TENCENT_SMS_SECRET_ID',
    'TENCENT_SMS_SECRET_KEY',
    'TENCENT_SMS_APP_ID',
    'TENCENT_SMS_SIGN_NAME',
    'TENCENT_SMS_TEMPLATE_ID',
  )
    ? {
        provider: 'tencent',
        baseUrl: read.text('TENCENT_SMS_BASE_URL', 'https://sms.tencentcloudapi.com'),
        secretId: read.text('TENCENT_SMS_SECRET_ID', ''),
        secretKey: read.text('TENCENT_SMS_SECRET_KEY', ''),
        sdkAppId: read.text('TENCENT_SMS_APP_ID', ''),
        signName: read.text('TENCENT_SMS_SIGN_NAME', ''),
        templates: { code: read.matching('TENCENT_SMS_TEMPLATE_ID', /^\d{1,12}$/, '1234567') ?? '' },
        region: read.text('TENCENT_SMS_REGION', 'ap-guangzhou'),
      }
    : undefined

function requireWechat(read: SettingsReader): void {
  read.required('WECHAT_APPID', '小程序 AppID / appid of the mini-program')
  read.required('WECHAT_SECRET', '小程序 AppSecret / its secret')
  read.required('WECHATPAY_MCHID', '微信支付商户号 / merchant number')
  read.required('WECHATPAY_SERIAL', '商户证书序列号 / serial number of the merchant certificate')
  read.required('WECHATPAY_PRIVATE_KEY', '商户私钥，PEM 或文件路径 / private key of the merchant, PEM or a file')
  const apiV3Key = read.matching('WECHATPAY_API_V3_KEY', /^.{32}$/, '32 个字符 / 32 characters')
  if (!apiV3Key) read.required('WECHATPAY_API_V3_KEY', 'APIv3 密钥，32 个字符 / APIv3 key, 32 characters')
}

const wechatPayOf = (read: SettingsReader, appid: string) => ({
  baseUrl: read.text('WECHATPAY_BASE_URL', 'https://api.mch.weixin.qq.com'),
  appid,
  phoneAppid: read.optional('WECHATPAY_PHONE_APPID'),
  mchid: read.text('WECHATPAY_MCHID', ''),
  serialNo: read.text('WECHATPAY_SERIAL', ''),
  privateKey: read.pem('WECHATPAY_PRIVATE_KEY'),
  apiV3Key: read.text('WECHATPAY_API_V3_KEY', ''),
  platformKeys: platformKeys(read),
  transfers: transfersOf(read),
})

/** All of the supplier's settings or none. */
const readMail = (read: SettingsReader) =>
  read.party('MAIL_HOST', 'MAIL_USER', 'MAIL_PASSWORD', 'MAIL_FROM')
    ? {
        host: read.text('MAIL_HOST', ''),
        port: read.integer('MAIL_PORT', 465, 1, 65_535),
        security: read.oneOf('MAIL_SECURITY', ['tls', 'starttls', 'none'], 'tls'),
        user: read.text('MAIL_USER', ''),
        password: read.text('MAIL_PASSWORD', ''),
        from: read.matching('MAIL_FROM', /^[^@]*@[^@]+$/, '小铺 <shop@example.com>') ?? '',
      }
    : undefined

export const readWeilian = (read: SettingsReader) =>
  read.party('WEILIAN_APPID', 'WEILIAN_USER', 'WEILIAN_APPKEY', 'WEILIAN_REGISTERED_AT')
    ? {
        baseUrl: read.text('WEILIAN_BASE_URL', 'https://app.weilian.xin/api/'),
        appid: read.text('WEILIAN_APPID', ''),
        user: read.text('WEILIAN_USER', ''),
        appkey: read.text('WEILIAN_APPKEY', ''),
        registeredAt: read.text('WEILIAN_REGISTERED_AT', ''),
        tokenTimeLabel: read.oneOf('WEILIAN_TOKEN_TIME_LABEL', ['creation_time', 'ctime'], 'creation_time'),
      }
    : undefined

/** Virtual payment. The key belongs to the live environment or to the sandbox. */
const xpayOf = (read: SettingsReader) =>
  read.party('WECHAT_OFFER_ID', 'WECHAT_XPAY_APPKEY')
    ? {
        offerId: read.text('WECHAT_OFFER_ID', ''),
        appKey: read.text('WECHAT_XPAY_APPKEY', ''),
        env: read.oneOf('WECHAT_XPAY_ENV', ['live', 'sandbox'], 'live') === 'live' ? (0 as const) : (1 as const),
      }
    : undefined

/** What signs and seals the messages that WeChat pushes to this app's server. */
const pushOf = (read: SettingsReader, app: 'WECHAT' | 'WECHAT_OFFICIAL') => ({
  pushToken: read.matching(
    `${app}_PUSH_TOKEN`,
    /^[A-Za-z0-9]{3,32}$/,
    '3 到 32 位字母和数字 / 3 to 32 letters and digits',
  ),
  pushAesKey: read.matching(`${app}_PUSH_AES_KEY`, /^[A-Za-z0-9]{43}$/, '43 位字母和数字 / 43 letters and digits'),
})

/** A service provider that collects for the shop by WeChat Pay's older API. */
const wechatPayV2Of = (read: SettingsReader, subAppid: string) =>
  read.party('WECHATPAY_V2_APPID', 'WECHATPAY_V2_MCHID', 'WECHATPAY_V2_SUB_MCHID', 'WECHATPAY_V2_KEY')
    ? {
        baseUrl: read.text('WECHATPAY_V2_BASE_URL', 'https://api.mch.weixin.qq.com'),
        appid: read.text('WECHATPAY_V2_APPID', ''),
        mchid: read.text('WECHATPAY_V2_MCHID', ''),
        subAppid,
        subMchid: read.text('WECHATPAY_V2_SUB_MCHID', ''),
        apiKey: read.matching('WECHATPAY_V2_KEY', /^.{32}$/, '32 个字符 / 32 characters') ?? '',
        certificate: read.optional('WECHATPAY_V2_CERT') && read.pem('WECHATPAY_V2_CERT'),
        certificateKey: read.optional('WECHATPAY_V2_CERT_KEY') && read.pem('WECHATPAY_V2_CERT_KEY'),
      }
    : undefined

/** Transfers to people, where the merchant has opened them: the scene, and what it asks to be said with each. */
function transfersOf(read: SettingsReader) {
  const scene = read.matching('WECHATPAY_TRANSFER_SCENE', /^\d{4}$/, '四位数字，如 1005 / four digits')
  const reports = read.list('WECHATPAY_TRANSFER_REPORTS').map(entry => {
    const [name = '', ...words] = entry.split('=')
    return [name.trim(), words.join('=').trim()] as const
  })
  return scene === undefined ? undefined : { scene, reports: Object.fromEntries(reports) }
}

/** `PUB_KEY_ID_0114…=/path/key.pem,5157F09E…=/path/cert.pem`: public keys and platform certificates side by side. */
function platformKeys(read: SettingsReader): Record<string, string> {
  const name = 'WECHATPAY_PLATFORM_KEYS'
  return Object.fromEntries(
    read.list(name).map(entry => {
      const [serial = '', ...file] = entry.split('=')
      return [serial.trim(), read.pem(name, file.join('=').trim())]
    }),
  )
}
