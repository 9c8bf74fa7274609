import { beforeAll, expect, it } from 'vitest'
import { createGoods, createShirt } from '../support/goods'
import { refused, told } from '../support/keeper'
import { dataOf } from '../support/people'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'

const shop = await createShop()
beforeAll(builtPrograms)

it('shop day-price sets, lists and stops prices by the day', async () => {
  const goodsId = await createGoods(shop, { priceFen: 8000 })
  const terms = ['--days', '2099-12-01..2099-12-07', '--price', '199', '--stock', '5']
  await told(shop, 'day-price', String(goodsId), ...terms)
  // The 4th and 5th are a Friday and a Saturday.
  await told(shop, 'day-price', String(goodsId), ...terms.with(3, '259.50'), '--weekdays', '5,6')
  const days = await dataOf(shop.wxapi.goodsPriceDaily(goodsId))
  expect(days.map(({ price }) => price)).toEqual([199, 199, 199, 259.5, 259.5, 199, 199])
  expect(await told(shop, 'day-price', String(goodsId))).toMatch(/2099-12-04 {2}¥259\.50 {2}剩 left 5/)
  expect(await refused(shop, 'day-price', String(goodsId), ...terms.with(1, '2099-12-07..2099-12-01'))).toContain(
    '日期应如',
  )
  expect(await refused(shop, 'day-price', String(goodsId), ...terms.with(1, '2020-01-01'))).toContain('已经过去')
  expect(await refused(shop, 'day-price', String(goodsId), ...terms.slice(0, 4))).toContain('参数不全')
  const slots = ['--times', '09:00-10:00', ...terms]
  expect(await refused(shop, 'slots', String(goodsId), ...slots)).toContain('只能选一种')
  await told(shop, 'day-price', 'stop', String(goodsId))
  expect(await refused(shop, 'day-price', 'stop', String(goodsId))).toContain('没有按天')
})

it('shop slots sets and lists time slots, of one choice where it is named', async () => {
  const goodsId = await createShirt(shop)
  const terms = ['--days', '2099-12-01', '--times', '09:00-10:00,10:00-11:00', '--price', '50', '--stock', '3']
  await told(shop, 'slots', String(goodsId), ...terms, '--choice', '颜色:红,尺码:小')
  expect(await dataOf(shop.wxapi.goodsTimesDayItems('2099-12-01', goodsId))).toHaveLength(2)
  expect(await told(shop, 'slots', String(goodsId))).toMatch(/2099-12-01 {2}10:00-11:00 {2}颜色:红,尺码:小, {2}¥50/)
  expect(await refused(shop, 'slots', String(goodsId), ...terms.with(3, '9:00,9:00'))).toContain('各不相同')
})
