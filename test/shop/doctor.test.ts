import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examine } from '../../scripts/shop/doctor'
import { readConfig } from '../../server/config'
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

describe('doctor', () => {
  it('finds all right where all is right', async () => {
    const findings = await found({})
    expect(findings.map(({ words }) => words)).toEqual(findings.map(() => '正确 / right'))
    expect(findings.length).toBeGreaterThanOrEqual(5)
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
