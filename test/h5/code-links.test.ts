/** Codes that are addresses, and codes that only look like one. A shop of its own, so that nobody else is sold them. */
import { expect, it, onTestFinished } from 'vitest'
import { clientOf } from '../support/client'
import { VIDEO_CARD } from '../support/demo-goods'
import { startDemoShop } from '../support/demo-server'
import { shopAt } from '../support/shop-at'
import { inBrowser } from './support/in-browser'
import { at, checkoutOf, newcomer, sees, seesNot, tap } from './support/steps'

const ORDER = '/packages/order/detail'
const CHECKOUT = '/packages/order/checkout'

inBrowser('codes that are addresses', open => {
  it('are opened in a tab of their own, copied, and drawn for another phone; what would do harm is text', async () => {
    const own = await startDemoShop()
    onTestFinished(own.stop)
    const shop = shopAt(own.address, clientOf(own.address.origin, 'demo', '1'))
    const buy = async (trait: string) => {
      await shop.sim('/weilian/faults', { action: 'buygoods', fault: trait, times: 1 })
      const ann = await newcomer(shop)
      await shop.keeper('balance', String(ann.uid), '40', '测试')
      const permissions = ['clipboard-read', 'clipboard-write']
      const visit = { token: ann.token, permissions, origin: shop.origin }
      const page = await open(await checkoutOf(shop, VIDEO_CARD), visit)
      const checkout = await at(page, CHECKOUT)
      await tap(checkout, '余额支付')
      await tap(checkout, '提交订单')
      await tap(await at(page, '/packages/order/paying'), '查看卡券')
      return { page, order: await at(page, ORDER) }
    }

    const { page, order } = await buy('linkCodes')
    await sees(order, '兑换链接 quan.example.com')
    const address = await order.locator('.link-code__address').innerText()
    expect(address).toMatch(/^https:\/\/quan\.example\.com\/c\/\d{16}$/)
    await order.getByRole('button', { name: '复制链接' }).tap()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address)
    expect(await order.locator('.link-code__qr').count()).toBe(0)
    await tap(order, '二维码')
    expect(await order.locator('.link-code__qr').getAttribute('style')).toContain('data:image/svg+xml')
    await page.context().route('https://quan.example.com/**', route => route.fulfill({ body: 'here' }))
    const opened = page.context().waitForEvent('page')
    await order.getByRole('link', { name: '打开' }).tap()
    const tab = await opened
    await tab.waitForURL(address)
    expect(await tab.evaluate(() => [window.opener, document.referrer])).toEqual([null, ''])

    const harm = await buy('scriptCodes')
    await harm.order.locator('.code-card__value').first().waitFor()
    expect(await harm.order.locator('.code-card__value').first().innerText()).toMatch(/^javascript:/)
    await seesNot(harm.order, '打开')
    expect(await harm.order.locator('.link-code').count()).toBe(0)
  }, 90_000)
})
