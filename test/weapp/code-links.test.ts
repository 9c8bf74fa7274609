/** Codes that are addresses: a mini-program opens no other site, so they are copied and drawn. */
import { expect, it, onTestFinished } from 'vitest'
import { clientOf } from '../support/client'
import { startDemoShop } from '../support/demo-server'
import { dataOf } from '../support/people'
import { shopAt } from '../support/shop-at'
import { launch } from './runtime/launch'
import { giveBalance, goodsId, ordersOf, tokenOf, VIDEO_CARD } from './steps'

it('a code that is an address is drawn and copied; what would do harm is text', async () => {
  const own = await startDemoShop()
  onTestFinished(own.stop)
  const shop = shopAt(own.address, clientOf(own.address.origin, 'demo', '1'))
  const app = await launch(shop, 'ann')
  await giveBalance(app, 100)
  const buy = async (fault: string) => {
    await shop.sim('/weilian/faults', { action: 'buygoods', fault, times: 1 })
    const token = tokenOf(app)
    const goodsJsonStr = [{ goodsId: await goodsId(shop, VIDEO_CARD), number: 1 }]
    const { id } = await dataOf(shop.wxapi.orderCreate({ token, goodsJsonStr }))
    await dataOf(shop.wxapi.orderPay(token, String(id)))
    await expect.poll(async () => (await ordersOf(app))[0]?.supplyState).toBe(2)
    return app.open(`/packages/order/detail/index?id=${id}`)
  }

  const page = await buy('linkCodes')
  expect(page.text()).toContain('兑换链接 quan.example.com')
  expect(page.text()).not.toContain('打开')
  await page.tap('二维码')
  expect(page.find('.link-code__qr').attribute('style')).toContain('data:image/svg+xml')
  await page.tap('复制链接')
  expect(app.phone.clipboard).toMatch(/^https:\/\/quan\.example\.com\/c\/\d{16}$/)

  const harm = await buy('scriptCodes')
  expect(harm.text()).toContain('javascript:alert(1)//')
  expect(harm.findAll('.link-code')).toHaveLength(0)
}, 90_000)
