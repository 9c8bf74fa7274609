/** The third-party interfaces: a second face on functions that are tested where they are. */
import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import type { JsConfig } from '../../server/domains/wechat/js-config'
import { jsSignature } from '../../server/gateways/wechat/js-signature'
import { createGoods } from '../support/goods'
import { dataOf, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { codeOnPhone, readPicture } from '../support/sms'
import { rowsOf } from '../support/tables'
import { unreachableParties } from '../support/unreachable'
import { call, type RawRequest } from '../support/wire'

const shop = await createShop({ TRUSTED_PROXIES: '1' })
const offline = await createShop(unreachableParties())
const ann = await signIn(shop, 'ann')
const tea = await createGoods(shop)

interface ThirdAnswer {
  info: string
  status: number
  data?: unknown
}

const ask = async (path: string, request: RawRequest = {}, at = shop): Promise<ThirdAnswer> => {
  const { status, text } = await call(at, path, request)
  expect(status, `${path}: ${text}`).toBe(200)
  return JSON.parse(text)
}

async function refusalOf(path: string, request: RawRequest = {}, at = shop): Promise<string> {
  const before = await rowsOf(at)
  const answer = await ask(path, request, at)
  expect(answer).toEqual({ info: expect.stringMatching(/\p{Script=Han}/u), status: 0 })
  expect(answer.info).not.toMatch(/\bat .*:\d+:\d+|node_modules|Error/)
  expect(await rowsOf(at), 'a refused request changes nothing').toEqual(before)
  return answer.info
}

describe('every interface', () => {
  it('is at the server’s own address for its first shop, behind /api, and behind each shop', async () => {
    for (const path of ['/qrcode', '/api/qrcode', '/demo/qrcode', `/${shop.merchantId}/qrcode`]) {
      expect((await call(shop, path, { query: { data: '小铺' } })).headers.get('content-type'), path).toBe('image/png')
    }
    expect(await refusalOf('/nowhere/qrcode', { query: { data: '1' } })).toContain('店铺不存在')
  })

  it('takes a form, JSON and the query', async () => {
    const fields = { id: String(tea), type: 'goods', token: ann.token }
    const answers = await Promise.all([
      ask('/spread/qrcode', { form: fields }),
      ask('/spread/qrcode', { json: fields }),
      ask('/spread/qrcode', { query: fields }),
    ])
    expect(new Set(answers.map(({ data }) => data)).size, JSON.stringify(answers)).toBe(1)
  })

  it('says in its envelope what is wrong with a body', async () => {
    expect(await refusalOf('/qrcode', { body: '{', headers: { 'content-type': 'application/json' } })).toContain('JSON')
    expect(await refusalOf('/qrcode', { json: [1] })).toContain('表单或 JSON')
    expect(await refusalOf('/qrcode', { body: 'x', headers: { 'content-type': 'text/xml' } })).toContain('表单或 JSON')
  })
})

describe('qrcode', () => {
  it('is a picture of the text', async () => {
    const response = await fetch(`${shop.origin}/qrcode?${new URLSearchParams({ data: '<script>茶</script>' })}`)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const { width, height, format } = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
    expect([width, height, format]).toEqual([300, 300, 'png'])
  })

  it('refuses nothing at all, and more than fits', async () => {
    expect(await refusalOf('/qrcode')).toBe('缺少参数 data')
    expect(await refusalOf('/qrcode', { query: { data: 'a'.repeat(801) } })).toContain('800')
    expect(await refusalOf('/qrcode', { form: { data: '茶'.repeat(800) } })).toContain('太长')
    expect(await refusalOf('/qrcode', { json: { data: { a: 1 } } })).toContain('data')
  })
})

describe('spread/qrcode', () => {
  const pictureAt = async (url: unknown) => (await fetch(String(url))).headers.get('content-type')

  it('answers where the code of a product is, and another for each who invites', async () => {
    const mine = await ask('/spread/qrcode', { form: { id: String(tea), token: ann.token } })
    expect(mine).toEqual({ info: 'ok', status: 1, data: expect.stringContaining(`${shop.origin}/files/`) })
    expect(await pictureAt(mine.data)).toBe('image/png')
    const guests = await ask('/spread/qrcode', { form: { id: String(tea) } })
    expect(guests.data).not.toBe(mine.data)
  })

  it('is the same picture that wxaQrcode gives for the same code', async () => {
    const { data } = await ask('/spread/qrcode', { form: { id: String(tea), token: ann.token } })
    const scene = `${tea},${ann.uid}`
    expect(await dataOf(shop.wxapi.wxaQrcode({ scene, page: 'packages/goods/detail/index' }))).toBe(data)
  })

  it('is the front page without a product', async () => {
    const home = await ask('/spread/qrcode', { form: { token: ann.token } })
    expect(await pictureAt(home.data)).toBe('image/png')
    expect((await ask('/spread/qrcode', { form: { type: 'home', token: ann.token } })).data).toBe(home.data)
  })

  it('refuses a product that is not on sale, a page that it does not know, and says that WeChat is away', async () => {
    expect(await refusalOf('/spread/qrcode', { form: { id: '999' } })).toBe('商品已下架')
    expect(await refusalOf('/spread/qrcode', { form: { type: 'goods' } })).toBe('缺少参数 id')
    expect(await refusalOf('/spread/qrcode', { form: { id: String(tea), type: 'admin' } })).toContain('type')
    expect(await refusalOf('/spread/qrcode', { form: { type: 'home' } }, offline)).toContain('微信服务')
  })
})

describe('share/config', () => {
  const url = `${shop.origin}/pages/home/index?inviter=7#top`

  it('signs a page of ours with the ticket that WeChat lent', async () => {
    const { info, status, data } = await ask('/share/config', { query: { url } })
    expect([info, status]).toEqual(['ok', 1])
    const { appId, timestamp, nonceStr, signature, jsApiList } = data as JsConfig
    const { ticket = '' } = await shop.sim('/wechat/lent')
    expect(appId).toMatch(/^wx[0-9a-f]{16}$/)
    expect(signature).toBe(jsSignature({ ticket, nonce: nonceStr, timestamp, url }))
    expect(jsApiList).toContain('updateAppMessageShareData')
  })

  it('signs pages of the hosts that the shop keeper names', async () => {
    const other = await createShop({ WECHAT_JS_HOSTS: 'm.example.com' })
    expect(await ask('/share/config', { form: { url: 'https://m.example.com/a' } }, other)).toMatchObject({ status: 1 })
    expect(await refusalOf('/share/config', { form: { url: 'https://m.example.com.evil.com/a' } }, other)).toContain(
      '本店',
    )
  })

  it.each([
    'https://evil.com/',
    'javascript:alert(1)',
    'm.example.com',
    `http://${new URL(shop.origin).host}@evil.com/`,
  ])('does not sign %s', async foreign => {
    expect(await refusalOf('/share/config', { query: { url: foreign } })).toBe('只能为本店的页面签名')
  })

  it('says that there is no official account, or that WeChat is away', async () => {
    expect(await refusalOf('/share/config', { query: { url } }, offline)).toBe('店铺还没有接入公众号')
    const away = await createShop({
      ...unreachableParties(),
      WECHAT_OFFICIAL_APPID: 'wx0000000000000000',
      WECHAT_OFFICIAL_SECRET: 'secret',
    })
    const page = { url: 'https://shop.example.com/' }
    expect(await refusalOf('/share/config', { query: page }, away)).toContain('微信服务暂时无法连接')
  })
})

describe('send_sms', () => {
  let numbers = 0
  const freshNumber = () => `1370000${String(1000 + numbers++)}`
  beforeEach(() => shop.advance(3601))

  it('sends a code that is good for what smsValidateCode’s are good for', async () => {
    const username = freshNumber()
    expect(await ask('/send_sms', { query: { username, type: 'register' } })).toEqual({ info: '', status: 1 })
    const code = await codeOnPhone(shop, username)
    expect((await shop.wxapi.register_mobile({ mobile: username, code })).code).toBe(0)
  })

  it('has the limits of every code: a minute apart, whoever asks and by whichever face', async () => {
    const username = freshNumber()
    const query = { username, type: 'register' }
    await ask('/send_sms', { query })
    expect(await refusalOf('/send_sms', { query, headers: { 'x-forwarded-for': '203.0.113.9' } })).toContain('太频繁')
    expect((await shop.wxapi.smsValidateCode(username)).code).toBe(11007)
  })

  it('sends a code for one purpose, and asks for a picture at the third', async () => {
    const username = freshNumber()
    await ask('/send_sms', { query: { username, type: 'repassword' } })
    expect((await shop.wxapi.register_mobile({ mobile: username, code: await codeOnPhone(shop, username) })).code).toBe(
      11006,
    )
    await shop.advance(61)
    await ask('/send_sms', { query: { username, type: 'register' } })
    await shop.advance(61)
    const third = { username, type: 'register' }
    expect(await refusalOf('/send_sms', { query: third })).toContain('图形验证码')
    expect(await ask('/send_sms', { query: { ...third, ...readPicture(shop) } })).toEqual({ info: '', status: 1 })
  })

  it('does not let other sites have their visitors ask', async () => {
    const before = await rowsOf(shop)
    // As browsers send for a picture, a link, and a script of another site; `fetch` would write its own.
    for (const headers of [
      { 'sec-fetch-mode': 'no-cors', 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'none' },
      { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'cross-site' },
    ]) {
      const query = { username: freshNumber(), type: 'register' }
      const answer = await shop.app.server.inject({ url: '/send_sms', query, headers })
      expect(answer.json()).toEqual({ info: '没有权限', status: 0 })
    }
    expect(await rowsOf(shop)).toEqual(before)
  })

  it('refuses what is no number and no purpose', async () => {
    expect(await refusalOf('/send_sms', { query: { username: '12345', type: 'register' } })).toContain('手机号')
    expect(await refusalOf('/send_sms', { query: { username: freshNumber(), type: 'login' } })).toContain('type')
    expect(await refusalOf('/send_sms', { query: { username: freshNumber() } })).toContain('type')
  })
})
