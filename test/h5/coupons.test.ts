/** Coupons in a browser: fetched where goods are shown, used at the checkout, given to a friend, redeemed from a card. */
import { expect, it } from 'vitest'
import { dataOf } from '../../src/api/client'
import { goodsId, RICE_BOWL } from '../support/demo-goods'
import { inBrowser } from './support/in-browser'
import { at, detailOf, newcomer, ordersOf, sees, tap } from './support/steps'

const CENTRE = '/packages/coupon/centre'
const MINE = '/packages/coupon/mine'
const CHECKOUT = '/packages/order/checkout'

inBrowser('coupons', (open, shop) => {
  it('are fetched on the page of a product, and the best is proposed at the checkout; another can be chosen, or none', async () => {
    const ann = await newcomer(shop)
    const page = await open(await detailOf(shop, RICE_BOWL), { token: ann.token })
    const detail = await at(page, '/packages/goods/detail')
    await detail.locator('.coupon-chips').tap()
    const ticket = (name: string) => page.locator('.sheet .ticket').filter({ hasText: name })
    for (const name of ['新客立减', '三元小券', '满 199 减 20']) {
      await ticket(name).getByRole('button', { name: '领取' }).tap()
      await sees(page, '领到了')
      await ticket(name)
        .getByText(/已领取|再领一张/)
        .waitFor()
    }
    const id = await goodsId(shop, RICE_BOWL)
    await page.goto(`${shop.origin}${CHECKOUT}/index?goodsId=${id}&number=1`)
    const checkout = await at(page, CHECKOUT)
    const offered = await dataOf(
      shop.wxapi.orderCreate({ token: ann.token, calculate: true, goodsJsonStr: [{ goodsId: id, number: 1 }] }),
    )
    const [best] = offered.couponUserList
    await checkout.getByRole('button', { name: /^优惠券/ }).tap()
    const first = page.locator('.checkout__coupon').first()
    expect(await first.getAttribute('aria-label')).toContain(best?.name ?? '?')
    await page.getByRole('radio', { name: '不使用优惠券' }).tap()
    await sees(checkout, `${offered.couponUserList.length} 张可用`)
    await checkout.getByRole('button', { name: /^优惠券/ }).tap()
    await page.getByRole('radio', { name: /三元小券/ }).tap()
    await sees(checkout, '−¥3.00')
    await checkout.getByRole('button', { name: /^优惠券/ }).tap()
    const unfit = page.locator('.checkout__unfit .ticket').filter({ hasText: '满 199 减 20' })
    await sees(unfit, `还差 ¥${(199 - offered.amountTotle).toFixed(2)}`)
    await page.getByRole('radio', { name: /三元小券/ }).tap()
    await tap(checkout, '提交订单')
    await page.getByRole('button', { name: '确认支付' }).tap()
    await sees(page, '支付成功')
    const [order] = await ordersOf(shop, ann)
    expect((await dataOf(shop.wxapi.orderDetail(ann.token, order?.id ?? 0))).priceParts).toContainEqual({
      type: 'coupon',
      amount: -3,
      about: '三元小券',
    })
    await page.goto(`${shop.origin}${MINE}/index`)
    await tap(await at(page, MINE), '已使用 1')
    await sees(await at(page, MINE), '三元小券')
  })

  it('stand in the centre with what they ask, and among one’s own once they are fetched', async () => {
    const ann = await newcomer(shop)
    const page = await open(`${CENTRE}/index`, { token: ann.token })
    const centre = await at(page, CENTRE)
    const ticket = (name: string) => centre.locator('.ticket').filter({ hasText: name })
    await ticket('口令红包').getByRole('button', { name: '领取' }).tap()
    await page.getByRole('textbox', { name: '领取口令' }).fill('小铺开门')
    await page.getByRole('button', { name: '确定' }).tap()
    await sees(page, '领到了')
    await sees(ticket('口令红包'), '已领取')
    await ticket('积分换五元').getByRole('button').tap()
    await page.getByRole('button', { name: '确定' }).tap()
    await sees(page, /你有 \d+ 积分/)
    await page.goto(`${shop.origin}${MINE}/index`)
    const mine = await at(page, MINE)
    await sees(mine, '可使用 1')
    await sees(mine, '口令红包')
  })

  it('are given to a friend, who takes them with one tap, once', async () => {
    const [ann, bob] = [await newcomer(shop), await newcomer(shop)]
    const [rule] = (await dataOf(shop.wxapi.coupons())).filter(({ name }) => name === '三元小券')
    const coupon = await dataOf(shop.wxapi.fetchCoupons({ token: ann.token, id: rule?.id ?? 0 }))
    const { shareToken } = await dataOf(shop.wxapi.couponsShareOpen(ann.token, coupon?.id ?? 0))
    const page = await open(`${MINE}/index`, { token: ann.token })
    await sees(await at(page, MINE), '等朋友领取')
    const friends = await open(`/packages/coupon/gift/index?id=${coupon?.id}&shareToken=${shareToken}`, {
      token: bob.token,
    })
    await tap(await at(friends, '/packages/coupon/gift'), '收下')
    await sees(friends, '收好了')
    expect(await dataOf(shop.wxapi.myCoupons({ token: bob.token }))).toMatchObject([{ id: coupon?.id }])
    await friends.reload()
    await tap(await at(friends, '/packages/coupon/gift'), '收下')
    await sees(friends, /已被领走|自己的/)
  })

  it('come from the number of a card', async () => {
    const ann = await newcomer(shop)
    const page = await open('/packages/coupon/exchange/index', { token: ann.token })
    const form = await at(page, '/packages/coupon/exchange')
    await form.getByLabel('卡号').fill('XIAOPU2026')
    await form.getByLabel('密码').fill('wrong')
    await tap(form, '兑换')
    await sees(page, /不正确|兑换过/)
  })
})
