/** Paying, not paying, and ordering once whatever happens. */
import { expect, it } from 'vitest'
import { RICE_BOWL } from '../support/demo-goods'
import { inBrowser } from './support/in-browser'
import { at, checkoutOf, newcomer, ordersOf, sees, tap } from './support/steps'

const CHECKOUT = '/packages/order/checkout'
const PAYING = '/packages/order/paying'
const ORDER = '/packages/order/detail'
const PLACING = '**/demo/order/create'
const isPlacing = (form: string | null) => !form?.includes('calculate=true')

inBrowser('a shopper at the checkout', (open, shop) => {
  it('who turns back at the cashier keeps an order that can be paid later', async () => {
    const page = await open(await checkoutOf(shop, RICE_BOWL), await newcomer(shop))
    await tap(await at(page, CHECKOUT), '提交订单')
    await page.getByRole('button', { name: '取消' }).tap()
    const paying = await at(page, PAYING)
    await sees(paying, '正在确认支付')
    await tap(paying, '查看订单')
    const order = await at(page, ORDER)
    await sees(order, /\d\d:\d\d 后自动关闭/)
    await order.getByRole('button', { name: '付款', exact: true }).tap()
    await tap(order.locator('.sheet__foot'), '付款')
    await page.getByRole('button', { name: '确认支付' }).tap()
    await sees(await at(page, PAYING), '支付成功')
  })

  it('who goes back from the cashier is not at the checkout again', async () => {
    const ann = await newcomer(shop)
    const page = await open(await checkoutOf(shop, RICE_BOWL), ann)
    await tap(await at(page, CHECKOUT), '提交订单')
    await page.getByRole('button', { name: '确认支付' }).waitFor()
    await page.goBack()
    await sees(await at(page, PAYING), '正在确认支付')
    expect(await ordersOf(shop, ann)).toMatchObject([{ status: 0 }])
  })

  it('who changes their mind cancels the order', async () => {
    const ann = await newcomer(shop)
    const page = await open(await checkoutOf(shop, RICE_BOWL), ann)
    await tap(await at(page, CHECKOUT), '提交订单')
    await page.getByRole('button', { name: '取消' }).tap()
    await tap(await at(page, PAYING), '查看订单')
    const order = await at(page, ORDER)
    await tap(order, '取消订单')
    await tap(order.locator('.question__foot'), '取消订单')
    await sees(order, '订单已关闭')
    expect(await ordersOf(shop, ann)).toMatchObject([{ status: -1 }])
  })

  it('who taps twice orders once', async () => {
    const ann = await newcomer(shop)
    const page = await open(await checkoutOf(shop, RICE_BOWL), ann)
    const checkout = await at(page, CHECKOUT)
    let asked = 0
    page.on('request', request => {
      if (request.url().endsWith('/order/create') && isPlacing(request.postData())) asked += 1
    })
    const submit = checkout.getByRole('button', { name: '提交订单' })
    await submit.evaluate(async (button: HTMLElement) => {
      button.click()
      button.click()
      await new Promise(requestAnimationFrame)
      button.click()
    })
    await page.getByRole('button', { name: '确认支付' }).waitFor()
    expect(asked).toBe(1)
    expect(await ordersOf(shop, ann)).toHaveLength(1)
  })

  it('whose answer got lost on the way orders once, too', async () => {
    const ann = await newcomer(shop)
    const page = await open(await checkoutOf(shop, RICE_BOWL), { token: ann.token, mayFail: /order\/create/ })
    const checkout = await at(page, CHECKOUT)
    await page.route(PLACING, async route => {
      if (!isPlacing(route.request().postData())) return route.fallback()
      await route.fetch()
      await route.abort()
    })
    await tap(checkout, '提交订单')
    await sees(checkout, '连不上网络，请检查后再试')
    expect(await ordersOf(shop, ann), 'it did arrive').toHaveLength(1)
    await page.unroute(PLACING)
    await tap(checkout, '提交订单')
    await page.getByRole('button', { name: '确认支付' }).waitFor()
    expect(await ordersOf(shop, ann)).toHaveLength(1)
  })
})
