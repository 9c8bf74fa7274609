/** What happens when something goes wrong on the way. */
import { describe, expect, it } from 'vitest'
import { demoShop } from '../support/demo-shop'
import { dataOf } from '../support/people'
import { launch, relaunch } from './runtime/launch'
import { goodsId, haveAddress, MUG, openGoods, ordersOf, tokenOf } from './steps'

const shop = demoShop()

describe('a token that the server no longer knows', () => {
  it('is renewed once for all that is under way, and what failed is asked again', async () => {
    const app = await launch(shop, 'ann')
    await haveAddress(app)
    const before = tokenOf(app)
    await dataOf(shop.wxapi.loginout(before))
    const logins = app.calls('login').length

    const addresses = app.open('/packages/user/addresses/index')
    const favourites = app.open('/packages/user/favourites/index')
    const orders = app.open('/packages/order/list/index')
    await Promise.all([addresses, favourites, orders])
    expect(app.calls('login')).toHaveLength(logins + 1)
    expect(tokenOf(app)).not.toBe(before)
    expect(app.page().text()).toContain('这里还没有订单')
    expect((await app.back()).text()).toContain('还没有收藏')
    expect((await app.back()).text()).toContain('林小满')
  })

  it('is renewed when the shopper comes back to the mini-program', async () => {
    const app = await launch(shop, 'ann')
    await dataOf(shop.wxapi.loginout(tokenOf(app)))
    const me = await app.open('/pages/me/index')
    expect(me.text()).toContain('我的订单')
    await app.leaveAndReturn()
    expect(await ordersOf(app)).toEqual([])
  })
})

describe('without a network', () => {
  it('says so, and shows the page when it is tried again', async () => {
    const app = await launch(shop, 'ann')
    app.phone.isOffline = true
    const page = await app.open('/packages/goods/list/index')
    await page.sees('连不上网络，请检查后再试')
    app.phone.isOffline = false
    await page.tap('再试一次')
    await page.sees('福鼎老白茶')
  })

  it('says that the network is away, and reads by itself what it missed when it is back', async () => {
    const app = await launch(shop, 'ann')
    await app.connect(false)
    expect(app.page().text()).toContain('没有网络')
    const page = await app.open('/packages/goods/list/index')
    await page.sees('连不上网络，请检查后再试')
    await app.connect(true)
    await page.sees('福鼎老白茶')
    expect(page.text()).not.toContain('没有网络')
  })

  it('opens at home with what was there the last time: goods, banners, a product that was looked at', async () => {
    const app = await launch(shop, 'ann')
    await openGoods(app, MUG)
    app.phone.isOffline = true
    const later = await relaunch(app)
    expect(later.page().findAll('.goods-card').length).toBeGreaterThan(3)
    expect(later.page().findAll('.banner')).toHaveLength(4)
    expect(later.page().text()).toContain('没有网络')
    const mug = await later.open(`/packages/goods/detail/index?id=${await goodsId(shop, MUG)}`)
    expect(mug.text()).toContain(MUG)
  })

  it('opens at home all the same where nothing is kept, and fills when the network is back', async () => {
    const app = await launch(shop, 'ann')
    const settings = await app.open('/packages/user/settings/index')
    await settings.tap('清除')
    expect(settings.text()).toMatch(/已清除 [1-9]\d* KB/)
    app.phone.isOffline = true
    const later = await relaunch(app)
    await later.page().sees('没能打开')
    await later.connect(true)
    await later.page().sees('福鼎老白茶')
    expect(later.page().findAll('.goods-card').length).toBeGreaterThan(3)
    expect(later.page().findAll('.banner')).toHaveLength(4)
  })

  it('keeps what was on a page that cannot be read again', async () => {
    const app = await launch(shop, 'ann')
    const before = app.page().findAll('.goods-card').length
    app.phone.isOffline = true
    await app.page().pullDown()
    expect(app.page().text()).toContain('连不上网络')
    expect(app.page().findAll('.goods-card')).toHaveLength(before)
  })
})
