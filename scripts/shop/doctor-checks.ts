/** What each party is asked: calls that read, send nothing and cost nothing. */
import type { Parties } from '../../server/config'
import { createAlipay } from '../../server/gateways/alipay'
import { GatewayError } from '../../server/gateways/error'
import { openLine } from '../../server/gateways/http'
import { keptHere } from '../../server/gateways/lent'
import { createMail } from '../../server/gateways/mail'
import { openAccount, type SmsAccount } from '../../server/gateways/sms/accounts'
import { type AppSettings, accessTokens } from '../../server/gateways/wechat/access-token'
import { createWechatPay } from '../../server/gateways/wechatpay'
import { createWechatPayV2 } from '../../server/gateways/wechatpay-v2'
import { probeWeilian } from '../../server/gateways/weilian/probe'
import { createUpstream, type UpstreamSettings } from '../../server/gateways/wxapi'

export interface Check {
  name: string
  /** Throws `GatewayError` when it is wrong; nothing is answered where the shop does without. */
  ask(parties: Parties): Promise<unknown> | undefined
  /** What its troubles mean, where that differs from party to party. */
  words?: Readonly<Record<string, string>>
}

/** An order that nobody has placed: who says that there is none knows us, and has proven who it is. */
const NO_ORDER = 'doctor000000'

const PAY_WORDS = {
  key: 'WECHATPAY_PRIVATE_KEY 或 WECHATPAY_PLATFORM_KEYS 不是可用的 RSA 密钥，私钥是 apiclient_key.pem / is no usable RSA key; the private key is apiclient_key.pem',
  merchant:
    '商户号、证书序列号、商户私钥三者对不上：序列号要是这把私钥的证书的 / merchant number, serial and private key do not belong together',
  unverified:
    '回答的签名核对不上：WECHATPAY_PLATFORM_KEYS 的公钥或编号不对 / the answer’s signature does not fit the public key in WECHATPAY_PLATFORM_KEYS',
  unknownSerial:
    '回答用的公钥或证书这里没有：填微信支付公钥；用平台证书的，核对 APIv3 密钥 / signed with a key that is not set: enter the public key, or check the APIv3 key',
  stale: '服务器的时钟不准 / this server’s clock is wrong',
  credentials: 'AppID 没有绑定这个商户号，或商户号不对 / the appid is not bound to this merchant number',
  noRight: '商户号没有这个权限 / the merchant number has no right to it',
}

const V2_WORDS = {
  unverified:
    '服务商的 AppID、商户号、特约商户号或 WECHATPAY_V2_KEY 不对 / the provider’s appid, one of the merchant numbers or the key is wrong',
  signature: '回答的签名核对不上：WECHATPAY_V2_KEY 不对 / the answer’s signature does not fit WECHATPAY_V2_KEY',
}

const ALIPAY_WORDS = {
  key: 'ALIPAY_PRIVATE_KEY 或 ALIPAY_PUBLIC_KEY 不是可用的 RSA 密钥 / is no usable RSA key',
  credentials:
    'APPID 不对，或应用私钥和在支付宝填的应用公钥不是一对 / wrong app id, or the private key does not belong to the key entered at Alipay',
  unverified:
    'ALIPAY_PUBLIC_KEY 不是支付宝公钥（常见错误：填了应用公钥）/ is not Alipay’s public key, perhaps the app’s own',
  noRight: '应用没有签约这个产品 / the app has not signed up for the product',
}

const WEILIAN_WORDS = {
  label: 'WEILIAN_TOKEN_TIME_LABEL 要换成另一种写法（creation_time 或 ctime）/ must be the other of its two values',
  credentials: '账号、密钥、注册时间不对 / wrong account, key or time of registration',
  noApiRight: '账号没有开通 API 权限 / the account has no right to the API',
  frozen: '账号被冻结 / the account is frozen',
}

/** One line for each party. */
export const checks: readonly Check[] = [
  { name: '小程序 mini-program', ask: ({ wechat }) => (wechat.appid ? fetchToken(wechat) : undefined) },
  { name: '公众号 official account', ask: ({ official }) => official && fetchToken(official) },
  { name: '微信支付 WeChat Pay', ask: ({ wechatpay }) => wechatpay && queryWechatPay(wechatpay), words: PAY_WORDS },
  {
    name: '服务商代收 service provider',
    ask: ({ wechatpayV2 }) => wechatpayV2 && queryThroughProvider(wechatpayV2),
    words: V2_WORDS,
  },
  { name: '支付宝 Alipay', ask: ({ alipay }) => alipay && queryAlipay(alipay), words: ALIPAY_WORDS },
  { name: '阿里云短信 Aliyun text messages', ask: ({ sms }) => checkSms(sms, 'aliyun') },
  { name: '腾讯云短信 Tencent text messages', ask: ({ sms }) => checkSms(sms, 'tencent') },
  { name: '邮件 mail', ask: ({ mail }) => mail && logInToMail(mail) },
  { name: '微涟 Weilian', ask: ({ weilian }) => weilian && askWeilian(weilian), words: WEILIAN_WORDS },
]

export const besideOf = (upstream: UpstreamSettings): Check => ({
  name: '托管的 WXAPI hosted service',
  ask: () => knowsNoStranger(upstream),
  words: {
    unreadable: '那里不是 WXAPI，请核对地址 / that is no WXAPI: look at the address',
    badStatus: '那里不是 WXAPI，请核对地址 / that is no WXAPI: look at the address',
    orderUnknown: '不认识这个专属域名，请核对地址 / does not know the shop: look at the address',
  },
})

async function fetchToken(settings: AppSettings): Promise<void> {
  const line = openLine('wechat')
  try {
    await accessTokens(line, settings, keptHere()).current()
  } finally {
    await line.end()
  }
}

async function queryWechatPay(settings: NonNullable<Parties['wechatpay']>): Promise<void> {
  const wechatpay = opened('wechatpay', () => createWechatPay(settings))
  try {
    await wechatpay.query(NO_ORDER)
  } catch (error) {
    // Who does not believe our signature does not sign either.
    if (error instanceof GatewayError && /HTTP 401\b/.test(error.message)) throw trouble('wechatpay', 'merchant')
    throw error
  } finally {
    await wechatpay.end()
  }
}

async function queryThroughProvider(settings: NonNullable<Parties['wechatpayV2']>): Promise<void> {
  const wechatpay = createWechatPayV2(settings)
  try {
    await wechatpay.query(NO_ORDER)
  } finally {
    await wechatpay.end()
  }
}

async function queryAlipay(settings: NonNullable<Parties['alipay']>): Promise<void> {
  const alipay = opened('alipay', () => createAlipay(settings))
  try {
    await alipay.query(NO_ORDER)
  } finally {
    await alipay.end()
  }
}

async function askWeilian(settings: NonNullable<Parties['weilian']>): Promise<void> {
  const probes = await probeWeilian(settings)
  const own = probes.find(({ label }) => label === settings.tokenTimeLabel)
  if (own?.outcome === 'right') return
  const isOther = probes.some(({ outcome }) => outcome === 'right')
  throw trouble('weilian', isOther ? 'label' : (own?.outcome ?? 'refused'))
}

/** Asked with a token that nobody has, it says so when it is a WXAPI and knows the shop. */
async function knowsNoStranger(settings: UpstreamSettings): Promise<void> {
  const upstream = createUpstream(settings)
  try {
    await upstream.orderDetail('doctor', 1)
  } catch (error) {
    if (!(error instanceof GatewayError && error.code === 'loginRequired')) throw error
  } finally {
    await upstream.end()
  }
}

async function logInToMail(settings: NonNullable<Parties['mail']>): Promise<void> {
  const mail = createMail(settings)
  try {
    await mail.check()
  } finally {
    await mail.end()
  }
}

function checkSms(accounts: readonly SmsAccount[], provider: SmsAccount['provider']): Promise<void> | undefined {
  const account = accounts.find(one => one.provider === provider)
  if (!account) return undefined
  const sms = openAccount(account)
  return sms.check().finally(sms.end)
}

/** A key that cannot be read stops a server that starts; here it is one finding among others. */
function opened<Gateway>(party: string, open: () => Gateway): Gateway {
  try {
    return open()
  } catch {
    throw trouble(party, 'key')
  }
}

const trouble = (party: string, code: string) => new GatewayError(party, code, { sent: 'no' })
