import { describe, expect, it } from 'vitest'
import { COCONUT, LARGE_BLUE, PEARLS, SMALL_RED, SWEET, TEA_ADDITIONS } from '../support/choices'
import { createGoods, createShirt } from '../support/goods'
import { codeOf, dataOf, type Person, refusalOf, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { rowsOf } from '../support/tables'

const shop = await createShop()
const { wxapi, merchantId } = shop
const { transaction } = shop.app.services
const [GONE, SKU_GONE, STOCK, MINIMUM, ADDITION, ADDITION_WANTED] = [13001, 13002, 13003, 13004, 13007, 13008]
const [FULL, SKU_WANTED, VOID] = [13102, 30002, 2000]

const cartOf = ({ token }: Person, type?: string) => dataOf(wxapi.shippingCarInfo(token, type))
const add = ({ token }: Person, goodsId: number, number = 1) =>
  dataOf(wxapi.shippingCarInfoAddItem(token, goodsId, number))
const keyOf = async (person: Person, goodsId: number) =>
  (await cartOf(person)).items.find(item => item.goodsId === goodsId)?.key ?? ''

describe('shippingCarInfoAddItem', () => {
  it('adds the same choice up, in whatever order it is told', async () => {
    const dan = await signIn(shop, 'dan')
    const shirt = await createShirt(shop, { additions: TEA_ADDITIONS })
    const put = (sku: typeof SMALL_RED, addition: (typeof SWEET)[]) =>
      dataOf(wxapi.shippingCarInfoAddItem(dan.token, shirt, 1, sku, addition))
    await put(SMALL_RED, [SWEET, PEARLS, COCONUT])
    await put([...SMALL_RED].reverse(), [COCONUT, SWEET, PEARLS])
    await put(LARGE_BLUE, [SWEET])
    await put(LARGE_BLUE, [SWEET, PEARLS])
    const { items } = await cartOf(dan)
    expect(items.map(({ number, price }) => [number, price]).sort()).toEqual([
      [1, 119],
      [1, 121],
      [2, 102.5],
    ])
    expect(new Set(items.map(({ key }) => key)).size).toBe(3)
  })

  it('is the same when it is called with one object', async () => {
    const dan = await signIn(shop, 'dan object')
    const goodsId = await createGoods(shop)
    await dataOf(wxapi.shippingCarInfoAddItemV2({ token: dan.token, goodsId, number: 2 }))
    await add(dan, goodsId)
    expect((await cartOf(dan)).items).toMatchObject([{ goodsId, number: 3 }])
    expect(await codeOf(wxapi.shippingCarInfoAddItemV2({ token: 'void', goodsId, number: 1 }))).toBe(VOID)
  })

  describe('with a key', () => {
    const put = ({ token }: Person, goodsId: number, idempotencyKey: string, number = 1) =>
      codeOf(wxapi.shippingCarInfoAddItemV2({ token, goodsId, number, idempotencyKey }))
    const numberOf = async (person: Person) => (await cartOf(person)).number

    it('adds once, however often and at once it is sent', async () => {
      const ann = await signIn(shop, 'ann repeats')
      const goodsId = await createGoods(shop)
      const codes = await Promise.all(Array.from({ length: 5 }, () => put(ann, goodsId, 'first-wish', 2)))
      expect(codes).toEqual([0, 0, 0, 0, 0])
      expect(await numberOf(ann)).toBe(2)
      expect(await put(ann, goodsId, 'other-wish')).toBe(0)
      expect(await numberOf(ann)).toBe(3)
    })

    it('is no less in the cart when nothing more would fit', async () => {
      const ben = await signIn(shop, 'ben repeats')
      const goodsId = await createGoods(shop, { stock: 2 })
      expect(await put(ben, goodsId, 'last-pieces', 2)).toBe(0)
      expect(await put(ben, goodsId, 'last-pieces', 2)).toBe(0)
      expect(await put(ben, goodsId, 'one-more-piece')).toBe(STOCK)
      expect(await numberOf(ben)).toBe(2)
    })

    it('belongs to one shopper and one choice', async () => {
      const [cat, dan] = [await signIn(shop, 'cat repeats'), await signIn(shop, 'dan repeats')]
      const [tea, cake] = [await createGoods(shop), await createGoods(shop)]
      for (const goodsId of [tea, cake]) expect(await put(cat, goodsId, 'same-words')).toBe(0)
      expect(await put(dan, tea, 'same-words')).toBe(0)
      expect([await numberOf(cat), await numberOf(dan)]).toEqual([2, 1])
    })
  })

  it('selects the line again', async () => {
    const dan = await signIn(shop, 'dan selects')
    const goodsId = await createGoods(shop)
    await add(dan, goodsId)
    await dataOf(wxapi.shippingCartSelected(dan.token, await keyOf(dan, goodsId), false))
    await add(dan, goodsId)
    expect((await cartOf(dan)).items).toMatchObject([{ selected: true, number: 2 }])
  })

  it('keeps carts of different types apart', async () => {
    const eve = await signIn(shop, 'eve')
    const goodsId = await createGoods(shop)
    await add(eve, goodsId)
    await dataOf(wxapi.shippingCarInfoAddItem(eve.token, goodsId, 2, undefined, undefined, 'cy'))
    expect((await cartOf(eve)).number).toBe(1)
    expect((await cartOf(eve, 'cy')).number).toBe(2)
    expect(await codeOf(wxapi.shippingCarInfo(eve.token, 'other'))).toBe(700)
    await dataOf(wxapi.shippingCarInfoRemoveAll(eve.token, 'cy'))
    expect(await codeOf(wxapi.shippingCarInfo(eve.token, 'cy'))).toBe(700)
    expect((await cartOf(eve)).number).toBe(1)
  })

  it('refuses what cannot be bought, and changes nothing', async () => {
    const { token } = await signIn(shop, 'fay')
    const [tea, pack, shirt] = [
      await createGoods(shop, { additions: TEA_ADDITIONS }),
      await createGoods(shop, { minBuy: 3 }),
      await createShirt(shop),
    ]
    const off = await createGoods(shop, { isOnShelf: false })
    const before = await rowsOf(shop)
    const refused = async (goodsId: number, number: number, sku?: typeof SMALL_RED, addition?: (typeof SWEET)[]) =>
      codeOf(wxapi.shippingCarInfoAddItem(token, goodsId, number, sku, addition))
    expect(await refused(99_999, 1)).toBe(GONE)
    expect(await refused(off, 1)).toBe(GONE)
    expect(await refused(shirt, 1)).toBe(SKU_WANTED)
    expect(await refused(shirt, 1, SMALL_RED.slice(0, 1))).toBe(SKU_GONE)
    expect(await refused(shirt, 1, [{ optionId: 9, optionValueId: 9 }])).toBe(SKU_GONE)
    expect(await refused(tea, 1, SMALL_RED, [SWEET])).toBe(SKU_GONE)
    const [large] = LARGE_BLUE
    expect(await refused(shirt, 1, [{ optionId: 1, optionValueId: 1 }, ...(large ? [large] : [])])).toBe(STOCK)
    expect(await refused(shirt, 6, SMALL_RED)).toBe(STOCK)
    expect(await refused(tea, 1)).toBe(ADDITION_WANTED)
    expect(await refused(tea, 1, undefined, [SWEET, { pid: 2, id: 9 }])).toBe(ADDITION)
    expect(await refused(tea, 1, undefined, [SWEET, { pid: 2, id: 1 }])).toBe(ADDITION)
    expect(await refusalOf(wxapi.shippingCarInfoAddItem(token, pack, 2))).toEqual({ code: MINIMUM, msg: '3 件起购' })
    expect(await codeOf(wxapi.shippingCarInfoAddItem('void', tea, 1))).toBe(VOID)
    expect(await rowsOf(shop)).toEqual(before)
  })

  it('reaches the minimum in several steps only from above', async () => {
    const gus = await signIn(shop, 'gus')
    const pack = await createGoods(shop, { minBuy: 3 })
    await add(gus, pack, 3)
    await add(gus, pack, 1)
    expect((await cartOf(gus)).number).toBe(4)
  })

  it('never holds more than the stock, however many taps come at the same moment', async () => {
    const hal = await signIn(shop, 'hal')
    const goodsId = await createGoods(shop, { stock: 5 })
    const taps = Array.from({ length: 9 }, () => codeOf(wxapi.shippingCarInfoAddItem(hal.token, goodsId, 1)))
    expect((await Promise.all(taps)).sort()).toEqual([...Array(5).fill(0), ...Array(4).fill(STOCK)])
    expect((await cartOf(hal)).items).toMatchObject([{ number: 5 }])
    expect(await codeOf(wxapi.shippingCarInfoAddItem(hal.token, goodsId, 1))).toBe(STOCK)
  })

  it('takes two hundred lines, and more of what is there already', async () => {
    const ivy = await signIn(shop, 'ivy')
    const [known, another] = [await createGoods(shop), await createGoods(shop)]
    await add(ivy, known)
    const line = {
      merchant_id: merchantId,
      user_id: ivy.uid,
      cart_type: '',
      goods_id: known,
      sku_id: 1,
      additions_json: '[]',
    }
    const lines = Array.from({ length: 199 }, (_, i) => ({
      ...line,
      key: `k${i}`,
      number: 1,
      is_selected: 0,
      created_at: i,
    }))
    await transaction(tx => tx.insertInto('cart_lines').values(lines).execute())
    expect(await codeOf(wxapi.shippingCarInfoAddItem(ivy.token, another, 1))).toBe(FULL)
    expect(await codeOf(wxapi.shippingCarInfoAddItem(ivy.token, known, 1))).toBe(0)
    expect((await cartOf(ivy)).items).toHaveLength(200)
  })

  it('asks the database four times at most', async () => {
    const jim = await signIn(shop, 'jim')
    const shirt = await createShirt(shop, { additions: TEA_ADDITIONS })
    const put = () => wxapi.shippingCarInfoAddItem(jim.token, shirt, 1, SMALL_RED, [SWEET])
    for (let i = 0; i < 2; i++) {
      const statements = await shop.statementsOf(put)
      expect(statements.filter(sql => !/^(begin|commit)/i.test(sql)).length).toBeLessThanOrEqual(4)
    }
  })
})
