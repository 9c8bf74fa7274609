/** After-sale in the mini-program: asked for with a picture, agreed to, sent back, seen in the list. */
import { describe, expect, it } from 'vitest'
import { demoShop } from '../support/demo-shop'
import { fileFolder, picture } from '../support/pictures'
import { waitingRefund } from '../support/waiting-refund'
import { type App, launch } from './runtime/launch'
import { haveAddress, openCheckout, ordersOf, RICE_BOWL, tokenOf } from './steps'

const shop = demoShop()
const file = fileFolder()

describe('after-sale', () => {
  it('is asked for, agreed to, and the goods are sent back', async () => {
    const app = await launch(shop, 'ann')
    const order = await receivedBowl(app)
    const detail = await app.open(`/packages/order/detail/index?id=${order.id}`)
    await detail.tap('申请售后')
    const request = app.page()
    expect(request.path).toBe('packages/order/refund/index')
    await request.tap('退货退款')
    await request.tap('原因')
    await request.find('.sheet').tap('收到时有破损')
    await request.input('补充说明', '碗沿缺了一块')
    app.phone.pictures = [file('bowl.jpg', await picture('jpeg'))]
    await request.tap('添加图片')
    expect(request.findAll('删除图片')).toHaveLength(1)
    await request.tap('提交申请')
    const progress = app.page()
    expect(progress.text()).toContain('等店家处理')

    const no = await waitingRefund(shop, order.orderNumber)
    await shop.keeper('refunds', 'agree', no, '--note', '请寄回，运费我们出')
    const list = await app.open('/packages/order/refunds/index')
    expect(list.text()).toContain('请寄回商品')
    await list.tap(RICE_BOWL)
    const agreed = app.page()
    expect(agreed.text()).toContain('请寄回，运费我们出')
    await agreed.tap('复制地址')
    expect(app.phone.clipboard).toContain('13800138111')
    await agreed.tap('填写寄回的运单')
    await agreed.input('快递公司', '顺丰速运')
    await agreed.input('运单号', 'SF556677')
    await agreed.tap('我已寄出')
    expect(app.page().text()).toContain('等店家收货')
  })

  it('is taken back before anything happened', async () => {
    const app = await launch(shop, 'ann')
    const order = await receivedBowl(app)
    const { wxapi } = shop
    await wxapi.refundApply({ token: tokenOf(app), orderId: order.id, type: 0, reason: '其他' })
    const progress = await app.open(`/packages/order/refund-detail/index?orderId=${order.id}`)
    await progress.tap('撤销申请')
    await progress.find('.question__foot').tap('撤销申请')
    expect(progress.text()).toContain('已撤销')
  })
})

async function receivedBowl(app: App) {
  await haveAddress(app)
  const checkout = await openCheckout(app, RICE_BOWL)
  await checkout.tap('提交订单')
  await app.page().sees('支付成功')
  const [order] = await ordersOf(app)
  if (!order) throw new Error('nothing was ordered')
  await shop.keeper('ship', order.orderNumber, '顺丰速运', 'SF1234567890')
  await shop.wxapi.orderDelivery(tokenOf(app), order.id)
  return order
}
