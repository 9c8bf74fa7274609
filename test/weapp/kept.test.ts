/** Goods that stay: what was bought, looked at and liked. */
import { describe, expect, it } from 'vitest'
import { demoShop } from '../support/demo-shop'
import { codeOf, dataOf } from '../support/people'
import { launch } from './runtime/launch'
import { giveBalance, goodsId, haveAddress, MUG, openCheckout, openGoods, ordersOf, RICE_BOWL, tokenOf } from './steps'

const shop = demoShop()

const reviewsOf = async (name: string) => dataOf(shop.wxapi.goodsReputation({ goodsId: await goodsId(shop, name) }))

describe('what was bought', () => {
  it('is listed, reviewed, bought again, and forgotten on request', async () => {
    const app = await launch(shop, 'ann')
    await haveAddress(app)
    await giveBalance(app, 500)
    const checkout = await openCheckout(app, RICE_BOWL)
    await checkout.tap('余额支付')
    await checkout.tap('提交订单')
    await app.page().sees('支付成功')
    const [order] = await ordersOf(app)
    await shop.keeper('ship', String(order?.orderNumber), '顺丰速运', 'SF1234567890')
    await dataOf(shop.wxapi.orderDelivery(tokenOf(app), Number(order?.id)))

    const review = await app.open(`/packages/order/review/index?id=${order?.id}`)
    await review.tap('4 星')
    expect(review.text()).toContain('满意')
    await review.input('评价', '拿着顺手，釉面也匀')
    await review.tap('发表评价')
    expect(JSON.stringify(await reviewsOf(RICE_BOWL))).toContain('拿着顺手，釉面也匀')

    const bought = await app.open('/packages/goods/bought/index')
    expect(bought.text()).toContain('买过 1 件')
    await bought.tap('再买')
    expect(app.page().path).toBe('packages/goods/detail/index')
    const again = await app.back()
    await again.tap('管理')
    await again.tap('全选')
    await again.find('.bottom-bar').tap('删除 (1)')
    await again.find('.question__foot').tap('删除')
    await again.sees('还没有买过')
    expect(await codeOf(shop.wxapi.myBuyGoodsHis({ token: tokenOf(app) }))).toBe(700)
  })
})

describe('what was looked at', () => {
  it('stays on the phone, the latest first', async () => {
    const app = await launch(shop, 'ann')
    await openGoods(app, MUG)
    await openGoods(app, RICE_BOWL)
    const footprints = await app.open('/packages/goods/footprints/index')
    const words = footprints.text()
    expect(words.indexOf(RICE_BOWL)).toBeGreaterThan(-1)
    expect(words.indexOf(MUG)).toBeGreaterThan(words.indexOf(RICE_BOWL))
  })
})
