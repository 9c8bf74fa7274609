/** Signing in and score in the mini-program. */
import { expect, it } from 'vitest'
import { demoShop } from '../support/demo-shop'
import { dataOf } from '../support/people'
import { launch } from './runtime/launch'
import { haveAddress, openCheckout, ordersOf, RICE_BOWL, tokenOf } from './steps'

const shop = demoShop()

it('somebody signs in for the day, sees it in the calendar and in the log', async () => {
  const app = await launch(shop, 'ann')
  const sign = await app.open('/packages/score/sign/index')
  await sign.tap('签到领积分')
  await sign.sees('今天已签到')
  await sign.sees('已连续签到 1 天')
  const log = await app.open('/packages/score/log/index')
  expect(log.findAll('.movement__what').map(what => what.text())).toContain('签到')
  await log.sees('近 30 天积分')
  expect(log.find('.trend__body').attribute('aria-label')).toMatch(/^近 30 天积分，从 0 到 \d+/)
})

it('score is spent on an order, and stands in its price', async () => {
  const app = await launch(shop, 'ann')
  await haveAddress(app)
  const { base } = await dataOf(shop.wxapi.userDetail(tokenOf(app)))
  await shop.keeper('score', 'adjust', String(base.id), '380', '测试')
  const checkout = await openCheckout(app, RICE_BOWL)
  await checkout.tap('积分抵扣 用 400 积分抵 ¥4.00')
  await checkout.sees('−¥4.00')
  await checkout.tap('提交订单')
  await app.page().sees('支付成功')
  const [order] = await ordersOf(app)
  const { priceParts } = await dataOf(shop.wxapi.orderDetail(tokenOf(app), order?.id))
  expect(priceParts).toContainEqual({ type: 'score', amount: -4, about: '400' })
})
