/** What WeChat asks a buyer before it takes money or brings messages: in a shop that has both, in the tap that they belong to. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientOf } from '../support/client'
import { startDemoShop } from '../support/demo-server'
import { dataOf } from '../support/people'
import { type DemoShop, shopAt } from '../support/shop-at'
import { type App, launch } from './runtime/launch'
import { haveAddress, openCheckout, openGoods, ordersOf, RICE_BOWL, tokenOf, VIDEO_CARD } from './steps'

const PAID = 'P'.repeat(43)
const SHIPPED = 'S'.repeat(43)
let shop: DemoShop
let stop: (() => Promise<void>) | undefined

// A shop of its own, because its keeper changes settings and time passes in it.
beforeAll(async () => {
  const started = await startDemoShop()
  stop = started.stop
  shop = shopAt(started.address, clientOf(started.address.origin, 'demo', '1'))
  await shop.keeper('setting', 'subscribe_paid', `${PAID};amount1:amount;thing2:goods`)
  await shop.keeper('setting', 'subscribe_shipped', `${SHIPPED};thing1:goods;character_string2:tracking`)
  await shop.keeper('setting', 'virtual_payment', 'on', '--private')
}, 60_000)
afterAll(() => stop?.())

const asked = (app: App) => app.calls('requestSubscribeMessage')
const allowed = async (app: App) => {
  const templates = await dataOf(shop.wxapi.wxTemplateNumberList(tokenOf(app)))
  return Object.fromEntries(templates.map(({ event, number }) => [event, number]))
}

describe('messages', () => {
  it('are asked about in the tap that places an order, and nowhere before', async () => {
    const app = await launch(shop, 'ann')
    await haveAddress(app)
    await openGoods(app, RICE_BOWL)
    const checkout = await openCheckout(app, RICE_BOWL)
    expect(asked(app)).toEqual([])
    await checkout.tap('提交订单')
    await app.page().sees('支付成功')
    expect(asked(app)).toMatchObject([{ tmplIds: [PAID, SHIPPED] }])
    const { messages } = (await shop.sim('/wechat/messages')) as unknown as { messages: { template: string }[] }
    expect(messages.map(({ template }) => template)).toContain(PAID)
    expect(await allowed(app)).toEqual({ paid: 0, shipped: 1 })
  })

  it('are not asked about when something is missing still, and not again after a no', async () => {
    const app = await launch(shop, 'ben')
    app.phone.allowsMessages = false
    const early = await openCheckout(app, RICE_BOWL)
    await early.tap('提交订单')
    expect(asked(app)).toEqual([])
    await app.back()
    await haveAddress(app)
    const checkout = await openCheckout(app, RICE_BOWL)
    await checkout.tap('提交订单')
    await app.page().sees('支付成功')
    expect(asked(app)).toHaveLength(1)
    expect(await allowed(app)).toEqual({ paid: 0, shipped: 0 })
    expect(await ordersOf(app), 'the order is none of it').toMatchObject([{ status: 1 }])
  })
})

describe('virtual goods', () => {
  const submit = async (name: string, settings: Partial<App['phone']> = {}) => {
    const app = await launch(shop, name)
    Object.assign(app.phone, settings)
    const checkout = await openCheckout(app, VIDEO_CARD)
    await checkout.tap('提交订单')
    return app
  }

  it('are refused until WeChat has published them, and the order is kept', async () => {
    const app = await submit('ann')
    expect(app.page().path).toBe('packages/order/detail/index')
    expect(app.calls('requestVirtualPayment')).toEqual([])
    expect(await ordersOf(app)).toMatchObject([{ status: 0 }])
    await shop.sim('/clock', { advanceSeconds: 601 })
    for (let i = 0; i < 4; i++) await shop.sim('/clock', { advanceSeconds: 61 })
    await shop.sim('/clock', { advanceSeconds: 601 })
  })

  it('are paid for by the sheet for them, and the codes are there', async () => {
    const app = await submit('carl')
    expect(app.calls('requestPayment')).toEqual([])
    expect(app.calls('requestVirtualPayment')).toMatchObject([{ mode: 'short_series_goods' }])
    await app.page().sees('已送达')
    const [payment] = await dataOf(shop.wxapi.payLogs({ token: tokenOf(app) }))
    expect(payment).toMatchObject({ payGate: 'xpay', status: 1 })
  })

  it.each([
    ['cancels', '付款取消了，订单还给你留着'],
    ['fails', '付款没有完成，可以再试一次，或者换个方式'],
  ] as const)('are not paid for by somebody who %s, who is told how to go on', async (payer, words) => {
    const app = await submit('dora', { payer })
    await app.page().sees(words)
    expect(await ordersOf(app)).toMatchObject([{ status: 0 }])
    app.phone.payer = 'pays'
    await app.page().tap('继续付款')
    await app.page().find('.sheet__foot').tap('付款')
    await app.page().sees('已送达')
  })

  it('are signed anew when WeChat has renewed the key of the login', async () => {
    const app = await submit('emil', { hasStaleKey: true })
    await app.page().sees('已送达')
    expect(app.calls('requestVirtualPayment')).toHaveLength(2)
    expect(await ordersOf(app)).toMatchObject([{ status: 3 }])
  })
})
