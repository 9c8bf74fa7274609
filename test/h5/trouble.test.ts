/** What happens when something goes wrong on the way. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { dataOf } from '../../src/api/client'
import { RICE_BOWL } from '../support/demo-goods'
import { inBrowser } from './support/in-browser'
import { at, checkoutOf, detailOf, logIn, newcomer, sees, seesNot, tap, tokenOn } from './support/steps'

const LIST = '/packages/goods/list'
const DETAIL = '/packages/goods/detail'
const READING_LIST = '**/shop/goods/list/v2'
const READING_GOODS = /[/]shop[/]goods[/]detail[?]/
const mayFail = /./

inBrowser('a shopper', (open, shop) => {
  it('whose list does not come is told so, and gets it when they try again', async () => {
    const page = await open('/', { mayFail })
    const home = await at(page, '/pages/home')
    await page.route(READING_LIST, route => route.abort())
    await home.locator('.home__all').last().tap()
    const list = await at(page, LIST)
    await sees(list, '连不上网络，请检查后再试')
    await page.unroute(READING_LIST)
    await tap(list, '再试一次')
    await list.locator('.goods-card').first().waitFor()
  })

  it('keeps the first goods when the next ones do not come', async () => {
    const page = await open(`${LIST}/index`, { mayFail })
    const list = await at(page, LIST)
    const cards = list.locator('.goods-card')
    await cards.first().waitFor()
    await page.route(READING_LIST, route => route.fulfill({ status: 502, body: '<h1>Bad Gateway</h1>' }))
    await cards.last().scrollIntoViewIfNeeded()
    await list.locator('.list-end').scrollIntoViewIfNeeded()
    await sees(list, '店铺暂时没有回应，请稍后再试')
    expect(await cards.count()).toBe(20)
    await page.unroute(READING_LIST)
    await tap(list, '再试一次')
    await expect.poll(() => cards.count()).toBe(40)
  })

  it('gets over a request that fails once without noticing', async () => {
    const page = await open('/', { mayFail })
    await at(page, '/pages/home')
    await page.route(READING_GOODS, route => route.abort(), { times: 1 })
    await page.goto(`${shop.origin}${await detailOf(shop, RICE_BOWL)}`)
    await sees(await at(page, DETAIL), RICE_BOWL)
  })

  it('without a network reads on what is there, and goes on when the network is back', async () => {
    const page = await open('/', { mayFail })
    const home = await at(page, '/pages/home')
    await home.locator('.goods-card').first().waitFor()
    await page.context().setOffline(true)
    await home.locator('.goods-card').first().tap()
    await sees(page, '连不上网络，请检查后再试')
    expect(await home.locator('.goods-card').count(), 'nothing is lost').toBeGreaterThan(3)
    await sees(page, '没有网络，先看看上次的内容')
    await page.context().setOffline(false)
    await seesNot(page, '没有网络，先看看上次的内容')
    await home.locator('.goods-card').first().tap()
    await at(page, DETAIL)
    await sees(page, '商品详情')
  })

  it('sees at once what was there the last time, and then what is new', async () => {
    const page = await open('/', { mayFail })
    await (await at(page, '/pages/home')).locator('.goods-card').first().waitFor()
    await expect.poll(() => page.evaluate(() => localStorage.getItem('kept'))).toContain('picks')
    await page.route(READING_LIST, route => route.abort())
    await withoutAnswers(page)
    await page.reload()
    const home = await at(page, '/pages/home')
    await home.locator('.goods-card').first().waitFor()
    await sees(home, '连不上网络，请检查后再试')
    await page.unroute(READING_LIST)
    await page.context().setOffline(true)
    await page.context().setOffline(false)
    await seesNot(home, '连不上网络，请检查后再试')
  })

  it('is not shown for long what the shop no longer has', async () => {
    const page = await open(await detailOf(shop, RICE_BOWL))
    await sees(await at(page, DETAIL), RICE_BOWL)
    await expect.poll(() => page.evaluate(() => localStorage.getItem('kept'))).toContain('goods:')
    const gone = { code: 13001, msg: '商品已下架' }
    await page.route(READING_GOODS, route => route.fulfill({ json: gone }))
    await withoutAnswers(page)
    await page.reload()
    await sees(page, '商品已下架')
    expect(await page.evaluate(() => localStorage.getItem('kept'))).not.toContain('goods:')
  })

  it('who has had the page open since before the shop was published anew gets the new one', async () => {
    const page = await open('/', { mayFail })
    const home = await at(page, '/pages/home')
    await home.locator('.goods-card').first().waitFor()
    const isCode = /[/](js|css)[/]\w+[.]\w+[.](js|css)$/
    await page.route(isCode, route => route.fulfill({ status: 404 }), { times: 1 })
    await home.locator('.goods-card').first().tap()
    await at(page, DETAIL)
    await sees(page, '商品详情')
  })

  it('whose session has ended logs in again, and what they wanted is done', async () => {
    const ann = await newcomer(shop)
    const page = await open(await detailOf(shop, RICE_BOWL), ann)
    const detail = await at(page, DETAIL)
    await sees(detail, '杭州市西湖区')
    await dataOf(shop.wxapi.loginout(ann.token))
    await tap(detail, '加入购物车')
    await logIn(page)
    await at(page, DETAIL)
    await sees(detail, '已加入购物车')
    expect(await tokenOn(page)).not.toBe(ann.token)
    await expect.poll(() => detail.locator('.tab-bar__count').innerText()).toBe('1')
  })

  it('is asked to log in once, whatever the page wanted to know', async () => {
    const page = await open('/packages/order/list/index', { token: 'long-gone' })
    await logIn(page)
    const list = await at(page, '/packages/order/list')
    await sees(list, '这里还没有订单')
    await page.goto(`${shop.origin}/packages/user/settings/index`)
    await sees(await at(page, '/packages/user/settings'), '退出登录')
  })

  it('logs out, and nobody after them sees anything', async () => {
    const ann = await newcomer(shop)
    const page = await open('/pages/me/index', ann)
    await tap(await at(page, '/pages/me'), '设置')
    const settings = await at(page, '/packages/user/settings')
    await tap(settings, '退出登录')
    await tap(settings.locator('.question__foot'), '退出登录')
    await seesNot(settings, '退出登录')
    await page.goBack()
    await sees(await at(page, '/pages/me'), '登录 / 注册')
    expect(await tokenOn(page)).toBe('')
    expect((await shop.wxapi.userDetail(ann.token)).code).toBe(2000)
    await page.goto(`${shop.origin}${await checkoutOf(shop, RICE_BOWL)}`)
    await at(page, '/packages/user/login')
  })
})

/** From now on pages come without the answers that the server puts into them, so that they have to ask. */
const withoutAnswers = (page: Page) =>
  page.route('**/*', async route => {
    if (route.request().resourceType() !== 'document') return route.fallback()
    const response = await route.fetch()
    const body = (await response.text()).replace(/<script type="application\/json" id="answers">.*?<\/script>/s, '')
    await route.fulfill({ response, body })
  })
