/** Goods that are fetched: a branch is chosen, its code is shown at the counter. */
import { expect, it } from 'vitest'
import { dataOf } from '../../src/api/client'
import { RICE_BOWL, VIDEO_CARD } from '../support/demo-goods'
import { inBrowser } from './support/in-browser'
import { at, checkoutOf, newcomer, ordersOf, sees, seesNot, tap } from './support/steps'

const CHECKOUT = '/packages/order/checkout'
const ORDER = '/packages/order/detail'

inBrowser('what is fetched', (open, shop) => {
  it('costs no freight, is handed out by its code, and is reviewed afterwards', async () => {
    const ann = await newcomer(shop)
    await shop.keeper('balance', String(ann.uid), '200', '测试')
    const page = await open(await checkoutOf(shop, RICE_BOWL), { token: ann.token })
    const checkout = await at(page, CHECKOUT)
    await tap(checkout, '到店自取')
    await sees(checkout, '无需运费')
    await checkout.getByLabel('选择自取门店').first().tap()
    await page.getByRole('radio', { name: '小铺 河坊街店' }).tap()
    await sees(checkout, '浙江省杭州市上城区河坊街 180 号')
    await checkout.getByLabel('取货人').fill('')
    await tap(checkout, '余额支付')
    await tap(checkout, '提交订单')
    await sees(page, '请填写取货人和手机号')
    await checkout.getByLabel('取货人').fill('周周')
    await tap(checkout, '提交订单')
    const paid = await at(page, '/packages/order/paying')
    await paid.getByRole('img', { name: '取货码' }).waitFor()
    await sees(paid, '为你挑的')
    await tap(paid, '查看订单')

    const order = await at(page, ORDER)
    await sees(order, '等待取货')
    await sees(order, '小铺 河坊街店')
    await sees(order, /^周周/)
    await order.getByRole('img', { name: '取货码' }).waitFor()
    const [placed] = await ordersOf(shop, ann)
    const code = placed?.hxNumber ?? ''
    await sees(order, code.replace(/(\d{4})(?=\d)/g, '$1 '))
    await shop.keeper('verify', code)
    await page.reload()
    const done = await at(page, ORDER)
    await sees(done, '已收货')
    expect(await done.getByRole('img', { name: '取货码' }).count()).toBe(0)
    expect((await dataOf(shop.wxapi.orderDetail(ann.token, placed?.id))).shopInfoZt?.name).toBe('小铺 河坊街店')
  })

  it('is not offered for what nobody sends', async () => {
    const ann = await newcomer(shop)
    const page = await open(await checkoutOf(shop, VIDEO_CARD), { token: ann.token })
    const checkout = await at(page, CHECKOUT)
    await sees(checkout, '无需运费')
    await seesNot(checkout, '到店自取')
  })
})
