/** Logging in through the official account's pages, and the third-party interfaces that do the same. */
import { describe, expect, it } from 'vitest'
import { codeOf, dataOf, giveBalance, signIn, wxCode } from '../support/people'
import { createShop } from '../support/shop'
import { rowsOf } from '../support/tables'
import { unreachableParties } from '../support/unreachable'
import { call } from '../support/wire'

const shop = await createShop()
const offline = await createShop(unreachableParties())
const { wxapi } = shop
const CODE_INVALID = 11002
const UNAVAILABLE = 11003

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
