/** Every page for itself, and what all of them have in common. */
import { afterAll, describe, expect, it } from 'vitest'
import { JASMINE } from '../support/demo-goods'
import { demoShop } from '../support/demo-shop'
import { dataOf } from '../support/people'
import { type App, launch } from './runtime/launch'
import { appJson, pagesOf } from './runtime/program'
import { goodsId, haveAddress, MUG, openCheckout, openGoods, ordersOf, RICE_BOWL } from './steps'

const shop = demoShop()
const KB = 1000
const MOST_BYTES = 64 * KB

describe('every page', () => {
  it.each(pagesOf(appJson()))('%s opens without a word in the console', async path => {
    const app = await launch(shop, 'ann')
    const page = await app.open(`/${path}${await queryOf(app, path)}`)
    expect(page.path).toBe(path)
    expect(page.text()).toMatch(/\S/)
    expect(page.text()).not.toMatch(/undefined|NaN|\[object/)
  })

  it.each(pagesOf(appJson()))('%s opens for somebody who has nothing yet and brings nothing along', async path => {
    const app = await launch(shop, 'ann')
    const page = await app.open(`/${path}`)
    expect(page.text()).toMatch(/\S/)
    expect(page.text()).not.toMatch(/undefined|NaN|\[object/)
  })
})

describe('what goes to the screen', () => {
  const figures: string[] = []
  afterAll(() => console.log(`setData\n${figures.join('\n')}`))
  const measured = async (name: string, app: App, action: () => Promise<unknown>, most = MOST_BYTES) => {
    const { bytes, calls } = await app.traffic.of(action)
    figures.push(`  ${name}: ${bytes} bytes in ${calls} calls`)
    expect(bytes, name).toBeLessThan(most)
  }

  it('is little when goods are put into the cart', async () => {
    const app = await launch(shop, 'ann')
    const detail = await openGoods(app, RICE_BOWL)
    await measured('putting one product into the cart', app, () => detail.find('.bottom-bar').tap('加入购物车'), 2 * KB)
    const cart = await app.open('/pages/cart/index')
    await measured('one more of it', app, () => cart.tap('增加一件'), 2 * KB)
  })

  it('is little when a list is opened', async () => {
    const app = await launch(shop, 'ann')
    await measured('opening the list of goods', app, () => app.open('/packages/goods/list/index'), 40 * KB)
    await measured('its second page', app, () => app.page().scrollToLower())
    await measured('opening a product', app, () => openGoods(app, MUG))
    await measured('opening the sheet', app, () => app.page().find('.bottom-bar').tap('加入购物车'))
    await measured('choosing a value', app, () => app.page().find('.sheet').tap('青芽'))
  })
})

/** What a page needs to show something of its own. */
async function queryOf(app: App, path: string): Promise<string> {
  if (/goods\/(detail|reviews)/.test(path)) return `?id=${await goodsId(shop, MUG)}`
  if (path.includes('promotion/bargain/')) return `?kjid=${(await dataOf(shop.wxapi.kanjiaSet()))[0]?.id}`
  if (path.includes('promotion/group/')) {
    const id = await goodsId(shop, JASMINE)
    const { result } = await dataOf(shop.wxapi.pingtuanList({ goodsId: id }))
    return `?id=${result[0]?.id}`
  }
  if (path.includes('article/')) return `?id=${(await dataOf(shop.wxapi.cmsArticles()))[0]?.id}`
  if (path.includes('notice/')) return `?id=${(await dataOf(shop.wxapi.noticeLastOne())).id}`
  if (path.includes('checkout')) return `?goodsId=${await goodsId(shop, MUG)}&number=2`
  if (/order\/(paying|detail|review)/.test(path)) {
    await haveAddress(app)
    const checkout = await openCheckout(app, RICE_BOWL)
    await checkout.tap('提交订单')
    return `?id=${(await ordersOf(app))[0]?.id}`
  }
  return ''
}
