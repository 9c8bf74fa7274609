import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto'
import { makeCertificate } from './certificate'

/** Throw-away credentials on both sides of every party, as plain text so that they can be kept as JSON. */
export type SimulatorKeys = ReturnType<typeof makeKeys>

/** Counts up whenever a party gets another field, so that keys made before are completed. */
const FORMAT = 10

/** Makes a merchant, an app and accounts that exist nowhere else. Takes up to a second, for two RSA keys. */
export function makeKeys() {
  const appid = `wx${hex(8)}`
  const phoneAppid = `wx${hex(8)}`
  const merchant = rsaPair()
  const platform = rsaPair()
  const certified = makeCertificate('Tenpay.com Root CA', new Date('2026-01-01'), new Date('2036-01-01'))
  const [alipayApp, alipayOwn] = [rsaPair(), rsaPair()]
  return {
    format: FORMAT,
    wechat: {
      appid,
      secret: hex(16),
      ...push(),
      xpay: { offerId: `145${digits(7)}`, appKey: hex(16), env: 0 as const },
    },
    official: { appid: `wx${hex(8)}`, secret: hex(16), ...push() },
    phone: { appid: phoneAppid, secret: hex(16) },
    qq: { appId: `1019${digits(5)}` },
    apple: { clientId: `com.example.shop-${hex(4)}` },
    wechatpay: {
      mchid: `16${digits(8)}`,
      appid,
      phoneAppid,
      merchantSerial: hex(20).toUpperCase(),
      merchantPrivateKey: merchant.privateKey,
      merchantPublicKey: merchant.publicKey,
      apiV3Key: hex(16),
      platformSerial: `PUB_KEY_ID_01${digits(30)}`,
      platformPrivateKey: platform.privateKey,
      platformPublicKey: platform.publicKey,
    },
    wechatpayV2: {
      appid: `wx${hex(8)}`,
      mchid: `15${digits(8)}`,
      subMchid: `16${digits(8)}`,
      apiKey: hex(16),
      certificate: certified.certificatePem,
      certificateKey: certified.privateKeyPem,
    },
    alipay: {
      appId: `2021${digits(12)}`,
      sellerId: `2088${digits(12)}`,
      merchantPrivateKey: alipayApp.privateKey,
      merchantPublicKey: alipayApp.publicKey,
      alipayPrivateKey: alipayOwn.privateKey,
      alipayPublicKey: alipayOwn.publicKey,
    },
    mail: { user: `shop-${hex(4)}@example.com`, password: hex(12) },
    sms: { accessKeyId: `LTAI${hex(10)}`, accessKeySecret: hex(15) },
    tencentSms: { secretId: `AKID${hex(16)}`, secretKey: hex(16), sdkAppId: `1400${digits(6)}` },
    weilian: {
      appid: hex(8),
      user: `139${digits(8)}`,
      appkey: hex(8),
      registeredAt: '2026-01-31 08:00:00',
      tokenTimeLabel: 'creation_time' as 'creation_time' | 'ctime',
    },
  }
}

/** What is known stays; what has come up since it was made is added. */
export function completeKeys<Known extends SimulatorKeys>(known: Known): Known {
  if (known.format === FORMAT) return known
  const { format, ...made } = makeKeys()
  const parties = Object.entries(made).map(([party, fields]) => [
    party,
    { ...fields, ...(known[party as keyof typeof made] ?? {}) },
  ])
  return { ...known, ...Object.fromEntries(parties), format }
}

const hex = (bytes: number): string => randomBytes(bytes).toString('hex')
/** The key has 43 digits of base64, the last of which has no bits left over. */
const push = () => ({ pushToken: hex(12), pushAesKey: `${hex(21)}A` })
const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('')

const rsaPair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
