import { describe, expect, it } from 'vitest'
import { fen } from '../../contract/money'
import { touch } from '../../server/cache'
import { createFreight, createGoods, createShirt } from '../support/goods'
import { giveLevel } from '../support/orders'
import { codeOf, dataOf, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, merchantId } = shop
const ann = await signIn(shop, 'ann')
const member = await signIn(shop, 'member')
const levelId = await giveLevel(shop, member, 9500)
const shirt = await createShirt(shop)

describe('goodsPriceV2', () => {
  it.each(['1:1,2:3', '1:1,2:3,', ',2:3,1:1', ',1:1,2:3,', '2:3,1:1,1:1'])(
    'answers the price of a choice, written as %s',
    async propertyChildIds => {
      const price = await dataOf(wxapi.goodsPriceV2({ goodsId: shirt, propertyChildIds }))
      expect(price).toMatchObject({
        goodsId: shirt,
        price: 99,
        stores: 5,
        propertyChildIds: '1:1,2:3,',
        propertyChildNames: '颜色:红,尺码:小,',
        score: 0,
        userId: merchantId,
      })
      expect(await dataOf(wxapi.goodsPrice(shirt, propertyChildIds))).toEqual(price)
    },
  )

  it('answers the price of goods without a choice', async () => {
    const goodsId = await createGoods(shop, { priceFen: 990, originalFen: fen(1290) })
    expect(await dataOf(wxapi.goodsPriceV2({ goodsId }))).toMatchObject({
      price: 9.9,
      originalPrice: 12.9,
      stores: 10,
      propertyChildIds: '',
      propertyChildNames: '',
    })
    expect(await dataOf(wxapi.goodsPrice(goodsId))).toMatchObject({ price: 9.9 })
  })

  it('answers the member’s price to a member alone, half up to whole fen', async () => {
    const goodsId = await createGoods(shop, { priceFen: 990 })
    const priceFor = async (token?: string) =>
      (await dataOf(wxapi.goodsPriceV2({ goodsId, ...(token && { token }) }))).price
    expect(await priceFor(member.token)).toBe(9.41)
    expect(await priceFor(ann.token)).toBe(9.9)
    expect(await priceFor('void')).toBe(9.9)
    expect(await priceFor()).toBe(9.9)
  })

  it('answers 700 for a choice, or a product, that is not there', async () => {
    for (const propertyChildIds of ['1:1', '1:9,2:3', '9:9', '1:3,2:1'])
      expect(await codeOf(wxapi.goodsPriceV2({ goodsId: shirt, propertyChildIds })), propertyChildIds).toBe(700)
    expect(await codeOf(wxapi.goodsPriceV2({ goodsId: shirt }))).toBe(700)
    expect(await codeOf(wxapi.goodsPriceV2({ goodsId: 99_999 }))).toBe(700)
    expect(await codeOf(wxapi.goodsPrice(99_999))).toBe(700)
  })

  it('shows the stock of this moment', async () => {
    const goodsId = await createGoods(shop, { stock: 3 })
    await dataOf(wxapi.orderCreate({ token: ann.token, goodsJsonStr: [{ goodsId, number: 2 }] }))
    expect((await dataOf(wxapi.goodsPriceV2({ goodsId }))).stores).toBe(1)
  })
})

describe('goodsRebate', () => {
  it('answers what the caller’s level pays: 10 is all of it', async () => {
    expect(await dataOf(wxapi.goodsRebate(ann.token, shirt))).toBe(10)
    expect(await dataOf(wxapi.goodsRebate(member.token, shirt))).toBe(9.5)
    expect(await codeOf(wxapi.goodsRebate(member.token, 99_999))).toBe(700)
    expect(await codeOf(wxapi.goodsRebate('void', shirt))).toBe(2000)
  })
})

describe('goodsAddition', () => {
  it('answers groups with what can be chosen in them', async () => {
    const goodsId = await createGoods(shop, {
      additions: [
        { name: '甜度', required: true, several: false, items: [{ name: '半糖', priceFen: fen(0) }] },
        { name: '加料', required: false, several: true, items: [{ name: '珍珠', priceFen: fen(250) }] },
      ],
    })
    expect(await dataOf(wxapi.goodsAddition(goodsId))).toEqual([
      { id: 1, name: '甜度', required: true, type: 0, items: [{ id: 1, pid: 1, name: '半糖', price: 0 }] },
      { id: 2, name: '加料', required: false, type: 1, items: [{ id: 2, pid: 2, name: '珍珠', price: 2.5 }] },
    ])
  })

  it('answers 700 where nothing can be added', async () => {
    expect(await codeOf(wxapi.goodsAddition(shirt))).toBe(700)
    expect(await codeOf(wxapi.goodsAddition(99_999))).toBe(700)
  })
})

describe('goodsLimitations', () => {
  it('answers who may buy how many in which time', async () => {
    const goodsId = await createGoods(shop, { limitation: { buyNumbers: 2, duration: 1, unit: 0 } })
    expect(await dataOf(wxapi.goodsLimitations(goodsId))).toMatchObject([
      {
        goodsId,
        priceId: 0,
        userLevelId: 0,
        userLevelName: '无分组用户',
        buyNumbers: 2,
        duration: 1,
        unit: 0,
        unitStr: '自然日',
      },
    ])
  })

  it('answers the rows of one choice, by its number or its properties', async () => {
    const goodsId = await createShirt(shop, { limitation: { buyNumbers: 9, duration: 2, unit: 2, levelId } })
    const { skuList } = await dataOf(wxapi.goodsDetail(goodsId))
    const [first, second] = (skuList ?? []).map(({ id }) => id)
    await shop.app.services.transaction(async tx => {
      const row = { merchant_id: merchantId, goods_id: goodsId, buy_numbers: 1, duration: 1, unit: 1 }
      await tx
        .insertInto('limitations')
        .values({ ...row, sku_id: first ?? 0 })
        .execute()
      touch(tx, merchantId, 'catalogue', [goodsId])
    })
    const all = await dataOf(wxapi.goodsLimitations(goodsId))
    expect(all).toMatchObject([
      { userLevelId: levelId, userLevelName: '金卡', unitStr: '自然年', priceId: 0 },
      { userLevelName: '无分组用户', unitStr: '自然月', priceId: first },
    ])
    expect(await dataOf(wxapi.goodsLimitations(goodsId, first))).toHaveLength(2)
    expect(await dataOf(wxapi.goodsLimitations(goodsId, second))).toHaveLength(1)
    expect(await dataOf(wxapi.goodsLimitationsV2(goodsId, '1:1,2:3'))).toEqual(all)
    expect(await dataOf(wxapi.goodsLimitationsV2(goodsId, '1:2,2:3'))).toHaveLength(1)
  })

  it('answers 700 where there is no limit', async () => {
    expect(await codeOf(wxapi.goodsLimitations(shirt))).toBe(700)
    expect(await codeOf(wxapi.goodsLimitationsV2(99_999))).toBe(700)
  })
})

describe('goodsPriceFreight', () => {
  const rule = (regions: string[], yuan: number, type: 0 | 1 | 2 = 0) => ({
    type,
    regions,
    first: 1,
    firstFen: fen(yuan * 100),
    further: 2,
    furtherFen: fen(150),
  })
  const ZHEJIANG = { provinceId: '330000000000', cityId: '330100000000', districtId: '330106000000' }

  it('answers the rule of the smallest region', async () => {
    const rules = [rule([], 12), rule(['330000000000'], 8), rule(['330106000000'], 5), rule([], 20, 1)]
    const templateId = await createFreight(shop, { rules, notServed: ['650000000000'] })
    const firstAmount = async (where: object) => {
      const reply = await wxapi.goodsPriceFreight({ templateId, ...where })
      return reply.code === 0 ? reply.data.firstAmount : reply.code
    }
    expect(await dataOf(wxapi.goodsPriceFreight({ templateId, ...ZHEJIANG }))).toEqual({
      firstNumber: 1,
      firstAmount: 5,
      addNumber: 2,
      addAmount: 1.5,
    })
    expect(await firstAmount({ ...ZHEJIANG, districtId: '330102000000' })).toBe(8)
    expect(await firstAmount({ provinceId: '110000000000' })).toBe(12)
    expect(await firstAmount({})).toBe(12)
    expect(await firstAmount({ type: 1, ...ZHEJIANG })).toBe(20)
    expect(await firstAmount({ type: 2, ...ZHEJIANG })).toBe(13201)
    expect(await firstAmount({ provinceId: '650000000000' })).toBe(13201)
  })

  it('takes the ids of old clients: six digits, and 0 for none', async () => {
    const templateId = await createFreight(shop, { rules: [rule([], 12), rule(['330100000000'], 8)] })
    const where = { templateId, provinceId: '330000', cityId: '330100', districtId: '0' }
    expect((await dataOf(wxapi.goodsPriceFreight(where))).firstAmount).toBe(8)
  })

  it('answers weights in kilograms, and nothing to pay where sending is free', async () => {
    const byWeight = await createFreight(shop, { feeType: 1, rules: [{ ...rule([], 6), first: 1500, further: 500 }] })
    expect(await dataOf(wxapi.goodsPriceFreight({ templateId: byWeight }))).toMatchObject({
      firstNumber: 1.5,
      addNumber: 0.5,
    })
    const templateId = await createFreight(shop, { isFree: 1, rules: [] })
    expect(await dataOf(wxapi.goodsPriceFreight({ templateId }))).toMatchObject({ firstAmount: 0, addAmount: 0 })
  })

  it('answers 700 for a template that is not there', async () => {
    expect(await codeOf(wxapi.goodsPriceFreight({ templateId: 99_999 }))).toBe(700)
  })
})
