import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto'

/** Throw-away credentials on both sides of every party, as plain text so that they can be kept as JSON. */
export type SimulatorKeys = ReturnType<typeof makeKeys>

/** Makes a merchant, an app and accounts that exist nowhere else. Takes up to a second, for two RSA keys. */
export function makeKeys() {
  const appid = `wx${hex(8)}`
  const merchant = rsaPair()
  const platform = rsaPair()
  return {
    wechat: { appid, secret: hex(16) },
    wechatpay: {
      mchid: `16${digits(8)}`,
      appid,
      merchantSerial: hex(20).toUpperCase(),
      merchantPrivateKey: merchant.privateKey,
      merchantPublicKey: merchant.publicKey,
      apiV3Key: hex(16),
      platformSerial: `PUB_KEY_ID_01${digits(30)}`,
      platformPrivateKey: platform.privateKey,
      platformPublicKey: platform.publicKey,
    },
    sms: { accessKeyId: `LTAI${hex(10)}`, accessKeySecret: hex(15) },
    weilian: {
      appid: hex(8),
      user: `139${digits(8)}`,
      appkey: hex(8),
      registeredAt: '2026-01-31 08:00:00',
      tokenTimeLabel: 'creation_time' as 'creation_time' | 'ctime',
    },
  }
}

const hex = (bytes: number): string => randomBytes(bytes).toString('hex')
const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('')

const rsaPair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
