/** Paying in other browsers: a choice of cashiers, the way back from them, and money that came too late. */
import { expect, it } from 'vitest'
import { RICE_BOWL } from '../support/demo-goods'
import { createGoods } from '../support/goods'
import { notify } from '../support/notification'
import { place } from '../support/orders'
import { dataOf, type Person, signIn } from '../support/people'
import { set } from '../support/settings'
import { createShop } from '../support/shop'
import { inBrowser } from './support/in-browser'
import { at, checkoutOf, newcomer, ordersOf, sees, tap } from './support/steps'

const CHECKOUT = '/packages/order/checkout'
const PAYING = '/packages/order/paying'
const ORDER = '/packages/order/detail'

inBrowser('a shopper in any browser', (open, shop) => {
  it('chooses Alipay at the checkout, pays there, and the server says so', async () => {
    const ann = await newcomer(shop)
    const page = await open(await checkoutOf(shop, RICE_BOWL), ann)
    const checkout = await at(page, CHECKOUT)
    await checkout.getByRole('radio', { name: '支付宝' }).tap()
    await tap(checkout, '提交订单')
    await sees(page, '支付宝')
    await page.getByRole('button', { name: '确认支付' }).tap()
    await sees(await at(page, PAYING), '支付成功')
    const [payment] = await dataOf(shop.wxapi.payLogs({ token: ann.token }))
    expect(payment).toMatchObject({ payGate: 'alipay', status: 1, outcome: 'done' })
  })

  it('turns back at Alipay, and pays by WeChat instead, from the order', async () => {
    const ann = await newcomer(shop)
    const page = await open(await checkoutOf(shop, RICE_BOWL), ann)
    const checkout = await at(page, CHECKOUT)
    await checkout.getByRole('radio', { name: '支付宝' }).tap()
    await tap(checkout, '提交订单')
    await page.getByRole('button', { name: '取消' }).tap()
    await tap(await at(page, PAYING), '查看订单')
    const order = await at(page, ORDER)
    await order.getByRole('button', { name: '付款', exact: true }).tap()
    const foot = order.locator('.sheet__foot')
    await foot.waitFor()
    await order.getByRole('radio', { name: '微信支付' }).tap()
    await tap(foot, '付款')
    await sees(page, '微信支付')
    await page.getByRole('button', { name: '确认支付' }).tap()
    await sees(await at(page, PAYING), '支付成功')
    expect(await ordersOf(shop, ann)).toMatchObject([{ status: 1 }])
  })

  it('goes back from the cashier by the browser, pays in another program, and the page looks again', async () => {
    const ann = await newcomer(shop)
    const page = await open(await checkoutOf(shop, RICE_BOWL), ann)
    await tap(await at(page, CHECKOUT), '提交订单')
    await page.getByRole('button', { name: '确认支付' }).waitFor()
    const cashier = page.url()
    await page.goBack()
    const paying = await at(page, PAYING)
    await paying.getByText('还没有收到付款').waitFor({ timeout: 40_000 })
    const other = await page.context().newPage()
    await other.goto(cashier)
    await other.getByRole('button', { name: '确认支付' }).tap()
    await sees(await at(other, PAYING), '支付成功')
    await other.close()
    // What a phone's browser says when it comes to the front; by itself the page asks no more.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await sees(paying, '支付成功')
  }, 90_000)

  it('fills the balance by Alipay', async () => {
    const page = await open('/packages/user/recharge/index', await newcomer(shop))
    const recharge = await at(page, '/packages/user/recharge')
    await recharge.getByRole('radio', { name: '支付宝' }).tap()
    await tap(recharge, '充值 ¥100，到账 ¥105.00')
    await page.getByRole('button', { name: '确认支付' }).tap()
    await sees(await at(page, '/packages/user/recharged'), '现在的余额是 ¥105.00')
  })
})

const own = await createShop()
const goodsId = await createGoods(own, { stock: 99 })

inBrowser('money for an order that is closed meanwhile', open => {
  /** The page that the cashier leads back to, after the shop had closed the order and the money came all the same. */
  async function paidTooLate(who: Person): Promise<string> {
    const { wxapi } = own
    const order = await place(own, who, goodsId)
    const nextAction = { type: 0, id: String(order.id) }
    const { outTradeId } = await dataOf(wxapi.wxpayH5({ token: who.token, money: 10, nextAction }))
    await dataOf(wxapi.orderClose(who.token, order.id))
    expect((await notify(own, { outTradeNo: outTradeId, amountFen: 1000 })).status).toBe(204)
    return `/packages/order/paying/index?id=${order.id}&outTradeId=${outTradeId}`
  }

  it('is in the balance, and the page says so and leads there', async () => {
    const who = await signIn(own, 'late-balance')
    const page = await open(await paidTooLate(who), { token: who.token, origin: own.origin })
    const orderId = new URL(page.url()).searchParams.get('id')
    const paying = await at(page, PAYING)
    await sees(paying, '订单已关闭')
    await sees(paying, '这笔钱到得晚了，已放进你的余额')
    await tap(paying, '查看余额')
    await sees(await at(page, '/packages/user/cash-log'), '+¥10.00')
    await page.goto(`${own.origin}${ORDER}/index?id=${orderId}`)
    const order = await at(page, ORDER)
    await sees(order, '¥10.00 到得晚了，没用在这一单上，已放进你的余额')
    await tap(order, '查看余额')
    await sees(await at(page, '/packages/user/cash-log'), '+¥10.00')
  })

  it('goes back where the shop has it so, and the page says so', async () => {
    await set(own, 'late_payment', 'refund')
    const who = await signIn(own, 'late-refund')
    const page = await open(await paidTooLate(who), { token: who.token, origin: own.origin })
    await sees(await at(page, PAYING), /^这笔钱到得晚了，(正在|已)原路退回$/)
  })
})
