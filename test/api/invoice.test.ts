import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { decideInvoice, INVOICE } from '../../server/domains/invoice/store'
import { createGoods } from '../support/goods'
import { place } from '../support/orders'
import { codeOf, dataOf, giveBalance, refusalOf, signIn } from '../support/people'
import { agree, ask } from '../support/refunds'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const [ann, ben] = [await signIn(shop, 'ann'), await signIn(shop, 'ben')]
const company = { comName: '杭州小铺商贸有限公司', tfn: '91330106MA2B0XXXX8', email: 'a@example.com' }

async function bought(number = 1) {
  const order = await place(shop, ann, [{ goodsId: await createGoods(shop, { afterSale: '0' }), number }])
  await giveBalance(shop, ann, number * 1000)
  await dataOf(wxapi.orderPay(ann.token, String(order.id)))
  return order.id
}

describe('invoiceApply', () => {
  it('asks for what was paid for an order, once', async () => {
    const orderId = await bought()
    const apply = (more = {}) => wxapi.invoiceApply({ token: ann.token, ...company, orderId, ...more })
    expect(await refusalOf(apply({ amount: 10.01 }))).toEqual({
      code: errors.invoiceTooMuch[0],
      msg: '最多可开 10.00 元',
    })
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(apply())))
    expect(codes.sort()).toEqual([0, errors.invoiceExists[0], errors.invoiceExists[0]])
    const { result } = await dataOf(wxapi.invoiceList({ token: ann.token, orderId }))
    expect(result).toMatchObject([{ ...company, orderId, amount: 10, status: 0, statusStr: '待处理', file: '' }])
    expect(await dataOf(wxapi.invoiceDetail(ann.token, result[0]?.id ?? 0))).toEqual(result[0])
    expect(await codeOf(wxapi.invoiceDetail(ben.token, result[0]?.id ?? 0))).toBe(errors.noData[0])
  })

  it('is for the buyer of an order that is paid and not given back', async () => {
    const unpaid = await place(shop, ann, await createGoods(shop))
    const orderId = await bought()
    const apply = (token: string, id: number) => codeOf(wxapi.invoiceApply({ token, ...company, orderId: id }))
    expect(await apply(ann.token, unpaid.id)).toBe(errors.invoiceNotOpen[0])
    expect(await apply(ben.token, orderId)).toBe(errors.orderUnknown[0])
    expect(await apply('nobody', orderId)).toBe(errors.loginRequired[0])
    await agree(shop, await ask(shop, ann, orderId))
    expect(await apply(ann.token, orderId)).toBe(errors.invoiceNotOpen[0])
  })

  it('looks at title, tax number and address of mail', async () => {
    const apply = (change: object) => codeOf(wxapi.invoiceApply({ token: ben.token, amount: 5, ...company, ...change }))
    for (const change of [{ comName: '' }, { tfn: '123' }, { email: 'nobody' }])
      expect(await apply(change)).toBe(errors.badRequest[0])
    expect(await apply({ comName: '本人', tfn: '' }), 'a person has no tax number').toBe(0)
    expect(await codeOf(wxapi.invoiceApply({ token: ben.token, ...company }))).toBe(errors.invoiceTooMuch[0])
  })
})

describe('invoiceList and the shop keeper', () => {
  it('show the file once it is issued; a refused one leaves room for another', async () => {
    const orderId = await bought()
    const { id } = await dataOf(wxapi.invoiceApply({ token: ann.token, ...company, orderId }))
    const decide = (of: number, decision: Parameters<typeof decideInvoice>[3]) =>
      shop.app.services.transaction(tx => decideInvoice(tx, shop.merchantId, of, decision, shop.now()))
    expect(await decide(id, { status: INVOICE.refused, shop_remark: '税号不对' })).toBe(true)
    expect(await decide(id, { status: INVOICE.issued, file: 'https://x/a.pdf' }), 'decided once').toBe(false)
    const again = await dataOf(wxapi.invoiceApply({ token: ann.token, ...company, orderId }))
    await decide(again.id, { status: INVOICE.issued, file: 'https://x/a.pdf' })
    const { result } = await dataOf(wxapi.invoiceList({ token: ann.token, orderId }))
    expect(result).toMatchObject([
      { status: 3, file: 'https://x/a.pdf' },
      { status: 1, shopRemark: '税号不对' },
    ])
    const fresh = await signIn(shop, 'cleo')
    expect(await codeOf(wxapi.invoiceList({ token: fresh.token }))).toBe(errors.noData[0])
  })
})
