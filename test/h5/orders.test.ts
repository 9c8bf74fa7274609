/** The list of orders, and what can be done from it. */
import { expect, it, onTestFinished } from 'vitest'
import { dataOf } from '../../src/api/client'
import { goodsId, MUG, RICE_BOWL } from '../support/demo-goods'
import type { DemoShop } from '../support/demo-shop'
import { HANGZHOU } from '../support/goods'
import { inBrowser } from './support/in-browser'
import { at, newcomer, sees, tap } from './support/steps'

const ORDERS = '/packages/order/list'
const ORDER = '/packages/order/detail'
/** Nothing else is told of it. */
const BOOK = '《山中来信》 散文集'

inBrowser('somebody with orders', (open, shop) => {
  it('sees how many wait for what, and finds one by what was bought or by its number', async () => {
    const ann = await newcomer(shop)
    const bowl = await placed(shop, ann.token, [RICE_BOWL])
    await placed(shop, ann.token, [MUG])
    const page = await open(`${ORDERS}/index`, ann)
    const orders = await at(page, ORDERS)
    const unpaid = orders.getByRole('tab', { name: /^待付款/ })
    await expect.poll(() => unpaid.innerText()).toMatch(/2$/)
    const field = orders.getByLabel('搜商品名或订单编号')
    await field.fill('饭碗')
    await expect.poll(() => orders.locator('.order-card').count()).toBe(1)
    await sees(orders, RICE_BOWL)
    await field.fill(bowl.orderNumber.toLowerCase())
    await expect.poll(() => orders.locator('.order-card').count()).toBe(1)
    await field.fill('从没买过')
    await sees(orders, '没有找到“从没买过”的订单')
    await orders.getByLabel('清空').tap()
    await expect.poll(() => orders.locator('.order-card').count()).toBe(2)

    await orders.locator('.order-card', { hasText: RICE_BOWL }).getByText('取消订单').tap()
    await tap(page.getByRole('dialog'), '取消订单')
    await sees(page, '订单已取消')
    await expect.poll(() => unpaid.innerText()).toMatch(/1$/)
  })

  it('buys again what there still is, and hears of the rest', async () => {
    const ann = await newcomer(shop)
    const id = String(await goodsId(shop, BOOK))
    const { stores } = await stockOf(shop, BOOK)
    onTestFinished(() => shop.keeper('stock', id, String(stores)).then(() => undefined))
    const order = await placed(shop, ann.token, [RICE_BOWL, BOOK])
    await dataOf(shop.wxapi.orderClose(ann.token, order.id))
    await shop.keeper('stock', id, '0')
    const page = await open(`${ORDER}/index?id=${order.id}`, ann)
    await tap(await at(page, ORDER), '再来一单')
    const dialog = page.getByRole('dialog', { name: '1 件放进了购物车，有的买不了' })
    await sees(dialog, new RegExp(`${BOOK}：`))
    await tap(dialog, '去购物车')
    const cart = await at(page, '/pages/cart')
    await sees(cart, RICE_BOWL)
    expect(await cart.locator('.cart-line__name').allInnerTexts()).toEqual([RICE_BOWL])
  })

  it('has again what was bought once, when an answer got lost on the way', async () => {
    const ann = await newcomer(shop)
    const order = await placed(shop, ann.token, [RICE_BOWL, MUG])
    await dataOf(shop.wxapi.orderClose(ann.token, order.id))
    const page = await open(`${ORDER}/index?id=${order.id}`, { token: ann.token, mayFail: /shopping-cart/ })
    const detail = await at(page, ORDER)
    let asked = 0
    await page.route('**/shopping-cart/add', async route => {
      asked += 1
      if (asked !== 2) return route.fallback()
      await route.fetch()
      return route.abort()
    })
    await tap(detail, '再来一单')
    await sees(detail, '连不上网络，请检查后再试')
    await tap(detail, '再来一单')
    await at(page, '/pages/cart')
    const { items } = await dataOf(shop.wxapi.shippingCarInfo(ann.token))
    expect(items.map(({ number }) => number)).toEqual([1, 1])
  })

  it('follows the steps of an order, and knows when it ends by itself', async () => {
    const ann = await newcomer(shop)
    await shop.keeper('balance', String(ann.uid), '200', '测试')
    const order = await placed(shop, ann.token, [RICE_BOWL])
    await dataOf(shop.wxapi.orderPay(ann.token, String(order.id)))
    const page = await open(`${ORDER}/index?id=${order.id}`, ann)
    const detail = await at(page, ORDER)
    await detail.getByRole('img', { name: '进度 2/5：付款' }).waitFor()
    await shop.keeper('ship', order.orderNumber, '顺丰速运', 'SF2026112101')
    await page.reload()
    await detail.getByRole('img', { name: '进度 3/5：发货' }).waitFor()
    await sees(detail, /\d+ 天 \d+ 小时 后自动确认收货/)
    await sees(detail, '快递员取件后，这里会显示进度')
    for (const [i, text] of ['已揽收', '到达上海', '到达网点', '派送中', '已签收'].entries())
      await shop.keeper('traces', 'SF2026112101', `2026-01-0${i + 1} 08:00`, text)
    await page.reload()
    await sees(detail, '已签收')
    expect(await detail.locator('.timeline__what').allInnerTexts()).toEqual(['已签收', '派送中', '到达网点'])
    await tap(detail, '查看全部 5 条')
    await sees(detail, '已揽收')
  })

  it('finds the invoices from their own page', async () => {
    const page = await open('/pages/me/index', await newcomer(shop))
    await tap(await at(page, '/pages/me'), '我的发票')
    await sees(await at(page, '/packages/order/invoices'), '我的发票')
  })
})

async function placed({ wxapi }: DemoShop, token: string, names: readonly string[]) {
  const goodsJsonStr = []
  for (const name of names) {
    const id = await goodsId({ wxapi }, name)
    const { skuList = [] } = await dataOf(wxapi.goodsDetail(id))
    const sku = skuList.find(({ stores }) => stores > 0)?.propertyChildIds
    goodsJsonStr.push({ goodsId: id, number: 1, ...(sku && { propertyChildIds: sku }) })
  }
  const { id = 0, orderNumber = '' } = await dataOf(wxapi.orderCreate({ token, goodsJsonStr, ...HANGZHOU }))
  return { id, orderNumber }
}

const stockOf = async ({ wxapi }: DemoShop, name: string) =>
  (await dataOf(wxapi.goodsDetail(await goodsId({ wxapi }, name)))).basicInfo
