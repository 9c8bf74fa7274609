/** From the first thing in the cart to a word about it, by somebody who was a guest when they began. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { dataOf } from '../../src/api/client'
import { goodsId, MUG, RICE_BOWL } from '../support/demo-goods'
import { fileFolder, picture } from '../support/pictures'
import { inBrowser } from './support/in-browser'
import { at, logIn, sees, seesNot, tap, tokenOn } from './support/steps'

const file = fileFolder()

inBrowser('a guest who buys something', (open, shop) => {
  it('logs in on the way, pays at the cashier, gets the parcel and says how it is', async () => {
    const page = await open(`/packages/goods/detail/index?id=${await goodsId(shop, MUG)}`)
    await putIntoCart(page)
    await logIn(page)
    await fillCheckout(page)
    await payAtCashier(page)

    const [placed] = (await dataOf(shop.wxapi.orderList({ token: await tokenOn(page) }))).orderList
    await shop.keeper('ship', placed?.orderNumber ?? '', '顺丰速运', 'SF1234567890')
    await receive(page)
    await review(page)
    const reviews = await open(`/packages/goods/reviews/index?id=${await goodsId(shop, MUG)}`)
    await sees(reviews, '把手再大一点就好了。')
  }, 40_000)

  it('is not asked twice, and finds on the next visit what they put into the cart', async () => {
    const page = await open('/pages/cart/index')
    const cart = await at(page, '/pages/cart')
    await tap(cart, '去登录')
    await logIn(page)
    await sees(await at(page, '/pages/cart'), '购物车还是空的')
    await page.goto(`${shop.origin}/packages/goods/detail/index?id=${await goodsId(shop, RICE_BOWL)}`)
    const detail = await at(page, '/packages/goods/detail')
    await tap(detail, '加入购物车')
    await sees(detail, '已加入购物车')
    await page.goto(`${shop.origin}/`)
    const home = await at(page, '/pages/home')
    await expect.poll(() => home.locator('.tab-bar__count').innerText()).toBe('1')
  })

  it('who thinks better of logging in is left in peace', async () => {
    const page = await open(`/packages/goods/detail/index?id=${await goodsId(shop, RICE_BOWL)}`)
    const detail = await at(page, '/packages/goods/detail')
    await tap(detail, '加入购物车')
    const login = await at(page, '/packages/user/login')
    await login.getByRole('button', { name: '返回' }).tap()
    await at(page, '/packages/goods/detail')
    await tap(detail, '收藏')
    await at(page, '/packages/user/login')
    await page.goBack()
    await at(page, '/packages/goods/detail')
    expect(await detail.locator('.words').innerText()).toBe('')
  })

  it('is told what is wrong with a number or a code', async () => {
    const page = await open('/packages/user/login/index')
    const login = await at(page, '/packages/user/login')
    const submit = login.getByRole('button', { name: '登录', exact: true })
    await login.getByLabel('手机号').fill('12345')
    await tap(login, '获取验证码')
    await sees(login, '请输入正确的手机号')
    await login.getByLabel('手机号').fill('13800000000')
    await submit.tap()
    await sees(login, '请输入短信里的验证码')
    await login.getByLabel('验证码').fill('000000')
    await login.getByRole('checkbox', { name: '同意用户协议和隐私政策' }).tap()
    await submit.tap()
    await sees(login, /验证码(错误|已失效)/)
    await at(page, '/packages/user/login')
  })
})

/** What was tapped as a guest is done after the login. */
async function putIntoCart(page: Page): Promise<void> {
  const detail = await at(page, '/packages/goods/detail')
  await tap(detail, '加入购物车')
  const sheet = detail.getByRole('dialog')
  await sheet.getByRole('radio', { name: '青芽' }).tap()
  await sheet.getByRole('button', { name: '增加一件' }).tap()
  await tap(sheet, '加入购物车')
}

async function fillCheckout(page: Page): Promise<void> {
  const detail = await at(page, '/packages/goods/detail')
  await sees(detail, '已加入购物车')
  await detail.locator('.bottom-bar').getByRole('link', { name: '购物车' }).tap()
  const cart = await at(page, '/pages/cart')
  await cart.locator('.cart__total').getByLabel('¥110.00').waitFor()
  await sees(cart, '青芽')
  await tap(cart, '结算 (2)')

  const checkout = await at(page, '/packages/order/checkout')
  await sees(checkout, '选择地址后计算')
  await tap(checkout, '提交订单')
  await sees(checkout, '请先选择收货地址')
  await tap(checkout, '添加收货地址')
  await tap(await at(page, '/packages/user/addresses/'), '新增地址')
  const form = await at(page, '/packages/user/address/')
  await form.getByLabel('收货人').fill('林小满')
  await form.getByLabel('手机号').fill('13800138000')
  await tap(form, '省、市、区、街道')
  for (const region of ['浙江省', '杭州市', '西湖区', '北山街道']) await tap(form.locator('.regions__list'), region)
  await sees(form, '浙江省 杭州市 西湖区 北山街道')
  await form.getByLabel('详细地址').fill('文三路 1 号')
  await form.getByRole('checkbox', { name: '设为默认地址' }).tap()
  await tap(form, '保存')
  await tap(await at(page, '/packages/user/addresses/'), '林小满')
}

async function payAtCashier(page: Page): Promise<void> {
  const checkout = await at(page, '/packages/order/checkout')
  await sees(checkout, '浙江省杭州市西湖区北山街道 文三路 1 号')
  await sees(checkout, '包邮')
  await tap(checkout, '提交订单')
  await page.waitForURL(/cashier/)
  await sees(page, '110.00')
  await page.getByRole('button', { name: '确认支付' }).tap()

  const paying = await at(page, '/packages/order/paying')
  await sees(paying, '支付成功')
  await paying.getByLabel('¥110.00').waitFor()
  await tap(paying, '查看订单')
  const order = await at(page, '/packages/order/detail')
  await sees(order, '等待发货')
}

async function receive(page: Page): Promise<void> {
  await page.reload()
  const order = await at(page, '/packages/order/detail')
  await sees(order, '运输中')
  await sees(order, 'SF1234567890')
  await tap(order, '确认收货')
  await sees(order, '确认已经收到货？')
  await tap(order.locator('.question__foot'), '确认收货')
  await sees(order, '已收货')
}

async function review(page: Page): Promise<void> {
  await tap(await at(page, '/packages/order/detail'), '去评价')
  const review = await at(page, '/packages/order/review')
  await review.getByRole('radio', { name: '4 星' }).tap()
  await review.getByLabel('评价').fill('把手再大一点就好了。')
  const chooser = page.waitForEvent('filechooser')
  await review.getByRole('button', { name: '添加图片' }).tap()
  await (await chooser).setFiles(file('mug.jpg', await picture('jpeg')))
  await review.getByRole('button', { name: '删除图片' }).waitFor()
  await tap(review, '发表评价')
  const order = await at(page, '/packages/order/detail')
  await sees(order, '交易完成')
  await seesNot(order, '去评价')
}
