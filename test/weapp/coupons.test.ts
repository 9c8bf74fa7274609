/** Coupons in the mini-program: fetched, used at the checkout, given to a friend. */
import { expect, it } from 'vitest'
import { demoShop } from '../support/demo-shop'
import { dataOf } from '../support/people'
import { launch } from './runtime/launch'
import type { Page } from './runtime/page'
import { haveAddress, openCheckout, openGoods, ordersOf, RICE_BOWL, tokenOf } from './steps'

const shop = demoShop()

const ticket = (page: Page, name: string) => {
  const found = page.findAll('.ticket').find(one => one.text().includes(name))
  if (!found) throw new Error(`no ticket says ${name}`)
  return found
}

it('a coupon is fetched on the page of a product and used by itself at the checkout', async () => {
  const app = await launch(shop, 'ann')
  await haveAddress(app)
  const goods = await openGoods(app, RICE_BOWL)
  await goods.tap('领券')
  await goods.sees('新客立减')
  const { wxapi } = shop
  for (const name of ['三元小券', '满 199 减 20']) await ticket(goods, name).tap('领取')
  const checkout = await openCheckout(app, RICE_BOWL)
  await checkout.sees('−¥3.00')
  await checkout.tap('优惠券')
  expect(ticket(checkout, '满 199 减 20').text()).toMatch(/还差 ¥\d/)
  await checkout.find('.checkout__coupons').tap('三元小券')
  await checkout.tap('提交订单')
  await app.page().sees('支付成功')
  const [order] = await ordersOf(app)
  expect((await dataOf(wxapi.orderDetail(tokenOf(app), order?.id))).priceParts).toMatchObject([
    { type: 'goods' },
    { type: 'coupon', amount: -3, about: '三元小券' },
    { type: 'freight' },
  ])
  const mine = await app.open('/packages/coupon/mine/index')
  await mine.tap('已使用 1')
  expect(mine.text()).toContain('三元小券')
})

it('a coupon of the centre is fetched with one tap, offered to a friend, and taken by them', async () => {
  const app = await launch(shop, 'ann')
  const centre = await app.open('/packages/coupon/centre/index')
  await centre.tap('50 积分兑')
  await centre.sees('用 50 积分换「积分换五元」？')
  await centre.tap('确定')
  await centre.sees('你有')
  const rule = (await dataOf(shop.wxapi.coupons())).find(({ name }) => name === '三元小券')
  const coupon = await dataOf(shop.wxapi.fetchCoupons({ token: tokenOf(app), id: rule?.id ?? 0 }))
  const mine = await app.open('/packages/coupon/mine/index')
  await mine.tap('送朋友')
  await mine.sees('发给朋友')
  await expect
    .poll(async () => (await dataOf(shop.wxapi.myCoupons({ token: tokenOf(app) }))).some(({ isShared }) => isShared))
    .toBe(true)
  const { shareToken } = await dataOf(shop.wxapi.couponsShareOpen(tokenOf(app), coupon?.id ?? 0))
  const friend = await launch(
    shop,
    'ben',
    {},
    { path: 'packages/coupon/gift/index', query: { id: String(coupon?.id), shareToken } },
  )
  await friend.page().tap('收下')
  await friend.page().sees('收好了')
  expect(await dataOf(shop.wxapi.myCoupons({ token: tokenOf(friend) }))).toMatchObject([{ id: coupon?.id }])
})

it('a card whose number or password is wrong gives no coupon, and says so', async () => {
  const app = await launch(shop, 'ann')
  const form = await app.open('/packages/coupon/exchange/index')
  await form.input('卡号', 'XIAOPU2026')
  await form.input('密码', 'wrong')
  await form.find('.bottom-bar').tap('兑换')
  await form.sees(/不正确|兑换过/)
  expect(app.page().path).toBe('packages/coupon/exchange/index')
})
