import { beforeAll, expect, it } from 'vitest'
import { createGoods } from '../support/goods'
import { refused, told } from '../support/keeper'
import { dataOf } from '../support/people'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'

const shop = await createShop()
beforeAll(builtPrograms)

const goodsId = await createGoods(shop, { priceFen: 5990 })
const goods = String(goodsId)
const terms = ['--price', '39', '--people', '3', '--until', '2099-12-31 20:00', '--refund', 'original']

it('shop pingtuan sets, lists and stops group buys', async () => {
  expect(await told(shop, 'pingtuan')).toContain('没有拼团')
  const id = /set: (\d+)/.exec(await told(shop, 'pingtuan', goods, ...terms, '--levels', '100:35,500:29'))?.[1] ?? ''
  expect(await told(shop, 'pingtuan')).toMatch(/39\.00，100 件起 35\.00，500 件起 29\.00 {2}3 人 people {2}24 小时/)
  expect(await dataOf(shop.wxapi.pingtuanSet(goodsId))).toMatchObject({ id: Number(id), price: 39, refundType: 1 })
  await told(shop, 'pingtuan', 'stop', id)
  expect(await refused(shop, 'pingtuan', 'stop', id)).toContain('没有进行中')
  expect(await told(shop, 'pingtuan')).toContain('已结束')
})

it('shop pingtuan says what does not work out', async () => {
  expect(await refused(shop, 'pingtuan', goods, '--price', '39')).toContain('--people')
  expect(await refused(shop, 'pingtuan', goods, ...terms.with(1, '59.90'))).toContain('拼团价应低于')
  expect(await refused(shop, 'pingtuan', goods, ...terms.with(7, '支付宝'))).toContain('balance')
  expect(await refused(shop, 'pingtuan', goods, ...terms, '--levels', '100')).toContain('多级价格应如')
})
