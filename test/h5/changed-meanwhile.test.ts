/** The shop keeper changes something while a shopper is looking at it. */
import { expect, it, onTestFinished } from 'vitest'
import { dataOf } from '../../src/api/client'
import { goodsId, SOLD_OUT } from '../support/demo-goods'
import { inBrowser } from './support/in-browser'
import { at, checkoutOf, detailOf, newcomer, ordersOf, sees, seesNot, tap } from './support/steps'

/** Nothing else is told of these two. */
const TAPE = '和纸胶带 四卷组'
const INK = '非碳素彩墨 暮紫 40 毫升'
const CHECKOUT = '/packages/order/checkout'

inBrowser('a shopper whose goods change', (open, shop) => {
  it('is told of the new price before they pay it', async () => {
    const id = String(await goodsId(shop, TAPE))
    const { minPrice } = await goodsOf(id)
    onTestFinished(() => shop.keeper('price', id, String(minPrice)).then(() => undefined))
    const ann = await newcomer(shop)
    const page = await open(await checkoutOf(shop, TAPE), ann)
    const checkout = await at(page, CHECKOUT)
    await sees(checkout, TAPE)
    await shop.keeper('price', id, '123')
    await tap(checkout, '提交订单')
    await sees(checkout, '价格有变动，已更新，请再确认一次')
    await checkout.locator('.bottom-bar').getByLabel('¥123.00').waitFor()
    expect(await ordersOf(shop, ann)).toEqual([])
    await tap(checkout, '提交订单')
    await page.waitForURL(/cashier/)
    await sees(page, '123.00')
  })

  it('cannot order what was sold out in between, nor keep it among what they buy', async () => {
    const id = String(await goodsId(shop, INK))
    const { stores } = await goodsOf(id)
    onTestFinished(() => shop.keeper('stock', id, String(stores)).then(() => undefined))
    const ann = await newcomer(shop)
    const page = await open(await detailOf(shop, INK), ann)
    await tap(await at(page, '/packages/goods/detail'), '加入购物车')
    await sees(page, '已加入购物车')
    await page.goto(`${shop.origin}${await checkoutOf(shop, INK)}`)
    const checkout = await at(page, CHECKOUT)
    await sees(checkout, INK)
    await shop.keeper('stock', id, '0')
    await tap(checkout, '提交订单')
    await sees(checkout, `${INK} 已售罄`)
    expect(await ordersOf(shop, ann)).toEqual([])

    await page.goto(`${shop.origin}/pages/cart/index`)
    const cart = await at(page, '/pages/cart')
    await sees(cart, '不能购买的商品')
    await sees(cart, '卖完了')
    expect(await cart.getByRole('button', { name: '结算' }).count()).toBe(0)
    await tap(cart, '全部清除')
    await sees(cart, '购物车还是空的')
  })

  it('finds no way to buy what is sold out', async () => {
    const ann = await newcomer(shop)
    const page = await open(await detailOf(shop, SOLD_OUT), ann)
    const bar = (await at(page, '/packages/goods/detail')).locator('.bottom-bar')
    expect(await bar.getByRole('button', { name: '已售罄' }).getAttribute('aria-disabled')).toBe('true')
    await seesNot(bar, '立即购买')
    await page.goto(`${shop.origin}${await checkoutOf(shop, SOLD_OUT)}`)
    await sees(await at(page, CHECKOUT), `${SOLD_OUT} 已售罄`)
  })

  const goodsOf = async (id: string) => (await dataOf(shop.wxapi.goodsDetail(Number(id)))).basicInfo
})
