/** Logging in through the official account's pages, and the third-party interfaces that do the same. */
import { describe, expect, it } from 'vitest'
import { codeOf, dataOf, giveBalance, signIn, wxCode } from '../support/people'
import { signInByPhone } from '../support/phone'
import { createShop } from '../support/shop'
import { rowsOf } from '../support/tables'
import { unreachableParties } from '../support/unreachable'
import { call } from '../support/wire'

const shop = await createShop()
const offline = await createShop(unreachableParties())
const { wxapi } = shop
const CODE_INVALID = 11002
const UNAVAILABLE = 11003
const NOT_REGISTERED = 10000
const OPENID_TAKEN = 11024
const LOGIN_REQUIRED = 2000

const webCode = async (name: string, scope = 'snsapi_base') =>
  String((await shop.sim('/wechat/oauth-code', { name, scope })).code)
const ask = async (path: string, fields: Record<string, string>) =>
  JSON.parse((await call(shop, path, { form: fields })).text) as {
    info: string
    status: number
    data?: Record<string, string>
  }

describe('wxmpAuth', () => {
  it('registers silently without a name, and knows the person the next time', async () => {
    const first = await dataOf(wxapi.wxmpAuth({ code: await webCode('web-new') }))
    const { base } = await dataOf(wxapi.userDetail(first.token))
    expect(base).toMatchObject({ nick: '微信用户', sourceStr: '公众号' })
    expect((await dataOf(wxapi.wxmpAuth({ code: await webCode('web-new') }))).uid).toBe(first.uid)
  })

  it('takes name and picture of who was asked', async () => {
    const { token } = await dataOf(wxapi.wxmpAuth({ code: await webCode('林小满', 'snsapi_userinfo') }))
    const { base } = await dataOf(wxapi.userDetail(token))
    expect(base).toMatchObject({ nick: '林小满', avatarUrl: expect.stringContaining('https://') })
  })

  it('is the shopper of the mini-program, whichever came first', async () => {
    const mini = await signIn(shop, 'both-mini-first')
    expect((await dataOf(wxapi.wxmpAuth({ code: await webCode('both-mini-first') }))).uid).toBe(mini.uid)
    const web = await dataOf(wxapi.wxmpAuth({ code: await webCode('both-web-first') }))
    expect((await dataOf(wxapi.login_wx(wxCode('both-web-first')))).uid).toBe(web.uid)
    expect((await signIn(shop, 'both-web-first')).uid).toBe(web.uid)
  })

  it('registers one when two requests come at once', async () => {
    const codes = await Promise.all([1, 2, 3].map(() => webCode('web-twice')))
    const logins = await Promise.all(codes.map(code => dataOf(wxapi.wxmpAuth({ code }))))
    expect(new Set(logins.map(({ uid }) => uid)).size).toBe(1)
  })

  it('remembers who invited', async () => {
    const inviter = await signIn(shop, 'web-inviter')
    const { token } = await dataOf(
      wxapi.wxmpAuth({ code: await webCode('web-invited'), referrer: String(inviter.uid) }),
    )
    expect((await dataOf(wxapi.userDetail(token))).referrer?.id).toBe(inviter.uid)
  })

  it('registers nobody who is only to be known, and knows who is', async () => {
    const before = await rowsOf(shop)
    expect(await codeOf(wxapi.wxmpAuth({ code: await webCode('web-passing'), autoReg: false }))).toBe(NOT_REGISTERED)
    expect(await rowsOf(shop)).toEqual(before)
    const mini = await signIn(shop, 'web-known')
    expect((await dataOf(wxapi.wxmpAuth({ code: await webCode('web-known'), autoReg: false }))).uid).toBe(mini.uid)
  })

  it('gives a WeChat that is nobody’s to whoever is signed in, and keeps who has one apart', async () => {
    const holder = await signInByPhone(shop, '13900004401')
    const given = await dataOf(wxapi.wxmpAuth({ code: await webCode('web-given'), token: holder.token }))
    expect(given.uid).toBe(holder.uid)
    expect((await dataOf(wxapi.wxmpAuth({ code: await webCode('web-given') }))).uid).toBe(holder.uid)
    const other = await signInByPhone(shop, '13900004402')
    await signIn(shop, 'web-of-mini')
    for (const name of ['web-given', 'web-of-mini']) {
      const before = await rowsOf(shop)
      expect(await codeOf(wxapi.wxmpAuth({ code: await webCode(name), token: other.token })), name).toBe(OPENID_TAKEN)
      expect(await rowsOf(shop)).toEqual(before)
    }
    expect(await codeOf(wxapi.wxmpAuth({ code: await webCode('web-void'), token: 'void' }))).toBe(LOGIN_REQUIRED)
  })

  it('takes name and picture over what was there only when that was asked for', async () => {
    const { token } = await signIn(shop, '林小禾')
    await dataOf(wxapi.modifyUserInfo({ token, nick: '小禾' }))
    const nickAfter = async (more: { useProfile?: boolean }) => {
      await dataOf(wxapi.wxmpAuth({ code: await webCode('林小禾', 'snsapi_userinfo'), ...more }))
      return (await dataOf(wxapi.userDetail(token))).base.nick
    }
    expect(await nickAfter({})).toBe('小禾')
    expect(await nickAfter({ useProfile: true })).toBe('林小禾')
    await dataOf(wxapi.wxmpAuth({ code: await webCode('林小禾'), useProfile: true }))
    expect((await dataOf(wxapi.userDetail(token))).base).toMatchObject({
      nick: '林小禾',
      avatarUrl: expect.stringContaining('https://'),
    })
  })

  it('takes a code once, for five minutes, and no other', async () => {
    const code = await webCode('web-once')
    await dataOf(wxapi.wxmpAuth({ code }))
    const late = await webCode('web-late')
    await shop.advance(301)
    const before = await rowsOf(shop)
    for (const bad of [code, late, 'made up', wxCode('web-once')])
      expect(await codeOf(wxapi.wxmpAuth({ code: bad })), bad).toBe(CODE_INVALID)
    expect(await rowsOf(shop)).toEqual(before)
  })

  it('says that WeChat cannot be reached, or that there is no official account', async () => {
    expect(await codeOf(offline.wxapi.wxmpAuth({ code: 'any' }))).toBe(UNAVAILABLE)
  })
})

describe('the way to WeChat’s page and back', () => {
  const IN_WECHAT = 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.50'
  const back = `${shop.origin}/packages/goods/detail/index?id=7`
  const visit = async (more: Record<string, string> = {}, agent = IN_WECHAT) => {
    const setting = await dataOf(wxapi.queryConfigBatch('wechat_login,pay_alipay'))
    expect(setting.map(({ key }) => key)).toEqual(['wechat_login', 'pay_alipay'])
    const url = new URL(setting[0]?.value ?? '', shop.origin)
    const fields = { redirect_uri: back, response_type: 'code', scope: 'snsapi_base', state: 'abc', ...more }
    for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value)
    return fetch(url, { headers: { 'user-agent': agent }, redirect: 'manual' })
  }

  it('brings a code that logs in, and the state as it was', async () => {
    const url = new URL((await visit()).headers.get('location') ?? '')
    expect(`${url.origin}${url.pathname}`).toBe(back.split('?')[0])
    expect(url.searchParams.get('id')).toBe('7')
    expect(url.searchParams.get('state')).toBe('abc')
    expect(await codeOf(wxapi.wxmpAuth({ code: url.searchParams.get('code') ?? '' }))).toBe(0)
  })

  it('asks whoever is to show name and picture, who may refuse', async () => {
    const page = await (await visit({ scope: 'snsapi_userinfo' })).text()
    const [agreed, refused] = [...page.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href)
    expect(agreed).toContain('code=')
    expect(refused).not.toContain('code=')
  })

  it.each([
    ['outside WeChat', {}, 'Chrome'],
    ['for another account', { appid: 'wx0000000000000000' }, IN_WECHAT],
    ['to nowhere', { redirect_uri: 'javascript:alert(1)' }, IN_WECHAT],
    ['for too much', { scope: 'snsapi_everything' }, IN_WECHAT],
    ['with a state that is none', { state: 'a b' }, IN_WECHAT],
  ])('leads nowhere %s', async (_, more, agent) => {
    const answer = await visit(more, agent)
    expect(answer.headers.get('location')).toBeNull()
    expect(await answer.text()).not.toContain('code=')
  })

  it('is not there without an official account', async () => {
    expect(await codeOf(offline.wxapi.queryConfigValue('wechat_login'))).toBe(700)
  })
})

describe('oauth', () => {
  it('answers the member, the same as in the mini-program', async () => {
    const mini = await signIn(shop, 'oauth-both')
    await giveBalance(shop, mini, 1250)
    const answer = await ask('/oauth', { code: await webCode('oauth-both'), state: 'abc123' })
    expect(answer).toMatchObject({ info: '', status: 1 })
    expect(answer.data).toMatchObject({
      id: String(mini.uid),
      nickname: '微信用户',
      group_name: '注册会员',
      shop_count: '0',
      coupon_count: '0',
      amount: '12.50',
      point: '0',
      mobile: '',
    })
    expect(await codeOf(wxapi.checkToken(answer.data?.token ?? ''))).toBe(0)
  })

  it('refuses a code that is none, and a state that cannot be one', async () => {
    const before = await rowsOf(shop)
    expect(await ask('/oauth', { code: 'made up' })).toMatchObject({ status: 0, info: expect.stringContaining('凭证') })
    expect((await ask('/oauth', { code: await webCode('oauth-state'), state: 'a b' })).status).toBe(0)
    expect((await ask('/oauth', {})).status).toBe(0)
    expect(await rowsOf(shop)).toEqual(before)
  })
})

describe('auth', () => {
  it('logs in by a wx.login code, and believes nothing that the client says of itself', async () => {
    const known = await signIn(shop, 'auth-known')
    const userInfo = JSON.stringify({ nickName: '别人', openId: 'of somebody else' })
    const answer = await ask('/auth', { code: wxCode('auth-known'), userInfo })
    expect(answer.data).toMatchObject({ id: String(known.uid), nickname: '微信用户' })
    expect((await ask('/auth', { code: 'made up', userInfo })).status).toBe(0)
  })
})

describe('the log of all this', () => {
  it('holds no code and no token', async () => {
    const code = await webCode('web-log', 'snsapi_userinfo')
    const { token } = await dataOf(wxapi.wxmpAuth({ code }))
    await wxapi.wxmpAuth({ code })
    const log = shop.logLines().join('')
    expect(log).toContain('wxmpAuth')
    expect(log).not.toContain(code)
    expect(log).not.toContain(token)
    expect(log).not.toMatch(/secret=|access_token=/)
  })
})
