/** Money back, and goods back: asked for, agreed to, followed. */
import { expect, it } from 'vitest'
import { dataOf } from '../../src/api/client'
import { firstSku, goodsId, MUG, RICE_BOWL, TOTE } from '../support/demo-goods'
import type { DemoShop } from '../support/demo-shop'
import { HANGZHOU } from '../support/goods'
import type { Person } from '../support/people'
import { fileFolder, picture } from '../support/pictures'
import { waitingRefund } from '../support/waiting-refund'
import { inBrowser } from './support/in-browser'
import { at, newcomer, sees, seesNot, tap } from './support/steps'

const file = fileFolder()
const ORDER = '/packages/order/detail'
const REQUEST = '/packages/order/refund'
const PROGRESS = '/packages/order/refund-detail'

inBrowser('after-sale', (open, shop) => {
  it('gives money back for some lines of what was not sent, to the balance it came from', async () => {
    const ann = await newcomer(shop)
    const { id, orderNumber } = await bought(shop, ann, [RICE_BOWL, TOTE])
    const page = await open(`${ORDER}/index?id=${id}`, { token: ann.token })
    await tap(await at(page, ORDER), '申请售后')
    const request = await at(page, REQUEST)
    await sees(request, '还没有发货，同意后马上退款')
    await tap(request, '提交申请')
    await sees(request, '请选择')
    await request.getByRole('checkbox', { name: RICE_BOWL }).tap()
    await sees(request, '最多可退 ¥129.00')
    await tap(request, '原因')
    await tap(page, '不想要了')
    await request.getByLabel('退款金额').fill('200')
    await tap(request, '提交申请')
    await sees(request, '请填写不超过 ¥129.00 的金额')
    await request.getByLabel('退款金额').fill('129')
    await request.getByLabel('补充说明').fill('颜色重复了')
    await tap(request, '提交申请')

    const progress = await at(page, PROGRESS)
    await sees(progress, '等店家处理')
    await sees(progress, '颜色重复了')
    await shop.keeper('refunds', 'agree', await waitingRefund(shop, orderNumber), '--note', '好的，已退给你')
    await page.reload()
    const done = await at(page, PROGRESS)
    await sees(done, '已退款')
    await sees(done, '退回余额')
    await sees(done, '好的，已退给你')
    const { balance } = await dataOf(shop.wxapi.userAmount(ann.token))
    expect(balance).toBeGreaterThanOrEqual(129)
  })

  it('takes goods back by a parcel whose number the shopper tells, and can be withdrawn before', async () => {
    const ann = await newcomer(shop)
    const { id, orderNumber } = await bought(shop, ann, [MUG])
    await shop.keeper('ship', orderNumber, '顺丰速运', 'SF1000001')
    await dataOf(shop.wxapi.orderDelivery(ann.token, id))
    const page = await open(`${REQUEST}/index?orderId=${id}`, { token: ann.token })
    const request = await at(page, REQUEST)
    await tap(request, '退货退款')
    await tap(request, '原因')
    await tap(page, '收到时有破损')
    await tap(request, '提交申请')
    const first = await at(page, PROGRESS)
    await tap(first, '撤销申请')
    await page.getByRole('dialog').getByText('撤销申请', { exact: true }).tap()
    await tap(first, '再次申请')
    const again = await at(page, REQUEST)
    await tap(again, '退货退款')
    await tap(again, '原因')
    await tap(page, '质量有问题')
    const chooser = page.waitForEvent('filechooser')
    await again.getByRole('button', { name: '添加图片' }).tap()
    await (await chooser).setFiles(file('scratched.jpg', await picture('jpeg')))
    await again.getByRole('button', { name: '删除图片' }).waitFor()
    await tap(again, '提交申请')
    const asked = await at(page, PROGRESS)
    await sees(asked, '等店家处理')
    const evidence = asked.locator('img[src*="/files/"]').last()
    await expect.poll(() => evidence.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)

    const no = await waitingRefund(shop, orderNumber)
    await shop.keeper('refunds', 'agree', no)
    await page.goto(`${shop.origin}/packages/order/refunds/index`)
    await tap(await at(page, '/packages/order/refunds'), '请寄回商品')
    const progress = await at(page, PROGRESS)
    await sees(progress, '小铺售后 13800138111')
    await tap(progress, '填写寄回的运单')
    await page.getByLabel('快递公司').fill('中通快递')
    await page.getByLabel('运单号').fill('中通')
    await tap(page, '我已寄出')
    await sees(page, '运单号格式不对')
    await page.getByLabel('运单号').fill('ZT7788990011')
    await tap(page, '我已寄出')
    await sees(progress, '等店家收货')
    await sees(progress, 'ZT7788990011')
    await shop.keeper('refunds', 'received', no)
    await page.reload()
    await sees(await at(page, PROGRESS), '已退款')
  })

  it('is not offered for what nobody can give back', async () => {
    const ann = await newcomer(shop)
    const id = await goodsId(shop, MUG)
    const sku = await firstSku(shop, id)
    const goodsJsonStr = [{ goodsId: id, number: 1, ...(sku && { propertyChildIds: sku }) }]
    const order = await dataOf(shop.wxapi.orderCreate({ token: ann.token, goodsJsonStr, ...HANGZHOU }))
    const page = await open(`${ORDER}/index?id=${order.id}`, { token: ann.token })
    const detail = await at(page, ORDER)
    await sees(detail, '等待付款')
    await seesNot(detail, '申请售后')
    await page.goto(`${shop.origin}${REQUEST}/index?orderId=${order.id}`)
    await sees(await at(page, REQUEST), '现在没有可以申请售后的商品')
    await page.goto(`${shop.origin}/packages/order/refunds/index`)
    await sees(await at(page, '/packages/order/refunds'), '希望一直用不上这里')
  })
})

/** An order paid from the balance. */
async function bought(shop: DemoShop, { token, uid }: Person, names: readonly string[]) {
  await shop.keeper('balance', String(uid), '500', '测试')
  const goodsJsonStr = await Promise.all(
    names.map(async name => {
      const id = await goodsId(shop, name)
      const sku = await firstSku(shop, id)
      return { goodsId: id, number: 1, ...(sku && { propertyChildIds: sku }) }
    }),
  )
  const { id = 0, orderNumber = '' } = await dataOf(shop.wxapi.orderCreate({ token, goodsJsonStr, ...HANGZHOU }))
  await dataOf(shop.wxapi.orderPay(token, String(id)))
  return { id, orderNumber }
}
