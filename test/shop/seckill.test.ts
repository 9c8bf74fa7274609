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

it('shop seckill sets, lists and stops flash sales', async () => {
  const terms = ['--price', '19.90', '--until', '2099-12-31 20:00']
  await told(shop, 'seckill', goods, ...terms)
  expect(await told(shop, 'seckill')).toMatch(/59\.90 → 19\.90 .* – 2099-12-31 20:00:00 {2}进行中/)
  expect((await dataOf(shop.wxapi.goodsDetail(goodsId))).basicInfo).toMatchObject({ minPrice: 19.9 })
  expect(await refused(shop, 'seckill', goods, ...terms.with(1, '60'))).toContain('秒杀价应低于')
  await told(shop, 'seckill', 'stop', goods)
  expect(await refused(shop, 'seckill', 'stop', goods)).toContain('没有秒杀')
})

it('shop ladder sets prices by number', async () => {
  await told(shop, 'ladder', goods, '3:49.90,5:45')
  expect((await dataOf(shop.wxapi.goodsDetail(goodsId))).priceMultilevels).toHaveLength(2)
  expect(await refused(shop, 'ladder', goods, '3')).toContain('阶梯价应如')
  expect(await refused(shop, 'ladder', goods, '3:60')).toContain('一级比一级低')
})
