/** Goods that are fetched, in the mini-program: the nearest branch, its map and telephone, the code. */
import { expect, it } from 'vitest'
import { demoShop } from '../support/demo-shop'
import { launch } from './runtime/launch'
import { haveAddress, openCheckout, ordersOf, RICE_BOWL } from './steps'

const shop = demoShop()

it('an order is fetched at the nearest branch, by its code', async () => {
  const app = await launch(shop, 'ann')
  await haveAddress(app)
  const checkout = await openCheckout(app, RICE_BOWL)
  await checkout.tap('到店自取')
  expect(checkout.text()).toContain('小铺 文三路店')
  await checkout.tap('选择自取门店')
  app.phone.pin = { latitude: 30.21, longitude: 120.21 }
  await checkout.tap('离我最近')
  expect(checkout.findAll('.branch__name')[0]?.text()).toBe('小铺 滨江仓')
  await checkout.findAll('.checkout__choose')[0]?.tap()
  await checkout.tap('提交订单')
  await app.page().sees('支付成功')
  expect(app.page().findAll('.pick-up__number')).toHaveLength(1)
  await app.page().tap('查看订单')
  const order = app.page()
  expect(order.text()).toContain('等待取货')
  const [placed] = await ordersOf(app)
  expect(order.find('.pick-up__number').text().replaceAll(' ', '')).toBe(placed?.hxNumber)
  await order.tap('地图 小铺 滨江仓')
  await shop.keeper('verify', placed?.hxNumber ?? '')
  const again = await app.open(`/packages/order/detail/index?id=${placed?.id}`)
  expect(again.text()).toContain('已收货')
})
