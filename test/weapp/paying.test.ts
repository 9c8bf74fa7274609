/** Paying, and not paying. */
import { describe, expect, it } from 'vitest'
import { demoShop } from '../support/demo-shop'
import { type App, launch } from './runtime/launch'
import { giveBalance, haveAddress, openCheckout, ordersOf, RICE_BOWL } from './steps'

const shop = demoShop()

describe('a payment sheet that is closed', () => {
  it('leaves an order that can be paid later', async () => {
    const app = await unpaid()
    const list = await app.open('/packages/order/list/index?tab=unpaid')
    expect(list.text()).toContain('等待付款')
    app.phone.payer = 'pays'
    await list.tap('付款')
    await list.find('.sheet__foot').tap('付款')
    await app.page().sees('支付成功')
    expect((await app.back()).text()).toContain('这里还没有订单')
    expect(await ordersOf(app)).toMatchObject([{ status: 1 }])
  })

  it('leaves an order that can be cancelled', async () => {
    const app = await unpaid()
    const [order] = await ordersOf(app)
    const detail = await app.open(`/packages/order/detail/index?id=${order?.id}`)
    expect(detail.text()).toMatch(/\d\d:\d\d 后自动关闭/)
    await detail.tap('取消订单')
    await detail.find('.question__foot').tap('再想想')
    expect(await ordersOf(app)).toMatchObject([{ status: 0 }])
    await detail.tap('取消订单')
    await detail.find('.question__foot').tap('取消订单')
    expect(detail.text()).toContain('订单已关闭')
    expect(await ordersOf(app)).toMatchObject([{ status: -1 }])
  })

  it('is not called paid, and says how to go on', async () => {
    const app = await unpaid()
    expect(app.page().path).toBe('packages/order/paying/index')
    await app.page().sees('付款取消了，订单还给你留着')
    expect(app.page().text()).not.toContain('支付成功')
    app.phone.payer = 'pays'
    await app.page().tap('继续付款')
    await app.page().find('.sheet__foot').tap('付款')
    await app.page().sees('支付成功')
  })
})

it('WeChat failing is no payment either', async () => {
  const app = await unpaid('fails')
  await app.page().sees('付款没有完成，可以再试一次，或者换个方式')
  expect(await ordersOf(app)).toMatchObject([{ status: 0 }])
})

describe('the balance', () => {
  it('pays when it suffices', async () => {
    const app = await launch(shop, 'ann')
    await haveAddress(app)
    await giveBalance(app, 200)
    const checkout = await openCheckout(app, RICE_BOWL)
    expect(checkout.text()).toContain('可用 ¥200.00')
    await checkout.tap('余额支付')
    await checkout.tap('提交订单')
    await app.page().sees('支付成功')
    expect(app.calls('requestPayment')).toHaveLength(0)
    expect((await app.open('/pages/me/index')).text()).toContain('102.50')
  })

  it('is not offered when it does not', async () => {
    const app = await launch(shop, 'ann')
    await haveAddress(app)
    await giveBalance(app, 5)
    const checkout = await openCheckout(app, RICE_BOWL)
    expect(checkout.text()).toContain('余额 ¥5.00，不够付这一单')
    await checkout.tap('余额支付')
    expect(checkout.find('余额支付').closest('pay-method').has('.mark--on')).toBe(false)
  })
})

/** Somebody with an order whose payment sheet they closed. */
async function unpaid(payer: 'cancels' | 'fails' = 'cancels'): Promise<App> {
  const app = await launch(shop, 'ann')
  await haveAddress(app)
  app.phone.payer = payer
  const checkout = await openCheckout(app, RICE_BOWL)
  await checkout.tap('提交订单')
  return app
}
