import { describe, expect, it } from 'vitest'
import { fen } from '../../contract/money'
import { formatTime } from '../../contract/time'
import { type SaleDraft, setLadder, setSale, stopSale } from '../../server/domains/goods/sales'
import { createGoods, createShirt } from '../support/goods'
import { giveLevel, place, priceFor } from '../support/orders'
import { dataOf, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const ann = await signIn(shop, 'ann')
const { transaction } = shop.app.services
const HOUR = 3600

/** From an hour on for two hours, unless said otherwise. */
function sell(goodsId: number, priceFen: number, more: Partial<SaleDraft> = {}) {
  const at = (hours: number) => new Date(shop.now().getTime() + hours * HOUR * 1000)
  const draft = { goodsId, priceFen: fen(priceFen), from: at(1), until: at(3), ...more }
  return transaction(tx => setSale(tx, shop.merchantId, draft, shop.now()))
}
const ladder = (goodsId: number, ...steps: [number: number, priceFen: number][]) =>
  transaction(tx =>
    setLadder(
      tx,
      shop.merchantId,
      goodsId,
      steps.map(([number, priceFen]) => ({ number, priceFen: fen(priceFen) })),
    ),
  )
const shown = async (goodsId: number) => (await dataOf(wxapi.goodsDetail(goodsId))).basicInfo

describe('a flash sale', () => {
  it('is announced, runs for its time and is over, in pages, lists, carts and orders', async () => {
    const goodsId = await createGoods(shop, { priceFen: 5000, stock: 50 })
    await sell(goodsId, 1990)
    const start = formatTime(new Date(shop.now().getTime() + HOUR * 1000)).slice(0, 13)
    expect(await shown(goodsId)).toMatchObject({ miaosha: true, miaoshaPrice: 19.9, minPrice: 50 })
    expect((await shown(goodsId)).dateStart?.slice(0, 13)).toBe(start)
    expect((await dataOf(wxapi.goodsv2({ miaosha: true }))).result.map(({ id }) => id)).toContain(goodsId)
    const cost = async () => (await priceFor(shop, ann, goodsId)).amountReal
    expect(await cost()).toBe(50)
    await dataOf(wxapi.shippingCarInfoAddItem(ann.token, goodsId, 2))
    const cart = async () => (await dataOf(wxapi.shippingCarInfo(ann.token))).price
    expect(await cart()).toBe(100)

    await shop.advance(HOUR + 1)
    expect(await shown(goodsId)).toMatchObject({ miaosha: true, minPrice: 19.9, originalPrice: 50 })
    const price = await priceFor(shop, ann, [{ goodsId, number: 2 }])
    expect(price.amountReal).toBe(39.8)
    expect(price.priceParts).toEqual([
      { type: 'goods', amount: 100 },
      { type: 'miaosha', amount: -60.2 },
    ])
    expect(await cart()).toBe(39.8)
    expect(await dataOf(wxapi.goodsPriceV2({ goodsId }))).toMatchObject({ price: 19.9 })
    const order = await place(shop, ann, goodsId)
    expect(order.amountReal).toBe(19.9)

    await shop.advance(2 * HOUR)
    expect(await shown(goodsId)).toMatchObject({ miaosha: false, minPrice: 50 })
    expect(await shown(goodsId)).not.toHaveProperty('miaoshaPrice')
    expect([await cost(), await cart()]).toEqual([50, 100])
  })

  it('takes its place in lists by the price that they show', async () => {
    const cheap = await createGoods(shop, { name: 'rank one', priceFen: 3000 })
    const sold = await createGoods(shop, { name: 'rank two', priceFen: 5000 })
    await sell(sold, 1990, { from: shop.now() })
    const found = async (query: object) =>
      (await dataOf(wxapi.goodsv2({ nameLike: 'rank', ...query }))).result.map(({ id }) => id)
    expect(await found({ orderBy: 'priceUp' })).toEqual([sold, cheap])
    expect(await found({ orderBy: 'priceDown' })).toEqual([cheap, sold])
    expect(await found({ priceMax: 20 })).toEqual([sold])
    expect(await found({ priceMin: 20 })).toEqual([cheap])
    await shop.advance(3 * HOUR)
    expect(await found({ orderBy: 'priceUp' })).toEqual([cheap, sold])
  })

  it('keeps dearer choices dearer, and members what is better for them', async () => {
    const shirt = await createShirt(shop)
    await sell(shirt, 7900, { from: shop.now() })
    const { basicInfo, skuList } = await dataOf(wxapi.goodsDetail(shirt))
    expect(basicInfo.minPrice).toBe(79)
    expect(skuList?.map(({ price }) => price)).toEqual([79, 89, 79, 99])
    const gold = await signIn(shop, 'gold')
    await giveLevel(shop, gold, 5000)
    const line = [{ goodsId: shirt, number: 1, propertyChildIds: '1:1,2:3' }]
    expect((await priceFor(shop, ann, line)).amountReal).toBe(79)
    const member = await priceFor(shop, gold, line)
    expect(member.amountReal).toBe(49.5)
    expect(member.priceParts.map(({ type }) => type)).toEqual(['goods', 'level'])
  })

  it('can be set anew and stopped, and is refused when it makes no sense', async () => {
    const goodsId = await createGoods(shop, { priceFen: 5000 })
    await sell(goodsId, 1990, { from: shop.now() })
    await sell(goodsId, 2990, { from: shop.now() })
    expect((await shown(goodsId)).minPrice).toBe(29.9)
    expect(await transaction(tx => stopSale(tx, shop.merchantId, goodsId))).toBe(true)
    expect(await transaction(tx => stopSale(tx, shop.merchantId, goodsId))).toBe(false)
    expect(await shown(goodsId)).toMatchObject({ miaosha: false, minPrice: 50 })
    await expect(sell(goodsId, 5000)).rejects.toThrow('秒杀价')
    await expect(sell(goodsId, 1000, { until: shop.now() })).rejects.toThrow('结束时间')
  })
})

describe('prices by number', () => {
  it('count all pieces of a product, whatever the choice, and show with the product', async () => {
    const shirt = await createShirt(shop)
    await ladder(shirt, [3, 8900], [5, 7900])
    expect((await dataOf(wxapi.goodsDetail(shirt))).priceMultilevels).toEqual([
      { number: 3, price: 89 },
      { number: 5, price: 79 },
    ])
    const line = (number: number, propertyChildIds: string) => ({ goodsId: shirt, number, propertyChildIds })
    expect((await priceFor(shop, ann, [line(2, '1:1,2:3')])).amountReal).toBe(198)
    const price = await priceFor(shop, ann, [line(2, '1:1,2:3'), line(1, '1:2,2:4')])
    expect(price.amountReal).toBe(2 * 89 + 109)
    expect(price.priceParts).toEqual([
      { type: 'goods', amount: 317 },
      { type: 'ladder', amount: -30 },
    ])
    expect((await priceFor(shop, ann, [line(5, '1:1,2:3')])).amountReal).toBe(395)
  })

  it('are refused when they do not fall, and are taken away', async () => {
    const goodsId = await createGoods(shop)
    await expect(ladder(goodsId, [1, 900])).rejects.toThrow('阶梯价')
    await expect(ladder(goodsId, [2, 1000])).rejects.toThrow('阶梯价')
    await expect(ladder(goodsId, [2, 900], [3, 950])).rejects.toThrow('阶梯价')
    await ladder(goodsId, [2, 900])
    await ladder(goodsId)
    expect(await dataOf(wxapi.goodsDetail(goodsId))).not.toHaveProperty('priceMultilevels')
  })
})
