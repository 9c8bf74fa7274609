import { beforeAll, describe, expect, it } from 'vitest'
import { createFreight, createGoods, createShirt, HANGZHOU } from '../support/goods'
import { keeper, refused, told } from '../support/keeper'
import { expectBalancedLedger } from '../support/ledger'
import { payOnline, place, statusOf } from '../support/orders'
import { dataOf, giveBalance, signIn } from '../support/people'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'
import { buyCards, createCard, seenBy } from '../support/supply'

const shop = await createShop()
const { wxapi } = shop
const ann = await signIn(shop, 'ann')
beforeAll(builtPrograms)

describe('shop stock and shop price', () => {
  it('change a product, and the cached list of a running server at once', async () => {
    const goodsId = await createGoods(shop, { name: '茶针', stock: 3 })
    const listed = async () => {
      const row = (await dataOf(wxapi.goods({ pageSize: 100 }))).find(({ id }) => id === goodsId)
      return [row?.minPrice, row?.stores]
    }
    expect(await listed()).toEqual([10, 3])
    expect(await told(shop, 'price', String(goodsId), '19.9')).toBe('茶针 → ¥19.90\n')
    expect(await listed()).toEqual([19.9, 3])
    expect(await told(shop, 'stock', String(goodsId), '12')).toBe('茶针 → 库存 12\n')
    expect(await listed()).toEqual([19.9, 12])
    expect((await place(shop, ann, [{ goodsId, number: 12 }])).amountReal).toBe(238.8)
  })

  it('change one choice by its name, or the price of all', async () => {
    const shirt = await createShirt(shop)
    const id = String(shirt)
    const choices = async () => {
      const { skuList = [], basicInfo } = await dataOf(wxapi.goodsDetail(shirt))
      return { skus: skuList.map(({ price, stores }) => [price, stores]), minPrice: basicInfo.minPrice }
    }
    expect(await refused(shop, 'stock', id, '7')).toMatch(/name a choice:\n {2}颜色:红,尺码:小\n/)
    expect(await refused(shop, 'stock', id, '7', '--choice', '颜色:绿')).toContain('name a choice')
    expect(await told(shop, 'stock', id, '7', '--choice', '颜色：红；尺码：大')).toBe(
      '棉布衬衫 颜色:红,尺码:大, → 库存 7\n',
    )
    await told(shop, 'price', id, '88', '--choice', '颜色:蓝 尺码:小')
    expect(await choices()).toEqual({
      skus: [
        [99, 5],
        [109, 7],
        [88, 5],
        [119, 3],
      ],
      minPrice: 88,
    })
    await told(shop, 'price', id, '90')
    expect((await choices()).minPrice).toBe(90)
  })

  it('refuse numbers that are none and goods that are not there, and change nothing', async () => {
    const goodsId = String(await createGoods(shop))
    const said = await Promise.all([
      refused(shop, 'stock', goodsId, '1.5'),
      refused(shop, 'stock', '1.5', '1'),
      refused(shop, 'price', goodsId, '1.999'),
      refused(shop, 'price', 'abc', '1'),
    ])
    expect(said[0]).toContain('库存应为不小于 0 的整数')
    expect(said[1]).toContain('没有商品 1.5')
    expect(said[2]).toContain('金额格式应如 128 或 19.90')
    expect(said[3]).toContain('没有商品 abc')
    const { basicInfo } = await dataOf(wxapi.goodsDetail(Number(goodsId)))
    expect(basicInfo).toMatchObject({ minPrice: 10, stores: 10 })
  })
})

describe('shop orders, order and ship', () => {
  it('list, show and ship what shoppers bought', async () => {
    const goodsId = await createGoods(shop, { name: '老白茶', freightId: await createFreight(shop) })
    const ben = await signIn(shop, 'ben')
    const order = await place(shop, ben, [{ goodsId, number: 2 }], { ...HANGZHOU, remark: '请轻放' })
    const number = order.orderNumber ?? ''
    const send = (...args: string[]) => keeper(shop, 'ship', number, ...args)
    expect(await refused(shop, 'ship', number, '顺丰速运', 'SF0001')).toContain('「待付款」，不能发货')
    await payOnline(shop, ben, order)
    const [list, one, all, none] = await Promise.all([
      told(shop, 'orders', '--status', '待发货'),
      told(shop, 'orders', '--status', '1', '--count', '1'),
      told(shop, 'orders'),
      told(shop, 'orders', '--status', '待评价'),
    ])
    expect(list).toMatch(new RegExp(`^${number}  20\\d\\d-\\d\\d-\\d\\d [\\d:]{8}  ¥ +30\\.00  待发货\n$`))
    expect(one).toBe(list)
    expect(all.split('\n')[0]).toBe(list.trimEnd())
    expect(none).toContain('没有订单')
    expect(await refused(shop, 'ship', number, '顺丰速运', 'SF;1')).toContain('运单号格式不正确')
    expect(await send('顺丰速运', 'SF0001')).toEqual({ code: 0, said: `已发货 / shipped: ${number} 顺丰速运 SF0001\n` })
    expect(await statusOf(shop, ben, order.id)).toBe(2)
    expect((await send('中通快递', 'ZT0002')).code).toBe(0)
    const parcels = (await dataOf(wxapi.orderDetail(ben.token, order.id))).orderLogisticsShippers
    expect(parcels?.map(({ trackingNumber }) => trackingNumber)).toEqual(['SF0001', 'ZT0002'])
    const shown = await told(shop, 'order', number)
    for (const part of [
      `${number}  待收货  顾客 uid ${ben.uid}`,
      '老白茶  × 2  ¥20.00',
      '商品 ¥20.00  运费 ¥10.00  实付 ¥30.00',
      '寄往 林小满 13800138000 浙江省杭州市西湖区文三路 1 号',
      '备注 请轻放',
      '包裹 顺丰速运 SF0001',
      '包裹 中通快递 ZT0002',
      '发货',
    ])
      expect(shown).toContain(part)
  })

  it('refuse what there is not', async () => {
    const said = await Promise.all([
      refused(shop, 'order', 'OD1'),
      refused(shop, 'ship', 'OD1', '顺丰速运', 'SF0001'),
      refused(shop, 'orders', '--status', '已付款'),
      refused(shop, 'orders', '--count=0'),
    ])
    expect(said[0]).toContain('没有订单 OD1')
    expect(said[1]).toContain('没有订单 OD1')
    expect(said[2]).toMatch(/没有状态 已付款.*待付款/)
    expect(said[3]).toContain('--count 应为')
  })

  it('never show a card code', async () => {
    const id = await buyCards(shop, ann, await createCard(shop))
    const { codes } = await seenBy(shop, ann, id)
    const number = (await dataOf(wxapi.orderDetail(ann.token, id))).orderInfo.orderNumber
    const shown = await told(shop, 'order', number)
    expect(codes).toHaveLength(1)
    expect(shown).not.toContain(codes[0]?.coupon)
    expect(shown).not.toContain(codes[0]?.number)
  })
})

describe('shop balance', () => {
  it('books a correction once for each key, and never below zero', async () => {
    const cleo = await signIn(shop, 'cleo')
    const uid = String(cleo.uid)
    const balance = async () => (await dataOf(wxapi.userAmount(cleo.token))).balance
    expect(await told(shop, 'balance', uid, '50.50', '补偿', '--key', 'ticket-7')).toMatch(/booked：.+余额 ¥50\.50\n$/)
    expect(await told(shop, 'balance', uid, '50.50', '补偿', '--key', 'ticket-7')).toMatch(
      /nothing changed.+¥50\.50\n$/,
    )
    expect(await balance()).toBe(50.5)
    expect(await told(shop, 'balance', uid, '-0.5', '多付了')).toContain('余额 ¥50.00')
    expect(await refused(shop, 'balance', uid, '-50.01', '太多')).toContain('余额不够扣')
    expect(await told(shop, 'balance', uid, '-50', '全部')).toContain('余额 ¥0.00')
    expect(await told(shop, 'balance', uid, '+1', '一元')).toContain('余额 ¥1.00')
    const { result } = await dataOf(wxapi.cashLogsV2({ token: cleo.token }))
    expect(result.map(({ type, amount, behavior, remark }) => [type, behavior ? -amount : amount, remark])).toEqual([
      [4, 1, '一元'],
      [4, -50, '全部'],
      [4, -0.5, '多付了'],
      [4, 50.5, '补偿'],
    ])
    await expectBalancedLedger(shop)
  })

  it('books one key once when it is typed twice at the same time', async () => {
    const dan = await signIn(shop, 'dan')
    const twice = [1, 2].map(() => told(shop, 'balance', String(dan.uid), '5', '补偿', '--key', 'same'))
    const said = await Promise.all(twice)
    expect(said.filter(text => text.includes('已记账'))).toHaveLength(1)
    expect((await dataOf(wxapi.userAmount(dan.token))).balance).toBe(5)
  })

  it('refuses nobody, nothing, and amounts that are none', async () => {
    const uid = String(ann.uid)
    const said = await Promise.all([
      refused(shop, 'balance', '1.5', '5', '谁'),
      refused(shop, 'balance', uid, '0', '无'),
      refused(shop, 'balance', uid, '5.555', '多'),
      refused(shop, 'balance', uid, '5'),
    ])
    expect(said[0]).toContain('没有顾客 1.5')
    expect(said[1]).toContain('金额不能为 0')
    expect(said[2]).toContain('金额格式应如')
    expect(said[3]).toContain('missing: reason')
    await giveBalance(shop, ann, 1)
    await expectBalancedLedger(shop)
  })
})
