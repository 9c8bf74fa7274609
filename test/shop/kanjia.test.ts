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
const terms = ['--floor', '9.90', '--helpers', '20', '--quota', '5', '--until', '2099-12-31 20:00']

it('shop kanjia adds, lists and stops bargains', async () => {
  expect(await told(shop, 'kanjia')).toContain('没有砍价')
  const id = /added: (\d+)/.exec(await told(shop, 'kanjia', goods, ...terms))?.[1] ?? ''
  expect(await told(shop, 'kanjia')).toMatch(/59\.90 → 9\.90 {2}20 人 helpers {2}0\/5 {2}2099-12-31 20:00:00 {2}进行中/)
  expect(await dataOf(shop.wxapi.kanjiaSet(goods))).toMatchObject([{ id: Number(id), minPrice: 9.9 }])
  await told(shop, 'kanjia', 'stop', id)
  expect(await refused(shop, 'kanjia', 'stop', id)).toContain('没有进行中')
  expect(await told(shop, 'kanjia')).toContain('已结束')
})

it('shop kanjia says what does not work out', async () => {
  expect(await refused(shop, 'kanjia', goods, '--floor', '9.90')).toContain('--helpers')
  expect(await refused(shop, 'kanjia', goods, ...terms, '--cut', '0.10,0.20')).toContain('砍不到底价')
  expect(await refused(shop, 'kanjia', goods, ...terms.with(1, '九块九'))).toContain('金额格式应如')
  expect(await refused(shop, 'kanjia', goods, ...terms.with(7, '明天'))).toContain('时间应如')
})
