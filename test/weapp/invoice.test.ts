/** Invoices in the mini-program. */
import { expect, it } from 'vitest'
import { demoShop } from '../support/demo-shop'
import { launch } from './runtime/launch'
import { haveAddress, openCheckout, ordersOf, RICE_BOWL } from './steps'

const shop = demoShop()

it('an invoice is asked for from an order, and is in the list once it is issued', async () => {
  const app = await launch(shop, 'ann')
  await haveAddress(app)
  await (await openCheckout(app, RICE_BOWL)).tap('提交订单')
  await app.page().sees('支付成功')
  const [order] = await ordersOf(app)
  const form = await app.open(`/packages/order/invoice/index?orderId=${order?.id}`)
  await form.input('发票抬头', '林小满')
  await form.input('接收邮箱', 'lin@example.com')
  await form.tap('提交申请')
  expect(app.page().text()).toContain('等店家开票')
  const [id = ''] = /^\d+/.exec(await shop.keeper('invoices')) ?? []
  await shop.keeper('invoices', 'issue', id, 'https://example.com/a.pdf')
  const list = await app.open('/packages/order/invoices/index')
  expect(list.text()).toContain('已开票')
  await list.tap('复制发票链接')
  expect(app.phone.clipboard).toBe('https://example.com/a.pdf')
})
