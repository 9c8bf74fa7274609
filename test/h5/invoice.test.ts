/** Invoices: asked for with a title that is remembered, and shown when they are issued. */
import { it } from 'vitest'
import { dataOf } from '../../src/api/client'
import { goodsId, RICE_BOWL } from '../support/demo-goods'
import type { DemoShop } from '../support/demo-shop'
import { HANGZHOU } from '../support/goods'
import type { Person } from '../support/people'
import { inBrowser } from './support/in-browser'
import { at, newcomer, sees, tap } from './support/steps'

const ORDER = '/packages/order/detail'
const INVOICE = '/packages/order/invoice'

inBrowser('an invoice', (open, shop) => {
  it('is asked for from the order, looked at for mistakes, remembered, and issued', async () => {
    const ann = await newcomer(shop)
    const [first, second] = [await paid(shop, ann), await paid(shop, ann)]
    const page = await open(`${ORDER}/index?id=${first}`, { token: ann.token })
    await tap(await at(page, ORDER), '发票')
    const form = await at(page, INVOICE)
    await form.getByRole('radio', { name: '企业' }).tap()
    await form.getByLabel('发票抬头').fill('杭州小铺商贸有限公司')
    await form.getByLabel('税号').fill('9144030071526726XH')
    await form.getByLabel('接收邮箱').fill('lin@example.com')
    await tap(form, '提交申请')
    await sees(form, '税号不对，请核对')
    await form.getByLabel('税号').fill('9144030071526726xg')
    await tap(form, '提交申请')
    await sees(form, '等店家开票')
    await sees(form, '9144030071526726XG')

    const { result } = await dataOf(shop.wxapi.invoiceList({ token: ann.token }))
    await shop.keeper('invoices', 'issue', String(result[0]?.id), 'https://example.com/a.pdf')
    await page.goto(`${shop.origin}/packages/order/invoices/index`)
    const list = await at(page, '/packages/order/invoices')
    await sees(list, '已开票')
    await sees(list, '复制发票链接')
    await page.goto(`${shop.origin}${INVOICE}/index?orderId=${second}`)
    const again = await at(page, INVOICE)
    await again.getByLabel('税号').waitFor()
    await tap(again, '提交申请')
    await sees(again, '等店家开票')
  })
})

async function paid(shop: DemoShop, { token, uid }: Person): Promise<number> {
  await shop.keeper('balance', String(uid), '200', '测试')
  const goodsJsonStr = [{ goodsId: await goodsId(shop, RICE_BOWL), number: 1 }]
  const { id = 0 } = await dataOf(shop.wxapi.orderCreate({ token, goodsJsonStr, ...HANGZHOU }))
  await dataOf(shop.wxapi.orderPay(token, String(id)))
  return id
}
