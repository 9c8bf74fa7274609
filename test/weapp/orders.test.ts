/** What becomes of an order: shipped, received, reviewed; codes delivered; accounts topped up. */
import { describe, expect, it } from 'vitest'
import { demoShop } from '../support/demo-shop'
import { dataOf } from '../support/people'
import { fileFolder, picture } from '../support/pictures'
import { type App, launch } from './runtime/launch'
import {
  BACKPACK,
  goodsId,
  haveAddress,
  openCheckout,
  openGoods,
  ordersOf,
  PHONE_TOPUP,
  RICE_BOWL,
  TEA,
  tokenOf,
  VIDEO_CARD,
} from './steps'

const shop = demoShop()
const file = fileFolder()

describe('a parcel', () => {
  it('is on its way, is received and is reviewed with a picture', async () => {
    const app = await launch(shop, 'ann')
    await haveAddress(app)
    await buy(app, RICE_BOWL)
    const list = await openOrders(app, 'toShip')
    expect(list.findAll('.order-card')).toHaveLength(1)
    expect(list.text()).toContain('等待发货')

    const [order] = await ordersOf(app)
    await shop.keeper('ship', order?.orderNumber ?? '', '顺丰速运', 'SF1234567890')
    await list.find('.tabs').tap('待收货')
    expect(list.find('.tabs').text(), 'how many wait there').toContain('待收货1')
    expect(list.text()).toContain('运输中')
    await list.tap(RICE_BOWL)
    const detail = app.page()
    expect(detail.find('.progress__step--now').text()).toBe('发货')
    expect(detail.text()).toMatch(/\d+ 天 \d+ 小时 后自动确认收货/)
    expect(detail.text()).toContain('顺丰速运\nSF1234567890')
    await shop.keeper('traces', 'SF1234567890', '2026-01-01 08:00', '【杭州】已揽收')
    await detail.pullDown()
    expect(detail.find('.timeline').text()).toContain('【杭州】已揽收')
    await detail.tap('复制 SF1234567890')
    expect(app.phone.clipboard).toBe('SF1234567890')

    await detail.tap('确认收货')
    expect(detail.text()).toContain('确认已经收到货？')
    await detail.find('.question__foot').tap('确认收货')
    expect(detail.text()).toContain('已收货')
    expect((await app.back()).text(), 'the list knows it already').toContain('这里还没有订单')

    await app.page().find('.tabs').tap('待评价')
    await app.page().tap('去评价')
    const review = app.page()
    await review.tap('4 星')
    await review.input('评价', '碗沿有一点点毛，别的都好。')
    app.phone.pictures = [file('bowl.jpg', await picture('jpeg'))]
    await review.tap('添加图片')
    expect(review.findAll('删除图片')).toHaveLength(1)
    await review.tap('发表评价')
    expect(app.page().text(), 'nothing is left to review').toContain('这里还没有订单')

    const reviews = await app.open(`/packages/goods/reviews/index?id=${await goodsId(shop, RICE_BOWL)}`)
    expect(reviews.text()).toContain('碗沿有一点点毛')
  })

  it('counts on the page of the shopper what waits for what', async () => {
    const app = await launch(shop, 'ann')
    await haveAddress(app)
    await buy(app, TEA, '100 克 · 20 片')
    const me = await app.open('/pages/me/index')
    expect(me.find('待发货').closest('me__state').text()).toContain('1')
    await me.tap('待发货')
    expect(app.page().findAll('.order-card')).toHaveLength(1)
  })
})

describe('an order that is over', () => {
  it('is found by its words and bought again', async () => {
    const app = await launch(shop, 'ann')
    await haveAddress(app)
    for (const name of [RICE_BOWL, BACKPACK]) await buy(app, name)
    const list = await openOrders(app, 'all')
    await list.input('搜商品名或订单编号', '饭碗')
    await expect.poll(() => list.findAll('.order-card').length, { timeout: 8000 }).toBe(1)
    expect(list.find('.order-card').text()).toContain(RICE_BOWL)

    const [backpack, bowl] = await ordersOf(app)
    for (const order of [backpack, bowl]) {
      await shop.keeper('ship', order?.orderNumber ?? '', '顺丰速运', `SF${order?.id}`)
      await dataOf(shop.wxapi.orderDelivery(tokenOf(app), order?.id ?? 0))
    }
    const detail = await app.open(`/packages/order/detail/index?id=${bowl?.id}`)
    await detail.tap('再来一单')
    const cart = app.page()
    expect(cart.path).toBe('pages/cart/index')
    expect(cart.findAll('.cart-line__name').map(name => name.text())).toEqual([RICE_BOWL])
  })
})

describe('what is not shipped', () => {
  it('is a code that the shopper sees and copies, on the order and nowhere else', async () => {
    const app = await launch(shop, 'ann')
    const checkout = await openCheckout(app, VIDEO_CARD)
    expect(checkout.text()).toContain('无需运费')
    expect(checkout.text(), 'no address is asked').not.toContain('添加收货地址')
    await checkout.tap('提交订单')
    await app.page().sees('查看卡券')
    await app.page().tap('查看卡券')

    const order = app.page()
    expect(order.text()).toContain('卡券已送达')
    expect(order.text()).toContain('仅你可见，请妥善保管')
    const [code] = order.findAll('.code-card__value').slice(-1)
    await order.find('.code-card').findAll('.code-card__copy').at(-1)?.tap()
    expect(app.phone.clipboard).toBe(code?.text())
    expect(app.phone.clipboard).toMatch(/\S{6,}/)
    expect((await openOrders(app)).text()).not.toContain(app.phone.clipboard)
  })

  it('is a top-up that needs a number, and a right one', async () => {
    const app = await launch(shop, 'ann')
    const checkout = await openCheckout(app, PHONE_TOPUP)
    await checkout.tap('提交订单')
    expect(checkout.text()).toContain('请填写手机号')
    await checkout.input('手机号', '12345')
    expect(checkout.text()).toContain('手机号的格式不对')
    await checkout.input('手机号', '13800138000')
    expect(checkout.text()).not.toContain('手机号的格式不对')
    await checkout.tap('提交订单')
    await app.page().sees('充值已到账')
    await app.page().tap('查看订单')
    expect(app.page().text()).toContain('手机号 13800138000')
    expect(app.page().text()).not.toContain('查看卡券')
  })
})

async function buy(app: App, name: string, choice?: string): Promise<void> {
  const detail = await openGoods(app, name)
  await detail.find('.bottom-bar').tap('立即购买')
  if (choice) await detail.find('.sheet').tap(choice)
  await detail.find('.sheet__foot').tap('立即购买')
  await app.page().tap('提交订单')
  await app.page().sees('支付成功')
}

const openOrders = (app: App, tab = 'all') => app.open(`/packages/order/list/index?tab=${tab}`)
