import { describe, expect, it } from 'vitest'
import { signIn } from '../support/people'
import { createShop } from '../support/shop'
import { call } from '../support/wire'

const TOO_MANY = { status: 200, code: 429, msg: '操作太频繁，请稍后再试' }

describe('requests of one address', async () => {
  const shop = await createShop({ REQUESTS_PER_ADDRESS: '10' })
  const PATH = '/demo/config/vipLevel'

  it('are answered up to the limit, then refused, all methods counted together', async () => {
    for (let i = 0; i < 5; i++) {
      expect(await call(shop, PATH)).toMatchObject({ code: 0 })
      expect(await call(shop, '/demo/no/such/method')).toMatchObject({ code: 404 })
    }
    expect(await call(shop, PATH)).toMatchObject(TOO_MANY)
    expect(await call(shop, '/demo/shop/goods/list')).toMatchObject(TOO_MANY)
  })

  it('never keep a load balancer from learning how things are', async () => {
    expect(await call(shop, '/healthz')).toMatchObject({ status: 200, text: '{"status":"ok"}' })
    expect(await call(shop, '/readyz')).toMatchObject({ status: 200, text: '{"status":"ready"}' })
  })

  it('are not counted for another address because a header says so', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '203.0.113.9' }
    expect(await call(shop, PATH, { headers })).toMatchObject(TOO_MANY)
  })
})

describe('requests behind a proxy', async () => {
  const shop = await createShop({ REQUESTS_PER_ADDRESS: '2', TRUSTED_PROXIES: '1' })
  const PATH = '/demo/config/vipLevel'
  const via = (address: string) => call(shop, PATH, { headers: { 'x-forwarded-for': address } })

  it('count for the address that the trusted proxy names', async () => {
    const codes = []
    for (let i = 0; i < 3; i++) codes.push((await via('203.0.113.1')).code)
    expect(codes).toEqual([0, 0, 429])
    expect(await via('203.0.113.2')).toMatchObject({ code: 0 })
  })

  it('do not count for what the caller put before it', async () => {
    expect(await via('198.51.100.7, 203.0.113.1')).toMatchObject({ code: 429 })
  })
})

describe('requests of one token', async () => {
  const shop = await createShop({ REQUESTS_PER_TOKEN: '3' })
  const [ann, bob] = [await signIn(shop, 'ann'), await signIn(shop, 'bob')]

  it('are answered up to the limit, then refused, while another token goes on', async () => {
    const codes = []
    for (let i = 0; i < 4; i++) codes.push((await shop.wxapi.checkToken(ann.token)).code)
    expect(codes).toEqual([0, 0, 0, 429])
    expect((await shop.wxapi.userDetail(ann.token)).code).toBe(429)
    expect((await shop.wxapi.userDetail(bob.token)).code).toBe(0)
  })

  it('count where a token may be left out too', async () => {
    const codes = []
    for (let i = 0; i < 3; i++) codes.push((await shop.wxapi.goods({ token: bob.token })).code)
    expect(codes).toEqual([700, 700, 429])
    expect((await shop.wxapi.goods()).code).toBe(700)
  })
})
