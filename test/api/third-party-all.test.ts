/** All eleven third-party interfaces: at their addresses, deaf to bad input, silent in the log. */
import { describe, expect, it } from 'vitest'
import { createGoods } from '../support/goods'
import { notify } from '../support/notification'
import { place, sheetFor, statusOf } from '../support/orders'
import { dataOf, signIn, wxCode } from '../support/people'
import { createShop } from '../support/shop'
import { codeOnPhone } from '../support/sms'
import { rowsOf } from '../support/tables'
import { call, type RawRequest } from '../support/wire'

const shop = await createShop()
const ann = await signIn(shop, 'ann')
const tea = await createGoods(shop)

/** Those that answer in the envelope; the others speak to WeChat, to Alipay, or answer a picture. */
const ENVELOPED = ['qrcode', 'spread/qrcode', 'share/config', 'oauth', 'auth', 'users', 'template', 'send_sms']
const TOLD = ['pay/notify', 'wechat/notify', 'wechat.index/']
const PREFIXES = ['', '/api', '/demo', `/${shop.merchantId}`]

const nonsense: Record<string, RawRequest> = {
  nothing: { form: {} },
  'a body that is cut off': { body: '{"a":', headers: { 'content-type': 'application/json' } },
  'a list': { json: [1, 2] },
  'deep objects': {
    json: { data: { a: { b: [] } }, url: [], code: {}, type: {}, id: {}, username: [], access_token: [[]] },
  },
  'NUL characters': {
    form: {
      data: '\0',
      url: 'http://\0',
      code: '\0',
      id: '\0',
      type: '\0',
      username: '\0',
      access_token: '{"code":"\\u0000"}',
    },
  },
  'words of databases and pages': {
    form: {
      data: '',
      url: "'--",
      code: "' or 1=1 --",
      id: '1;drop',
      type: '<script>',
      username: "1' or '1",
      access_token: '"',
    },
  },
  // A longer address is refused before anything of ours sees it.
  'too much': {
    form: Object.fromEntries(['data', 'url', 'code', 'type', 'username'].map(name => [name, 'x'.repeat(2500)])),
  },
}

describe.each(ENVELOPED)('%s', path => {
  it('is at each of its addresses', async () => {
    for (const prefix of PREFIXES) {
      const { status, text } = await call(shop, `${prefix}/${path}`, { form: {} })
      expect(status, prefix).toBe(200)
      expect(JSON.parse(text), prefix).toMatchObject({ status: expect.any(Number), info: expect.any(String) })
    }
  })

  it.each(Object.entries(nonsense))('refuses %s clearly, with no stack, and changes nothing', async (_, request) => {
    const before = await rowsOf(shop)
    for (const method of ['GET', 'POST']) {
      const asked = method === 'GET' && request.form ? { query: request.form, method } : { ...request, method: 'POST' }
      const { status, text } = await call(shop, `/${path}`, asked)
      expect(status, text).toBe(200)
      const answer = JSON.parse(text) as { info: string; status: number; data?: unknown }
      // A page without a product has a code of its own, and templates need no fields.
      if (answer.status === 1) expect(['spread/qrcode', 'template']).toContain(path)
      else expect(answer).toEqual({ info: expect.stringMatching(/\p{Script=Han}/u), status: 0 })
      expect(text).not.toMatch(/\bat .*:\d+:\d+|node_modules|SQLITE|syntax error/)
    }
    if (path !== 'spread/qrcode') expect(await rowsOf(shop)).toEqual(before)
  })
})

describe.each(TOLD)('%s', path => {
  it('is at each of its addresses, believes nobody who does not sign, and changes nothing', async () => {
    const before = await rowsOf(shop)
    for (const prefix of PREFIXES) {
      for (const body of [
        '',
        '{}',
        '<xml><a>1</a></xml>',
        '<!DOCTYPE x [<!ENTITY e "e">]><xml>&e;</xml>',
        '\0'.repeat(99),
      ]) {
        const { status, text } = await call(shop, `${prefix}/${path}`, {
          body,
          headers: { 'content-type': 'text/xml' },
          method: 'POST',
        })
        expect([400, 401, 403, 404], `${prefix}/${path}`).toContain(status)
        expect(text).not.toMatch(/接口不存在|SUCCESS|^success$|\bat .*:\d+:\d+/)
      }
    }
    expect(await rowsOf(shop)).toEqual(before)
  })
})

describe('wechat/notify', () => {
  it.each(['/wechat/notify', '/api/wechat/notify', '/demo/wechat/notify'])(
    'books what is signed at %s',
    async address => {
      const order = await place(shop, ann, tea)
      const { outTradeId } = await sheetFor(shop, ann, order)
      const told = { outTradeNo: String(outTradeId), amountFen: Math.round(order.amountReal * 100), address }
      expect(await notify(shop, told)).toMatchObject({ status: 204 })
      expect(await statusOf(shop, ann, order.id)).toBeGreaterThan(0)
    },
  )
})

describe('the log of all eleven', () => {
  it('holds no token, secret, code or whole number', async () => {
    const secrets: string[] = []
    const keep = <Value>(value: Value): Value => {
      secrets.push(String(value))
      return value
    }
    const ask = async (path: string, form: Record<string, string>) =>
      JSON.parse((await call(shop, path, { form })).text) as { data?: { token?: string } }
    const mobile = keep('13712345678')
    const web = keep(String((await shop.sim('/wechat/oauth-code', { name: 'log', scope: 'snsapi_userinfo' })).code))
    const mini = keep(wxCode('log'))
    const { access_token } = await shop.sim('/qq/token', { name: 'log' })
    keep(access_token)
    for (const answer of [
      await ask('/oauth', { code: web, state: keep('statestatestate') }),
      await ask('/oauth', { code: web }),
      await ask('/auth', { code: mini, userInfo: JSON.stringify({ nickName: keep('秘密的名字') }) }),
      await ask('/auth', { code: mini }),
      await ask('/users', { type: 'qq', access_token: JSON.stringify({ access_token }) }),
      await ask('/users', { type: 'apple', access_token: JSON.stringify({ identityToken: keep('aaaa.bbbb.cccc') }) }),
    ])
      if (answer.data?.token) keep(answer.data.token)
    await ask('/send_sms', { username: mobile, type: 'register' })
    keep(await codeOnPhone(shop, mobile))
    await ask('/send_sms', { username: mobile, type: 'register' })
    await dataOf(shop.wxapi.register_mobile({ mobile, code: secrets.at(-1) ?? '' }))
    await ask('/spread/qrcode', { id: String(tea), token: ann.token })
    await ask('/share/config', { url: `${shop.origin}/?token=${keep('tokeninaddress')}` })
    await call(shop, '/qrcode', { query: { data: keep('text in a picture') } })
    await call(shop, '/qrcode', { query: { data: keep('x'.repeat(900)) } })
    for (const path of TOLD)
      await call(shop, `/${path}`, {
        query: { signature: keep('forgedsignature') },
        body: keep(`sign=forged&token=${ann.token}`),
        method: 'POST',
      })
    const log = shop.logLines().join('')
    expect(log).toContain('send_sms')
    for (const secret of [...secrets, ann.token]) expect(log.includes(secret), secret).toBe(false)
    expect(log).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/)
    expect(log).not.toMatch(/secret=|access_token=|js_code=/)
  })
})
