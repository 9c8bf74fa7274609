/** Paying in WeChat's own browser: its sheet over the page, whatever the payer does with it. */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { RICE_BOWL } from '../support/demo-goods'
import { HANGZHOU } from '../support/goods'
import { dataOf, signIn } from '../support/people'
import { codeSentTo } from '../support/sms'
import { inBrowser } from './support/in-browser'
import { freshMobile } from './support/resident'
import { at, checkoutOf, ordersOf, sees, seesNot, tap, tokenOn } from './support/steps'
import { inWechatOf, WECHAT } from './support/wechat'

const CHECKOUT = '/packages/order/checkout'
const PAYING = '/packages/order/paying'
const ORDER = '/packages/order/detail'
/** WeChat's page lies on the way. */
const SOON = { timeout: 10_000 }

inBrowser('paying in WeChat', (open, shop) => {
  const addressOf = (token: string) => dataOf(shop.wxapi.addAddress({ token, ...HANGZHOU, isDefault: true }))

  /** Somebody known from the mini-program, at the checkout. */
  const shopper = async () => {
    const name = `wechat-${randomUUID().slice(0, 8)}`
    const person = await signIn(shop, name)
    await addressOf(person.token)
    const page = await open('', { userAgent: WECHAT })
    const wechat = await inWechatOf(page, shop, name)
    await page.goto(`${shop.origin}${await checkoutOf(shop, RICE_BOWL)}`)
    return { person, page, wechat }
  }
  const submit = async (page: Page) => {
    const checkout = await at(page, CHECKOUT)
    await seesNot(checkout, '支付宝')
    await tap(checkout, '提交订单')
  }

  it('the sheet pays, and the server says so', async () => {
    const { person, page } = await shopper()
    await submit(page)
    await sees(await at(page, PAYING), '支付成功')
    const [order] = await ordersOf(shop, person)
    expect(order).toMatchObject({ status: 1 })
    const [payment] = await dataOf(shop.wxapi.payLogs({ token: person.token }))
    expect(payment).toMatchObject({ payGate: 'wechatpay', status: 1 })
  })

  it('who closes the sheet keeps the order, is told at once, and pays it from there', async () => {
    const { person, page, wechat } = await shopper()
    wechat.payer = 'cancels'
    await submit(page)
    const paying = await at(page, PAYING)
    await sees(paying, '付款取消了，订单还给你留着')
    expect(await ordersOf(shop, person)).toMatchObject([{ status: 0 }])
    wechat.payer = 'pays'
    await tap(paying, '继续付款')
    await tap(paying.locator('.sheet__foot'), '付款')
    await sees(await at(page, PAYING), '支付成功')
    expect(await ordersOf(shop, person)).toMatchObject([{ status: 1 }])
  })

  it('a sheet that fails is no payment, and says how to go on', async () => {
    const { person, page, wechat } = await shopper()
    wechat.payer = 'fails'
    await submit(page)
    const paying = await at(page, PAYING)
    await sees(paying, '付款没有完成，可以再试一次，或者换个方式')
    await tap(paying, '查看订单')
    await sees(await at(page, ORDER), /\d\d:\d\d 后自动关闭/)
    expect(await ordersOf(shop, person)).toMatchObject([{ status: 0 }])
  })

  it('a sheet that says no while the money came is not believed', async () => {
    const { person, page, wechat } = await shopper()
    wechat.payer = 'cancels'
    await submit(page)
    const paying = await at(page, PAYING)
    await sees(paying, '付款取消了，订单还给你留着')
    const [order] = await ordersOf(shop, person)
    await shop.keeper('balance', String(person.uid), String(order?.amountReal), '测试')
    await dataOf(shop.wxapi.orderPay(person.token, String(order?.id)))
    await sees(paying, '支付成功')
  })

  it('who logged in by a number lets WeChat say who pays, comes back to the bill, and pays', async () => {
    const mobile = freshMobile()
    const code = await codeSentTo(shop, mobile)
    const { token } = await dataOf(shop.wxapi.loginMobileSmsCode({ mobile, code, autoReg: true }))
    await addressOf(token)
    const page = await open('', { userAgent: WECHAT, token })
    await inWechatOf(page, shop, `wechat-${randomUUID().slice(0, 8)}`)
    await page.goto(`${shop.origin}${await checkoutOf(shop, RICE_BOWL)}`)
    await submit(page)
    await sees(page, '微信已关联，可以付款了')
    const paying = await at(page, PAYING)
    await tap(paying, '继续付款')
    await tap(paying.locator('.sheet__foot'), '付款')
    await sees(await at(page, PAYING), '支付成功')
    const { base } = await dataOf(shop.wxapi.userDetail(await tokenOn(page)))
    expect(base.mobile).toBe(mobile)
  })

  it('a recharge is paid by the sheet, too', async () => {
    const name = `wechat-${randomUUID().slice(0, 8)}`
    await signIn(shop, name)
    const page = await open('', { userAgent: WECHAT })
    await inWechatOf(page, shop, name)
    await page.goto(`${shop.origin}/packages/user/recharge/index`)
    await tap(await at(page, '/packages/user/recharge'), '充值 ¥100，到账 ¥105.00')
    await sees(await at(page, '/packages/user/recharged'), '现在的余额是 ¥105.00')
  })

  it('a first order, from a stranger’s first look to a paid order', async () => {
    const page = await open('', { userAgent: WECHAT })
    await inWechatOf(page, shop, `wechat-${randomUUID().slice(0, 8)}`)
    await page.goto(`${shop.origin}${await checkoutOf(shop, RICE_BOWL)}`)
    const login = await at(page, '/packages/user/login')
    await login.getByRole('checkbox', { name: '同意用户协议和隐私政策' }).tap()
    await tap(login, '微信登录')
    await expect.poll(() => tokenOn(page).catch(() => ''), SOON).not.toBe('')
    await addressOf(await tokenOn(page))
    await page.reload()
    await submit(page)
    await sees(await at(page, PAYING), '支付成功')
  })
})
