/** What an order costs and why, and what stands in its way, before it is placed. */
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { dataOf } from '../../src/api/client'
import { MUG, putIntoCart, RICE_BOWL } from '../support/demo-goods'
import { HANGZHOU } from '../support/goods'
import { signIn } from '../support/people'
import { inBrowser } from './support/in-browser'
import { at, checkoutOf, newcomer, sees, seesNot, tap } from './support/steps'

const CHECKOUT = '/packages/order/checkout'
/** Sent to nearly everywhere. */
const ORANGES = '赣南脐橙 现摘现发'
const LHASA = { provinceId: '540000000000', cityId: '540100000000', districtId: '540102000000', address: '八廓街 1 号' }

inBrowser('a shopper who wants to know', (open, shop) => {
  it('finds every part of the price, by which template it is sent, and what is left of the balance', async () => {
    const { token, uid } = await newcomer(shop)
    await shop.keeper('balance', String(uid), '300', '测试')
    for (const name of [MUG, RICE_BOWL]) await putIntoCart(shop, token, name)
    const page = await open(`${CHECKOUT}/index`, { token })
    const checkout = await at(page, CHECKOUT)
    const total = (await checkout.locator('.sum-row--total .sum-row__value').innerText()).replace('¥', '')
    await checkout.getByRole('button', { name: / · 明细$/ }).tap()
    const sheet = page.getByRole('dialog', { name: '价格明细' })
    await sees(sheet, '普通快递，满 99 元包邮')
    await sees(sheet, '大件，按重量')
    const amounts = await sheet.locator('.sum-row:not(.sum-row--total) .sum-row__value').allInnerTexts()
    const [paid, ...parts] = amounts.map(text => Number(text.replace('¥', '').replace('−', '-'))).reverse()
    expect(parts).toHaveLength(3)
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(Number(total), 5)
    expect(paid).toBe(Number(total))
    await sees(sheet, '微信支付')
    await sheet.getByLabel('关闭').tap()

    await tap(checkout, '余额支付')
    await checkout.getByRole('button', { name: / · 明细$/ }).tap()
    await sees(sheet, `付完还剩 ¥${(300 - Number(total)).toFixed(2)}`)
  })

  it('can read what they agree to', async () => {
    const page = await open(await checkoutOf(shop, RICE_BOWL), await newcomer(shop))
    await tap(await at(page, CHECKOUT), '《用户协议》')
    await at(page, '/packages/user/page')
  })

  it('takes another address when nothing is sent to this one', async () => {
    const { token } = await signIn(shop, `far-${randomUUID()}`)
    const person = { linkMan: '卓玛', mobile: '13800138000' }
    await dataOf(shop.wxapi.addAddress({ token, ...HANGZHOU }))
    await dataOf(shop.wxapi.addAddress({ token, ...person, ...LHASA, isDefault: true }))
    await putIntoCart(shop, token, ORANGES)
    const page = await open(`${CHECKOUT}/index`, { token })
    const checkout = await at(page, CHECKOUT)
    await sees(checkout, '所在地区暂不支持配送')
    await seesNot(checkout, '提交订单')
    await tap(checkout, '换个地址')
    await tap(await at(page, '/packages/user/addresses'), HANGZHOU.linkMan)
    await sees(checkout, '提交订单')
    expect(await checkout.getByRole('button', { name: '提交订单' }).isEnabled()).toBe(true)

    await checkout.locator('.checkout__address').first().tap()
    await tap(await at(page, '/packages/user/addresses'), person.linkMan)
    await sees(checkout, '所在地区暂不支持配送')
    await seesNot(checkout, '提交订单')
  })
})
