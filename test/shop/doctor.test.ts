import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examine } from '../../scripts/shop/doctor'
import { readConfig } from '../../server/config'
import { makeKeys } from '../../simulators/keys'
import { type Parties, startParties } from '../support/parties'
import { createShop } from '../support/shop'

let parties: Parties
beforeAll(async () => {
  parties = await startParties()
})
afterAll(() => parties.close())

const ORIGIN = 'https://shop.example.com'
async function found(settings: Record<string, string>) {
  const config = readConfig({ ...parties.settings(ORIGIN), ...settings })
  if (!config.parties) throw new Error('the parties are simulated')
  return examine(config.parties, config.upstream)
}

/** A shop may do without; here it does not. */
const allSettings = ({ keys: { alipay, wechatpayV2 }, settings }: Parties) => ({
  WECHATPAY_V2_BASE_URL: `${settings(ORIGIN).WECHATPAY_BASE_URL}-v2`,
  WECHATPAY_V2_APPID: wechatpayV2.appid,
  WECHATPAY_V2_MCHID: wechatpayV2.mchid,
  WECHATPAY_V2_SUB_MCHID: wechatpayV2.subMchid,
  WECHATPAY_V2_KEY: wechatpayV2.apiKey,
  ALIPAY_GATEWAY_URL: `${settings(ORIGIN).WECHAT_BASE_URL?.replace(/wechat$/, '')}alipay/gateway.do`,
  ALIPAY_APP_ID: alipay.appId,
  ALIPAY_SELLER_ID: alipay.sellerId,
  ALIPAY_PRIVATE_KEY: alipay.merchantPrivateKey,
  ALIPAY_PUBLIC_KEY: alipay.alipayPublicKey,
})

describe('doctor', () => {
  it('finds all right where all is right', async () => {
    const findings = await found(allSettings(parties))
    expect(findings.map(({ words }) => words)).toEqual(findings.map(() => '正确 / right'))
    expect(findings.length).toBe(9)
  })

  it('says which secret is wrong, and shows none', async () => {
    const findings = await found({ WECHAT_SECRET: 'wrong-wechat', MAIL_PASSWORD: 'wrong-mail' })
    expect(findings.filter(({ isWrong }) => isWrong).map(({ name }) => name)).toEqual([
      '小程序 mini-program',
      '邮件 mail',
    ])
    expect(findings[0]?.words).toContain('账号或密钥不对')
    expect(JSON.stringify(findings)).not.toMatch(/wrong-wechat|wrong-mail/)
  })

  const wordsOf = async (settings: Record<string, string>, name: string) => {
    const findings = await found({ ...allSettings(parties), ...settings })
    const others = findings.filter(finding => finding.isWrong && !finding.name.startsWith(name))
    expect(others).toEqual([])
    return findings.find(finding => finding.name.startsWith(name))?.words
  }

  it('proves merchant number, serial, private key and public key of WeChat Pay by a query', async () => {
    const another = makeKeys()
    const own = parties.keys.wechatpay
    const wrong = '对不上'
    expect(await wordsOf({ WECHATPAY_PRIVATE_KEY: another.wechatpay.merchantPrivateKey }, '微信支付')).toContain(wrong)
    expect(await wordsOf({ WECHATPAY_SERIAL: 'ABCDEF0123456789' }, '微信支付')).toContain(wrong)
    expect(await wordsOf({ WECHATPAY_MCHID: '1600000000' }, '微信支付')).toContain(wrong)
    const foreign = `${own.platformSerial}=${another.wechatpay.platformPublicKey}`
    expect(await wordsOf({ WECHATPAY_PLATFORM_KEYS: foreign }, '微信支付')).toContain('签名核对不上')
    const renamed = `PUB_KEY_ID_0100=${own.platformPublicKey}`
    expect(await wordsOf({ WECHATPAY_PLATFORM_KEYS: renamed }, '微信支付')).toContain('WECHATPAY_PLATFORM_KEYS')
    const noKey = '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'
    expect(await wordsOf({ WECHATPAY_PRIVATE_KEY: noKey }, '微信支付')).toContain('apiclient_key.pem')
  })

  it('proves the numbers and the key of a service provider by a query', async () => {
    const name = '服务商代收'
    expect(await wordsOf({ WECHATPAY_V2_KEY: 'k'.repeat(32) }, name)).toContain('WECHATPAY_V2_KEY')
    expect(await wordsOf({ WECHATPAY_V2_SUB_MCHID: '1600000000' }, name)).toContain('特约商户号')
  })

  it('proves app id and both keys of Alipay by a query', async () => {
    const another = makeKeys().alipay
    expect(await wordsOf({ ALIPAY_APP_ID: '2021000000000000' }, '支付宝')).toContain('APPID 不对')
    expect(await wordsOf({ ALIPAY_PRIVATE_KEY: another.merchantPrivateKey }, '支付宝')).toContain('不是一对')
    const own = parties.keys.alipay.merchantPublicKey
    expect(await wordsOf({ ALIPAY_PUBLIC_KEY: own }, '支付宝')).toContain('不是支付宝公钥')
    expect(await wordsOf({ ALIPAY_PUBLIC_KEY: 'AAAA'.repeat(60) }, '支付宝')).toContain('不是可用的')
  })

  it('tells which of the supplier’s settings is wrong', async () => {
    expect(await wordsOf({ WEILIAN_TOKEN_TIME_LABEL: 'ctime' }, '微涟')).toContain('WEILIAN_TOKEN_TIME_LABEL')
    expect(await wordsOf({ WEILIAN_APPKEY: 'wrong-appkey' }, '微涟')).toContain('账号、密钥、注册时间不对')
    expect(await wordsOf({ WEILIAN_BASE_URL: 'http://127.0.0.1:9' }, '微涟')).toContain('连不上')
  })

  it('has a line for each account for text messages', async () => {
    const findings = await found({ TENCENT_SMS_SECRET_KEY: 'wrong-tencent', SMS_TEMPLATE_CODE: 'SMS_9999999' })
    const words = Object.fromEntries(findings.map(finding => [finding.name, finding.words]))
    expect(words['阿里云短信 Aliyun text messages']).toContain('模板没有通过审核')
    expect(words['腾讯云短信 Tencent text messages']).toContain('密钥不对')
    expect(JSON.stringify(findings)).not.toContain('wrong-tencent')
  })

  it('finds out whether the hosted service is there and knows the shop', async () => {
    const shop = await createShop()
    const beside = async (UPSTREAM_WXAPI: string) => (await found({ UPSTREAM_WXAPI })).at(-1)
    expect(await beside(`${shop.origin}/demo`)).toMatchObject({ isWrong: false, words: '正确 / right' })
    expect(await beside(`${shop.origin}/nobody`)).toMatchObject({
      isWrong: true,
      words: expect.stringMatching('专属域名'),
    })
    expect((await beside('http://127.0.0.1:9/demo'))?.words).toContain('连不上')
  })

  it('says that somebody cannot be reached, and what the shop does without', async () => {
    const findings = await found({
      WECHAT_BASE_URL: 'http://127.0.0.1:9',
      WECHAT_OFFICIAL_APPID: '',
      WECHAT_OFFICIAL_SECRET: '',
    })
    expect(findings[0]?.words).toContain('连不上')
    expect(findings[1]).toMatchObject({ isWrong: false, words: expect.stringContaining('没有填写') })
  })
})
