/** What nobody ships: codes that are shown to their buyer, and accounts that are topped up. */
import { expect, it } from 'vitest'
import { PHONE_TOPUP, VIDEO_CARD } from '../support/demo-goods'
import { inBrowser } from './support/in-browser'
import { at, checkoutOf, newcomer, sees, seesNot, tap } from './support/steps'

const CHECKOUT = '/packages/order/checkout'
const PAYING = '/packages/order/paying'
const ORDER = '/packages/order/detail'

inBrowser('what is not shipped', (open, shop) => {
  it('is a code, bought with the balance and copied from the order', async () => {
    const ann = await newcomer(shop)
    await shop.keeper('balance', String(ann.uid), '40', '测试')
    const permissions = ['clipboard-read', 'clipboard-write']
    const page = await open(await checkoutOf(shop, VIDEO_CARD, 2), { token: ann.token, permissions })
    const checkout = await at(page, CHECKOUT)
    await sees(checkout, '无需运费')
    await seesNot(checkout, '添加收货地址')
    await tap(checkout, '余额支付')
    await tap(checkout, '提交订单')
    const paying = await at(page, PAYING)
    await paying.locator('.code-card__value').first().waitFor()
    await tap(paying, '查看卡券')

    const order = await at(page, ORDER)
    await sees(order, '卡券已送达')
    const [number, password] = await order.locator('.code-card__value').allInnerTexts()
    await order.getByRole('button', { name: '复制卡密' }).first().tap()
    await sees(order, '已复制')
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
    expect(await clipboard()).toBe(password)
    await tap(order, '全部复制')
    await expect.poll(clipboard).toContain(`${number} ${password}\n`)

    await page.goto(`${shop.origin}/packages/order/list/index`)
    const list = await at(page, '/packages/order/list')
    await tap(list, '查看卡券')
    await sees(await at(page, ORDER), password ?? '')
  })

  it('is a code, paid for at the cashier, that nobody else can look up', async () => {
    const ann = await newcomer(shop)
    const page = await open(await checkoutOf(shop, VIDEO_CARD), ann)
    await tap(await at(page, CHECKOUT), '提交订单')
    await page.getByRole('button', { name: '确认支付' }).tap()
    await tap(await at(page, PAYING), '查看卡券')
    const order = await at(page, ORDER)
    await order.locator('.code-card__value').first().waitFor()

    const { token } = await newcomer(shop)
    const other = await open(new URL(page.url()).pathname + new URL(page.url()).search, { token })
    await sees(await at(other, ORDER), '订单不存在')
  })

  it('is a top-up, which needs a number and a right one', async () => {
    const page = await open(await checkoutOf(shop, PHONE_TOPUP), await newcomer(shop))
    const checkout = await at(page, CHECKOUT)
    const problem = checkout.locator('.field__problem')
    await tap(checkout, '提交订单')
    await expect.poll(() => problem.innerText()).toBe('请填写手机号')
    await checkout.getByLabel('手机号').fill('12345')
    await tap(checkout, '提交订单')
    await expect.poll(() => problem.innerText()).toBe('手机号的格式不对')
    await checkout.getByLabel('手机号').fill('13800138000')
    expect(await problem.count()).toBe(0)
    await tap(checkout, '提交订单')
    await page.getByRole('button', { name: '确认支付' }).tap()
    const paying = await at(page, PAYING)
    await sees(paying, '充值已到账')
    await tap(paying, '查看订单')
    const order = await at(page, ORDER)
    await sees(order, '手机号 13800138000')
    await seesNot(order, '查看卡券')
  })
})
