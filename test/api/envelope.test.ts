import { describe, expect, it } from 'vitest'
import { createGoods } from '../support/goods'
import { dataOf, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { call } from '../support/wire'

const shop = await createShop()
const { wxapi } = shop
const teaId = await createGoods(shop, { name: '老白茶' })
await createGoods(shop, { name: '青瓷杯' })
const ann = await signIn(shop, 'ann')
const LIST = '/demo/shop/goods/list'

const namesIn = ({ data }: { data?: unknown }) => (data as { name: string }[]).map(({ name }) => name)

describe('a method', () => {
  it('answers GET and POST alike', async () => {
    const got = await call(shop, LIST, { query: { k: '白茶' } })
    const posted = await call(shop, LIST, { form: { k: '白茶' } })
    expect(namesIn(got)).toEqual(['老白茶'])
    expect(posted.text).toBe(got.text)
  })

  it('takes JSON as well as a form', async () => {
    const form = await call(shop, LIST, { form: { gids: String(teaId), pageSize: '5' } })
    const json = await call(shop, LIST, { json: { gids: String(teaId), pageSize: 5 } })
    expect(json.text).toBe(form.text)
    expect(namesIn(json)).toEqual(['老白茶'])
  })

  it('reads query and body together, and the body wins', async () => {
    const both = await call(shop, LIST, { query: { k: '白茶' }, form: { pageSize: '1' } })
    expect(namesIn(both)).toEqual(['老白茶'])
    const contrary = await call(shop, LIST, { query: { k: '白茶' }, form: { k: '青瓷' } })
    expect(namesIn(contrary)).toEqual(['青瓷杯'])
  })

  it('takes the token from the query of a POST', async () => {
    const answer = await call(shop, '/demo/shopping-cart/add', {
      query: { token: ann.token },
      form: { goodsId: String(teaId), number: '1' },
    })
    expect(answer).toMatchObject({ status: 200, code: 0, msg: 'success' })
  })

  it('lets the last of several values of one name count, in query and form alike', async () => {
    const twice = 'k=%E9%9D%92%E7%93%B7&k=%E7%99%BD%E8%8C%B6'
    expect(namesIn(await call(shop, `${LIST}?${twice}`))).toEqual(['老白茶'])
    expect(namesIn(await call(shop, LIST, { form: twice }))).toEqual(['老白茶'])
  })

  it.each(['', 'undefined', 'null', 'NaN'])('reads "%s" as absent', async nothing => {
    const answer = await call(shop, LIST, { form: { k: nothing, categoryId: nothing, priceMin: nothing } })
    expect(namesIn(answer)).toHaveLength(2)
    const required = await call(shop, '/demo/shop/goods/detail', { query: { id: nothing } })
    expect(required).toMatchObject({ code: 400, msg: '缺少参数 id' })
  })

  it('reads null in JSON as absent', async () => {
    expect(namesIn(await call(shop, LIST, { json: { k: null, gids: null } }))).toHaveLength(2)
  })

  it('ignores fields that it does not know', async () => {
    const answer = await call(shop, LIST, { form: { k: '白茶', sign: 'x', _: '1', constructor: 'x', toString: 'x' } })
    expect(namesIn(answer)).toEqual(['老白茶'])
  })

  it('answers without data when it is a command', async () => {
    expect((await call(shop, '/demo/user/check-token', { query: { token: ann.token } })).text).toBe(
      '{"code":0,"msg":"success"}',
    )
  })
})

describe('the path', () => {
  it('may have duplicate slashes and one at the end', async () => {
    const answers = await Promise.all(
      ['//demo//shop///goods/list', '/demo/shop/goods/list/', LIST].map(path => call(shop, path)),
    )
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(namesIn(answers[0] ?? {})).toHaveLength(2)
    const appid = shop.app.services.gateways.appid
    expect(await call(shop, '//subdomain/appid/wxapp', { query: { appid } })).toMatchObject({ code: 0, data: 'demo' })
  })

  it('names the shop by its subDomain or its number', async () => {
    const byName = await call(shop, LIST)
    const byNumber = await call(shop, `/${shop.merchantId}/shop/goods/list`)
    expect(byNumber.text).toBe(byName.text)
  })

  it('needs no shop under /common', async () => {
    const { code, data } = await call(shop, '/common/region/v2/province')
    expect(code).toBe(0)
    expect(data).toHaveLength(34)
  })

  it.each(['/nobody/shop/goods/list', '/0/shop/goods/list', '/999999/shop/goods/list', '/DEMO/shop/goods/list'])(
    'names no shop in %s',
    async path => {
      const answer = await call(shop, path)
      expect(answer).toMatchObject({ status: 200, code: 404, msg: '店铺不存在，请检查 subDomain' })
      expect(answer.data).toBeUndefined()
    },
  )

  it.each([
    '/demo/no/such/method',
    '/demo',
    '/demo/shop/goods/list/v9',
    '/common/shop',
    '/%E0%A4%A/shop/goods/list',
    `/${'x'.repeat(500)}/shop/goods/list`,
    '/demo/..%2f..%2fetc/passwd',
    '/files/1/202601/../../keys.json',
  ])('answers 404 to %s', async path => {
    const answer = await call(shop, path)
    expect(answer).toMatchObject({ status: 404, code: 404 })
    expect(answer.msg).toMatch(/不存在/)
  })

  it.each(['PUT', 'DELETE', 'PATCH'])('knows no %s', async method => {
    expect(await call(shop, LIST, { method })).toMatchObject({ status: 404, code: 404 })
  })

  it('finds a shop that opens while the server runs', async () => {
    const second = await shop.anotherShop('second')
    expect(await dataOf(second.wxapi.vipLevel())).toBe(1)
    expect((await call(shop, `/${second.merchantId}/config/vipLevel`)).data).toBe(1)
  })
})

describe('what travels', () => {
  it('is money in yuan, times in Beijing and flags as true and false', async () => {
    const { text } = await call(shop, '/demo/shop/goods/detail', { query: { id: String(teaId) } })
    expect(text).toContain('"minPrice":10,')
    expect(text).toMatch(/"dateAdd":"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"/)
    const beijing = new Date(shop.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 13).replace('T', ' ')
    expect(text).toContain(`"dateAdd":"${beijing}`)
    expect(text).toContain('"kanjia":false')
  })

  it('keeps yuan and fen apart to the last decimal', async () => {
    const { data } = await call(shop, LIST, { form: { priceMin: '9.99', priceMax: '10.01' } })
    expect(data).toHaveLength(2)
    expect((await call(shop, LIST, { form: { priceMin: '10.01' } })).code).toBe(700)
    expect((await call(shop, LIST, { form: { priceMin: '10.005' } })).code).toBe(400)
  })

  it('may be kept by nobody on the way', async () => {
    const { headers } = await call(shop, LIST)
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store')
    expect((await wxapi.checkToken('void')).code).toBe(2000)
  })
})
