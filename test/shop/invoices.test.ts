import { beforeAll, describe, expect, it } from 'vitest'
import { refused, told } from '../support/keeper'
import { dataOf, signIn } from '../support/people'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'

const shop = await createShop()
beforeAll(builtPrograms)

describe('shop invoices', () => {
  it('lists, issues and refuses what was asked for', async () => {
    const { token } = await signIn(shop, 'ann')
    const ask = async () => String((await dataOf(shop.wxapi.invoiceApply({ token, comName: '小满', amount: 12 }))).id)
    expect(await told(shop, 'invoices')).toContain('没有发票申请')
    const [first, second] = [await ask(), await ask()]
    expect(await told(shop, 'invoices')).toMatch(/小满.*¥12\.00.*待处理/)
    expect(await refused(shop, 'invoices', 'issue', first, '文件')).toContain('网址')
    await told(shop, 'invoices', 'issue', first, 'https://example.com/a.pdf')
    await told(shop, 'invoices', 'refuse', second, '请填写邮箱')
    expect(await refused(shop, 'invoices', 'issue', first, 'https://example.com/b.pdf')).toContain('没有待处理')
    const { result } = await dataOf(shop.wxapi.invoiceList({ token }))
    expect(result.map(({ status, file, shopRemark }) => [status, file || shopRemark])).toEqual([
      [1, '请填写邮箱'],
      [3, 'https://example.com/a.pdf'],
    ])
  })
})
