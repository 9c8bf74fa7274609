import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { fen } from '../../contract/money'
import { createFreight, createGoods, createShirt, HANGZHOU } from '../support/goods'
import { expectBalancedLedger } from '../support/ledger'
import { giveLevel, place, priceFor, stockOf, takeOffShelf } from '../support/orders'
import { dataOf, refusalOf, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const ann = await signIn(shop, 'ann')
const XINJIANG = { provinceId: '650000000000', cityId: '650100000000', districtId: '650102000000' }
const rule = { type: 0 as const, first: 1, firstFen: fen(800), further: 1, furtherFen: fen(200) }

const calculate = (goodsJsonStr: Parameters<typeof wxapi.orderCreate>[0]['goodsJsonStr'], more = {}) =>
  wxapi.orderCreate({ token: ann.token, goodsJsonStr, calculate: true, ...more })

describe('orderCreate with calculate', () => {
  it('answers the price line by line and creates and reserves nothing', async () => {
    const shirt = await createShirt(shop)
    const tea = await createGoods(shop, { priceFen: 1234, originalFen: fen(2000) })
    const price = await priceFor(shop, ann, [
      { goodsId: shirt, number: 2, propertyChildIds: ',1:2,2:4' },
      { goodsId: tea, number: 3 },
    ])
    expect(price).toMatchObject({ amountTotle: 275.02, amountLogistics: 0, amountReal: 275.02, goodsNumber: 5 })
    expect(price).toMatchObject({ isNeedLogistics: false, score: 0, couponAmount: 0, deductionMoney: 0 })
    expect(price.goodsList).toMatchObject([
      {
        goodsId: shirt,
        propertyChildIds: '1:2,2:4,',
        property: '颜色：蓝 尺码：大',
        number: 2,
        price: 119,
        amount: 238,
      },
      { goodsId: tea, propertyChildIds: '', number: 3, price: 12.34, originalPrice: 20, amount: 37.02 },
    ])
    expect(price).not.toHaveProperty('id')
    expect(await stockOf(shop, tea)).toBe(10)
    expect((await wxapi.orderList({ token: ann.token })).code).toBe(errors.noData[0])
  })

  it('takes the level of the shopper off the price, not off additions', async () => {
    const member = await signIn(shop, 'member')
    await giveLevel(shop, member, 9500)
    const noodles = await createGoods(shop, {
      priceFen: 1990,
      additions: [
        { name: '加料', required: false, several: true, items: [{ name: '溏心蛋', priceFen: fen(300) }] },
        { name: '份量', required: true, several: false, items: [{ name: '大份', priceFen: fen(500) }] },
      ],
    })
    const goodsAdditionList = [
      { pid: 2, id: 2 },
      { pid: 1, id: 1 },
    ]
    // 19.90 at 95 % is 18.905, half up 18.91; 3 and 5 on top.
    expect(await priceFor(shop, member, [{ goodsId: noodles, number: 2, goodsAdditionList }])).toMatchObject({
      amountReal: 53.82,
      goodsList: [{ price: 26.91, amount: 53.82 }],
    })
    expect(await refusalOf(calculate([{ goodsId: noodles, number: 1 }]))).toEqual({
      code: errors.additionRequired[0],
      msg: '请选择份量',
    })
    const twoOfOne = [{ goodsId: noodles, number: 1, goodsAdditionList: [{ pid: 2, id: 99 }] }]
    expect(await refusalOf(calculate(twoOfOne))).toMatchObject({ code: errors.additionInvalid[0] })
  })

  it('says what the price is made of, in parts that add up to it, and says the same of the order that is placed', async () => {
    const member = await signIn(shop, 'parts')
    await giveLevel(shop, member, 9000)
    const freightId = await createFreight(shop)
    const noodles = await createGoods(shop, {
      priceFen: 1995,
      freightId,
      additions: [{ name: '加料', required: false, several: true, items: [{ name: '溏心蛋', priceFen: fen(300) }] }],
    })
    const lines = [{ goodsId: noodles, number: 3, goodsAdditionList: [{ pid: 1, id: 1 }] }]
    const address = { ...HANGZHOU, address: '文三路 1 号', linkMan: '安', mobile: '13800138000' }
    const price = await priceFor(shop, member, lines, address)
    // 19.95 at 90 % is 17.955, half up 17.96: 1.99 off each piece.
    expect(price.priceParts).toEqual([
      { type: 'goods', amount: 59.85 },
      { type: 'additions', amount: 9 },
      { type: 'level', amount: -5.97 },
      { type: 'freight', amount: price.amountLogistics },
    ])
    expect(price.amountLogistics).toBeGreaterThan(0)
    expect(price).toMatchObject({ amountTotle: 62.88, amountReal: (6288 + price.amountLogistics * 100) / 100 })
    const order = await place(shop, member, lines, address)
    expect(order).toMatchObject({ priceParts: price.priceParts, amountReal: price.amountReal })
    const detail = await dataOf(wxapi.orderDetail(member.token, order.id))
    expect(detail.priceParts).toEqual(price.priceParts)
  })

  it('names the template of each freight when there are several', async () => {
    const heavy = await createFreight(shop, { name: '大件', rules: [], isFree: 1 })
    const [letter, pot] = [
      await createGoods(shop, { freightId: await createFreight(shop, { name: '快递' }) }),
      await createGoods(shop, { freightId: heavy }),
    ]
    const lines = [
      { goodsId: letter, number: 2 },
      { goodsId: pot, number: 1 },
    ]
    const { priceParts, amountLogistics } = await priceFor(shop, ann, lines, HANGZHOU)
    expect(priceParts).toEqual([
      { type: 'goods', amount: 30 },
      { type: 'freight', amount: 10, about: '快递' },
      { type: 'freight', amount: 0, about: '大件' },
    ])
    expect(amountLogistics).toBe(10)
  })

  it('counts the same choice named twice as one line', async () => {
    const tea = await createGoods(shop, { stock: 5 })
    const twice = [
      { goodsId: tea, number: 2 },
      { goodsId: tea, number: 3 },
    ]
    expect((await priceFor(shop, ann, twice)).goodsList).toMatchObject([{ number: 5, amount: 50 }])
    expect(await refusalOf(calculate([...twice, { goodsId: tea, number: 1 }]))).toEqual({
      code: errors.stockShort[0],
      msg: expect.stringContaining('库存只有 5 件'),
    })
  })

  it('refuses lines that together want more than there is', async () => {
    const mug = await createGoods(shop, {
      stock: 3,
      additions: [{ name: '刻字', required: false, several: false, items: [{ name: '名字', priceFen: fen(100) }] }],
    })
    const lines = [
      { goodsId: mug, number: 2 },
      { goodsId: mug, number: 2, goodsAdditionList: [{ pid: 1, id: 1 }] },
    ]
    expect(await refusalOf(calculate(lines))).toMatchObject({ code: errors.stockShort[0] })
  })

  it('refuses goods that are gone, foreign, in no choice or in a choice that there is not', async () => {
    const shirt = await createShirt(shop)
    const gone = await createGoods(shop)
    await takeOffShelf(shop, gone)
    const other = await shop.anotherShop('foreign')
    const foreign = await createGoods({ app: shop.app, merchantId: other.merchantId })
    const refused = async (goodsId: number, propertyChildIds = '') =>
      (await refusalOf(calculate([{ goodsId, number: 1, propertyChildIds }]))).code
    expect(await refused(gone)).toBe(errors.goodsGone[0])
    expect(await refused(foreign)).toBe(errors.goodsGone[0])
    expect(await refused(9e15)).toBe(errors.goodsGone[0])
    expect(await refused(shirt)).toBe(errors.skuRequired[0])
    expect(await refused(shirt, '1:9,2:3')).toBe(errors.skuGone[0])
    expect(await refused(shirt, '1:1,2:4')).toBe(errors.stockShort[0])
  })

  it('refuses fewer than the least number, no goods at all, and numbers that are none', async () => {
    const screws = await createGoods(shop, { name: '螺丝', minBuy: 5 })
    expect(await refusalOf(calculate([{ goodsId: screws, number: 4 }]))).toEqual({
      code: errors.belowMinimum[0],
      msg: '螺丝 5 件起购',
    })
    for (const number of [0, -1, 1.5, 100_000])
      expect(await refusalOf(calculate([{ goodsId: screws, number }]))).toMatchObject({ code: errors.badRequest[0] })
    expect(await refusalOf(calculate([]))).toMatchObject({ code: errors.badRequest[0] })
    const elsewhere = await refusalOf(calculate([{ goodsId: screws, number: 5 }], { filterShopId: 77 }))
    expect(elsewhere).toMatchObject({ code: errors.orderEmpty[0] })
  })
})

describe('freight of an order', () => {
  it('counts pieces by the rule of the smallest region that has one', async () => {
    const freightId = await createFreight(shop, {
      rules: [
        rule,
        { ...rule, regions: ['330000000000'], firstFen: fen(600) },
        { ...rule, regions: ['330100000000'], firstFen: fen(500), furtherFen: fen(100) },
      ].map(one => ({ regions: [], ...one })),
    })
    const goods = [{ goodsId: await createGoods(shop, { freightId }), number: 3 }]
    expect(await priceFor(shop, ann, goods, HANGZHOU)).toMatchObject({
      amountTotle: 30,
      amountLogistics: 7,
      amountReal: 37,
      isNeedLogistics: true,
    })
    expect((await priceFor(shop, ann, goods, { provinceId: '330000' })).amountLogistics).toBe(10)
    expect((await priceFor(shop, ann, goods, XINJIANG)).amountLogistics).toBe(12)
    expect((await priceFor(shop, ann, goods)).amountLogistics, 'without an address, the price elsewhere').toBe(12)
  })

  it('counts started kilograms where a template goes by weight', async () => {
    const byWeight = { ...rule, regions: [], first: 1000, further: 500, furtherFen: fen(150) }
    const freightId = await createFreight(shop, { feeType: 1, rules: [byWeight] })
    const goodsId = await createGoods(shop, { freightId, weightGram: 620 })
    const amounts = await Promise.all(
      [1, 2, 3].map(async number => (await priceFor(shop, ann, [{ goodsId, number }], HANGZHOU)).amountLogistics),
    )
    expect(amounts).toEqual([8, 9.5, 11])
  })

  it('is free from an amount on, and adds up over templates', async () => {
    const cheap = await createFreight(shop, { freeFromFen: fen(5000) })
    const dear = await createFreight(shop, { rules: [{ ...rule, regions: [], firstFen: fen(2000) }] })
    const one = await createGoods(shop, { freightId: cheap })
    const two = await createGoods(shop, { freightId: cheap })
    const three = await createGoods(shop, { freightId: dear })
    const freight = async (...numbers: [number, number, number]) => {
      const lines = [one, two, three].map((goodsId, i) => ({ goodsId, number: numbers[i] ?? 0 }))
      const goods = lines.filter(({ number }) => number > 0)
      return (await priceFor(shop, ann, goods, HANGZHOU)).amountLogistics
    }
    expect(await freight(1, 1, 0)).toBe(10)
    expect(await freight(2, 2, 0)).toBe(14)
    expect(await freight(2, 3, 0)).toBe(0)
    expect(await freight(2, 2, 1)).toBe(34)
  })

  it('is nothing for what is picked up, and for what needs no parcel', async () => {
    const freightId = await createFreight(shop)
    const parcel = await createGoods(shop, { freightId })
    const code = await createGoods(shop)
    const picked = await priceFor(shop, ann, parcel, { peisongType: 'zq' })
    expect(picked).toMatchObject({ amountLogistics: 0, amountReal: 10, isNeedLogistics: false })
    const mixed = [parcel, code].map(goodsId => ({ goodsId, number: 1 }))
    expect(await priceFor(shop, ann, mixed, HANGZHOU)).toMatchObject({ amountLogistics: 8, isNeedLogistics: true })
  })

  it('refuses regions that nothing is sent to, also where sending is free', async () => {
    const notServed = [XINJIANG.provinceId]
    const priced = await createGoods(shop, { freightId: await createFreight(shop, { notServed }) })
    const free = await createGoods(shop, { freightId: await createFreight(shop, { isFree: 1, rules: [], notServed }) })
    for (const goodsId of [priced, free]) {
      const there = await refusalOf(calculate([{ goodsId, number: 1 }], XINJIANG))
      expect(there).toMatchObject({ code: errors.notDeliverable[0] })
      expect((await calculate([{ goodsId, number: 1 }], HANGZHOU)).code).toBe(0)
    }
  })

  it('refuses regions that are not on the map, or lie elsewhere', async () => {
    const goodsId = await createGoods(shop)
    for (const region of [{ provinceId: '999900000000' }, { ...XINJIANG, provinceId: HANGZHOU.provinceId }])
      expect(await refusalOf(calculate([{ goodsId, number: 1 }], region))).toMatchObject({
        code: errors.regionUnknown[0],
      })
  })
})

describe('filterShopId', () => {
  it('prices and orders the lines of one branch alone', async () => {
    const [own, branch] = [await createGoods(shop), await createGoods(shop, { priceFen: 700 })]
    await shop.app.services.transaction(tx =>
      tx
        .updateTable('goods')
        .set({ shop_id: 5 })
        .where('merchant_id', '=', shop.merchantId)
        .where('id', '=', branch)
        .execute(),
    )
    const lines = [own, branch].map(goodsId => ({ goodsId, number: 1 }))
    expect((await priceFor(shop, ann, lines, { filterShopId: 5 })).amountReal).toBe(7)
    expect((await priceFor(shop, ann, lines, { filterShopId: 0 })).amountReal).toBe(10)
    const order = await place(shop, ann, lines, { filterShopId: 5 })
    expect(order).toMatchObject({ shopId: 5, amountReal: 7, goodsNumber: 1 })
    expect([await stockOf(shop, own), await stockOf(shop, branch)]).toEqual([10, 9])
    await expectBalancedLedger(shop)
  })
})
