import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config'
import { SettingsError } from '../../server/settings'
import { makeKeys } from '../../simulators/keys'
import { settingsFor } from '../support/parties'
import { builtPrograms, envOf, run } from '../support/programs'

const keys = makeKeys()
const whole = settingsFor(keys, 'https://parties.example', 'https://shop.example.com')
const folder = mkdtempSync(join(tmpdir(), 'xiaopu-config-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The names of the settings that are wrong. */
function problemsWith(env: Record<string, string | undefined>): string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    return error.problems.map(problem => problem.split(' ')[0] ?? '')
  }
}

const NEEDED = [
  'WECHAT_APPID',
  'WECHAT_SECRET',
  'WECHATPAY_MCHID',
  'WECHATPAY_SERIAL',
  'WECHATPAY_PRIVATE_KEY',
  'WECHATPAY_API_V3_KEY',
  'PUBLIC_URL',
]

describe('readConfig', () => {
  it('needs nothing when the outside parties are simulated', () => {
    expect(readConfig({ SIMULATORS: 'on' })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      simulators: true,
      parties: undefined,
      unpaidMinutes: 30,
      trustedProxies: 0,
    })
  })

  it('lists everything that is missing in one go, and takes an empty text for nothing', () => {
    expect(problemsWith({ SIMULATORS: 'off' })).toEqual(NEEDED)
    expect(problemsWith({})).toEqual(NEEDED)
    expect(problemsWith(Object.fromEntries(NEEDED.map(name => [name, ' '])))).toEqual(NEEDED)
    const shared = { ...whole, DATABASE_URL: 'postgres://shop@db/shop', SECRET_KEY: '' }
    expect(problemsWith(shared), 'servers that share a database share the key').toEqual(['SECRET_KEY'])
  })

  it('needs the supplier alone beside a hosted service, whose address has the shop’s name', () => {
    const UPSTREAM_WXAPI = 'https://api.it120.cc/myshop'
    expect(problemsWith({ UPSTREAM_WXAPI })).toEqual(['WEILIAN_APPID', 'PUBLIC_URL'])
    for (const wrong of ['https://api.it120.cc', 'https://api.it120.cc/a/b', 'https://me:pw@api.it120.cc/a', 'api/a'])
      expect(problemsWith({ ...whole, UPSTREAM_WXAPI: wrong }), wrong).toEqual(['UPSTREAM_WXAPI'])
  })

  it('refuses simulators together with production', () => {
    expect(problemsWith({ SIMULATORS: 'on', NODE_ENV: 'production' })).toEqual(['SIMULATORS'])
    expect(problemsWith({ ...whole, NODE_ENV: 'production' })).toEqual([])
  })

  it('names each setting whose form is wrong', () => {
    const wrong = {
      PORT: '70000',
      DATABASE_URL: 'mysql://shop',
      REDIS_URL: 'localhost:6379',
      PUBLIC_URL: 'shop.example.com',
      SIMULATORS: 'yes',
      LOG_LEVEL: 'loud',
      TRUSTED_PROXIES: '1.5',
      REQUESTS_PER_ADDRESS: '0',
      REQUESTS_PER_TOKEN: 'many',
      SECRET_KEY: 'short',
      UNPAID_MINUTES: '0',
      WECHATPAY_API_V3_KEY: 'short',
      WECHATPAY_PRIVATE_KEY: './nowhere.pem',
    }
    expect(problemsWith({ ...whole, ...wrong }).sort()).toEqual(Object.keys(wrong).sort())
  })

  it('takes a party whole or not at all', () => {
    const { SMS_SIGN_NAME, WEILIAN_APPKEY, ...rest } = whole
    expect(problemsWith(rest)).toEqual(['SMS_SIGN_NAME', 'WEILIAN_APPKEY'])
    const without = Object.fromEntries(
      Object.entries(whole).filter(([name]) => !/^(SMS|TENCENT_SMS|WEILIAN)_/.test(name)),
    )
    expect(readConfig(without).parties).toMatchObject({ sms: [], weilian: undefined })
    expect(problemsWith({ ...whole, WEILIAN_TOKEN_TIME_LABEL: 'time' })).toEqual(['WEILIAN_TOKEN_TIME_LABEL'])
  })

  it('asks the accounts for text messages in the order that the shop keeper wants', () => {
    const providers = (settings: Record<string, string>) =>
      readConfig({ ...whole, ...settings }).parties?.sms.map(({ provider }) => provider)
    expect(providers({})).toEqual(['aliyun', 'tencent'])
    expect(providers({ SMS_FIRST: 'tencent' })).toEqual(['tencent', 'aliyun'])
    expect(problemsWith({ ...whole, SMS_FIRST: 'pigeon', TENCENT_SMS_TEMPLATE_ID: 'SMS_1' })).toEqual([
      'SMS_FIRST',
      'TENCENT_SMS_TEMPLATE_ID',
    ])
  })

  it('reads keys as text, as text in one line, and from files', () => {
    const { merchantPrivateKey, platformPublicKey, platformSerial } = keys.wechatpay
    const file = join(folder, 'merchant.pem')
    writeFileSync(file, merchantPrivateKey)
    const inOneLine = merchantPrivateKey.replaceAll('\n', '\\n')
    for (const key of [merchantPrivateKey, inOneLine, file])
      expect(readConfig({ ...whole, WECHATPAY_PRIVATE_KEY: key }).parties?.wechatpay?.privateKey.trim()).toBe(
        merchantPrivateKey.trim(),
      )
    const several = `5157F09E=${file}, ${platformSerial}=${platformPublicKey}`
    expect(readConfig({ ...whole, WECHATPAY_PLATFORM_KEYS: several }).parties?.wechatpay?.platformKeys).toEqual({
      '5157F09E': merchantPrivateKey,
      [platformSerial]: platformPublicKey.trim(),
    })
  })

  it('drops the last slash of its own address', () => {
    expect(readConfig({ ...whole, PUBLIC_URL: 'https://shop.example.com//' }).publicUrl).toBe(
      'https://shop.example.com',
    )
  })
})

describe('the server', () => {
  beforeAll(builtPrograms)
  const env = (more: Record<string, string>) => envOf({ dataDir: folder, databaseUrl: undefined }, more)

  it('does not start without its settings, says which, and ends with 1', async () => {
    const { code, said } = await run('server', [], env({ SIMULATORS: 'off', PORT: 'http' }))
    expect(code).toBe(1)
    for (const name of [...NEEDED, 'PORT']) expect(said).toContain(`- ${name} `)
    expect(said, 'a shop keeper is told, not shown a stack').not.toContain('    at ')
  })

  it('does not start with simulators in production', async () => {
    const { code, said } = await run('server', [], env({ SIMULATORS: 'on', NODE_ENV: 'production' }))
    expect(code).toBe(1)
    expect(said).toContain('SIMULATORS')
  })
})
