/** The storefront in WeChat's own browser: known without a word, logged in by WeChat, and passed on by its menu. */
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { MUG, TEA } from '../support/demo-goods'
import { dataOf, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { unreachableParties } from '../support/unreachable'
import { inBrowser } from './support/in-browser'
import { at, detailOf, logIn, sees, seesNot, tap, tokenOn } from './support/steps'
import { inWechatOf, WECHAT } from './support/wechat'

const DETAIL = '/packages/goods/detail'
const LOGIN = '/packages/user/login'
const PROFILE = '/packages/user/profile'
/** WeChat's page lies on the way. */
const SOON = { timeout: 10_000 }
const someone = () => `微信-${randomUUID().slice(0, 8)}`

inBrowser('in WeChat', (open, shop) => {
  const visit = async (path: string, person: string, token?: string) => {
    // Nobody's picture lies where WeChat keeps them.
    const page = await open('', { userAgent: WECHAT, mayFail: /thirdwx\.qlogo\.cn/, ...(token && { token }) })
    const wechat = await inWechatOf(page, shop, person)
    await page.goto(`${shop.origin}${path}`)
    return { page, wechat }
  }
  const idOn = async (token: string) => (await dataOf(shop.wxapi.userDetail(token))).base.id

  it('who is known from the mini-program is signed in without a word, on the page that was opened', async () => {
    const person = someone()
    const { uid } = await signIn(shop, person)
    const path = await detailOf(shop, TEA)
    const { page } = await visit(path, person)
    await sees(await at(page, DETAIL), TEA)
    await expect.poll(() => tokenOn(page), SOON).not.toBe('')
    expect(page.url(), 'nothing of the way stays in the address').toBe(`${shop.origin}${path}`)
    expect(await idOn(await tokenOn(page))).toBe(uid)
  })

  it('a stranger looks around as a guest, logs in by WeChat when needed, and is back where they were', async () => {
    const person = someone()
    const { page } = await visit(await detailOf(shop, MUG), person)
    const detail = await at(page, DETAIL)
    await sees(detail, MUG)
    expect(await tokenOn(page)).toBe('')
    await detail.getByRole('button', { name: '收藏' }).tap()
    const login = await at(page, LOGIN)
    await tap(login, '微信登录')
    await tap(login.locator('.question__foot'), '同意并登录')
    await sees(page, '登录好了，请接着操作')
    const back = await at(page, DETAIL)
    await sees(back, MUG)
    const { base } = await dataOf(shop.wxapi.userDetail(await tokenOn(page)))
    expect(base.sourceStr).toBe('公众号')
    expect((await signIn(shop, person)).uid, 'one account, in the mini-program too').toBe(base.id)
    await back.getByRole('button', { name: '收藏' }).tap()
    await back.getByRole('button', { name: '已收藏' }).waitFor()
  })

  it('a code that somebody else wrote into a link signs nobody in', async () => {
    const thief = someone()
    await signIn(shop, thief)
    const { code } = await shop.sim('/wechat/oauth-code', { name: thief, scope: 'snsapi_base' })
    const { page } = await visit(`${await detailOf(shop, TEA)}&code=${code}&state=deadbeef`, someone())
    await sees(await at(page, DETAIL), TEA)
    await page.waitForLoadState('networkidle')
    expect(await tokenOn(page)).toBe('')
    expect(page.url()).not.toContain('code=')
    expect(await dataOf(shop.wxapi.wxmpAuth({ code: String(code) })), 'and it was not used').toBeTruthy()
  })

  it('the number logs in as well, and whoever logs out stays out', async () => {
    const person = someone()
    await signIn(shop, person)
    const { page } = await visit('/packages/user/settings/index', person)
    await expect.poll(() => tokenOn(page), SOON).not.toBe('')
    const settings = await at(page, '/packages/user/settings')
    await tap(settings, '退出登录')
    await tap(settings.locator('.question__foot'), '退出登录')
    await expect.poll(() => page.evaluate(() => localStorage.getItem('token'))).toBeNull()
    await page.evaluate(() => sessionStorage.clear())
    await page.goto(`${shop.origin}/packages/user/login/index`)
    await sees(await at(page, LOGIN), '或用手机号')
    expect(await page.evaluate(() => localStorage.getItem('token'))).toBeNull()
    await logIn(page)
    await expect.poll(() => page.evaluate(() => localStorage.getItem('token'))).not.toBeNull()
  })

  it('name and picture come from WeChat when the shopper asks for them and agrees', async () => {
    const person = someone()
    const { token } = await signIn(shop, person)
    const { page } = await visit('/packages/user/profile/index', person, token)
    await tap(await at(page, PROFILE), '用微信的头像和昵称')
    await page.getByRole('link', { name: '拒绝' }).tap()
    const nick = async () => (await dataOf(shop.wxapi.userDetail(token))).base.nick
    await tap(await at(page, PROFILE), '用微信的头像和昵称')
    expect(await nick()).toBe('微信用户')
    await page.getByRole('link', { name: '允许' }).tap()
    await sees(page, '已换成微信的头像和昵称')
    await expect.poll(async () => (page.url().includes(PROFILE) ? nick() : ''), SOON).toBe(person)
  })

  it('its menu passes on the product with the name of whoever passes it on, and the shop’s front from pages that are nobody else’s', async () => {
    const person = someone()
    const { uid } = await signIn(shop, person)
    const path = await detailOf(shop, MUG)
    const { page, wechat } = await visit(path, person)
    await expect.poll(() => wechat.card.link, SOON).toBe(`${shop.origin}${path}&inviter=${uid}`)
    expect(wechat.card).toMatchObject({ title: MUG, imgUrl: expect.stringMatching(/^http.+\.(webp|jpe?g|png)/) })
    const detail = await at(page, DETAIL)
    await detail.locator('.buy-bar__to').last().tap()
    const cart = await at(page, '/pages/cart')
    await expect.poll(() => wechat.card.link, SOON).toBe(`${shop.origin}/pages/home/index?inviter=${uid}`)
    expect(wechat.card.title).toBe('小铺：好好挑的东西，慢慢用')
    await cart.locator('.goods-card').first().tap()
    await at(page, DETAIL)
    await expect.poll(() => wechat.card.link, SOON).toMatch(/goods\/detail\/index\?id=\d+&inviter=/)
    await detail.getByRole('button', { name: '分享' }).tap()
    await tap(detail, '发给朋友')
    await sees(detail, '点右上角的“…”，就能发给朋友')
  })
})

inBrowser('outside WeChat', (open, shop) => {
  it('nobody is offered a login by WeChat, and nothing of WeChat is loaded', async () => {
    const page = await open('')
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    await page.goto(`${shop.origin}/packages/user/login/index`)
    const login = await at(page, LOGIN)
    await sees(login, '手机号登录')
    await seesNot(login, '微信登录')
    expect(asked.filter(url => /wechat|res\.wx/.test(new URL(url).pathname))).toEqual([])
  })
})

const plain = await createShop(unreachableParties())

inBrowser('in WeChat, where the shop has no official account', open => {
  it('the number is the way in', async () => {
    const page = await open('/packages/user/login/index', { userAgent: WECHAT, origin: plain.origin })
    const login = await at(page, LOGIN)
    await sees(login, '手机号登录')
    await seesNot(login, '微信登录')
  })
})
