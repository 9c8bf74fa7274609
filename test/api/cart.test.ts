import { describe, expect, it } from 'vitest'
import { fen } from '../../contract/money'
import { updateGoods } from '../../server/domains/goods/save'
import { saveBranch } from '../../server/domains/subshop/store'
import { changeGoods } from '../support/catalogue'
import { COCONUT, LARGE_BLUE, PEARLS, SMALL_RED, SWEET, TEA_ADDITIONS } from '../support/choices'
import { createGoods, createShirt } from '../support/goods'
import { giveLevel, takeOffShelf } from '../support/orders'
import { codeOf, dataOf, type Person, refusalOf, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { rowsOf } from '../support/tables'

const shop = await createShop()
const { wxapi, merchantId } = shop
const { transaction, clock } = shop.app.services
const [GONE, STOCK, MINIMUM, NO_LINE, VOID] = [13001, 13003, 13004, 13101, 2000]

const cartOf = ({ token }: Person, type?: string) => dataOf(wxapi.shippingCarInfo(token, type))
const add = ({ token }: Person, goodsId: number, number = 1) =>
  dataOf(wxapi.shippingCarInfoAddItem(token, goodsId, number))
const keyOf = async (person: Person, goodsId: number) =>
  (await cartOf(person)).items.find(item => item.goodsId === goodsId)?.key ?? ''
const setStock = (goodsId: number, stock: number) =>
  transaction(tx =>
    tx
      .updateTable('skus')
      .set({ stock })
      .where('merchant_id', '=', merchantId)
      .where('goods_id', '=', goodsId)
      .execute(),
  )

describe('shippingCarInfo', () => {
  it('answers 700 while the cart is empty, and 2000 to strangers', async () => {
    const { token } = await signIn(shop, 'empty')
    expect(await codeOf(wxapi.shippingCarInfo(token))).toBe(700)
    expect(await codeOf(wxapi.shippingCarInfo('void'))).toBe(VOID)
  })

  it('answers lines with their choice, newest first, and the sums', async () => {
    const ann = await signIn(shop, 'ann')
    const shirt = await createShirt(shop, { originalFen: fen(12_900), weightGram: 350 })
    const tea = await createGoods(shop, { name: '茶', pic: '/files/1/202601/abcdefghij0123456789.jpg' })
    await dataOf(wxapi.shippingCarInfoAddItem(ann.token, shirt, 2, SMALL_RED))
    await shop.advance(1)
    await add(ann, tea)
    const cart = await cartOf(ann)
    expect(cart).toMatchObject({ number: 3, price: 208, selectedNumber: 3, selectedPrice: 208, score: 0 })
    expect(cart.shopList).toEqual([{ id: 0, name: 'demo 店' }])
    expect(cart.items.map(({ goodsId }) => goodsId)).toEqual([tea, shirt])
    const [teaLine, shirtLine] = cart.items
    expect(teaLine?.pic).toBe(`${shop.origin}/files/1/202601/abcdefghij0123456789.jpg`)
    for (const name of ['sku', 'additions']) expect(teaLine).not.toHaveProperty(name)
    expect(shirtLine).toMatchObject({
      name: '棉布衬衫',
      number: 2,
      price: 99,
      originalPrice: 129,
      stores: 5,
      weight: 0.35,
      selected: true,
      status: 0,
      statusStr: '正常',
      propertyChildIds: '1:1,2:3,',
      sku: [
        { optionId: 1, optionValueId: 1, optionName: '颜色', optionValueName: '红' },
        { optionId: 2, optionValueId: 3, optionName: '尺码', optionValueName: '小' },
      ],
    })
    expect(shirtLine?.key).toMatch(/^[0-9a-f]{32}$/)
  })

  it('names the branches that sell what is in it', async () => {
    const eve = await signIn(shop, 'eve')
    const branch = await transaction(tx => saveBranch(tx, merchantId, { name: '西湖店' }, clock.now()))
    const other = await shop.anotherShop('cart-branches')
    await transaction(tx => saveBranch(tx, other.merchantId, { name: '别家的店' }, clock.now()))
    const [own, sold] = [await createGoods(shop), await createGoods(shop, { shopId: branch.id })]
    for (const goodsId of [own, sold]) {
      await add(eve, goodsId)
      await shop.advance(1)
    }
    const cart = await cartOf(eve)
    expect(cart.items.map(({ shopId }) => shopId)).toEqual([branch.id, 0])
    expect(cart.shopList).toEqual([
      { id: branch.id, name: '西湖店' },
      { id: 0, name: 'demo 店' },
    ])
  })

  it('answers the member’s price, additions at their own', async () => {
    const member = await signIn(shop, 'member')
    await giveLevel(shop, member, 9500)
    const tea = await createGoods(shop, { priceFen: 990, additions: TEA_ADDITIONS })
    await dataOf(wxapi.shippingCarInfoAddItem(member.token, tea, 2, [], [PEARLS, SWEET]))
    const cart = await cartOf(member)
    expect(cart.items[0]).toMatchObject({ price: 11.41, additions: [{ name: '全糖' }, { pname: '加料', price: 2 }] })
    expect(cart).toMatchObject({ price: 22.82, selectedPrice: 22.82 })
  })

  it('answers prices and stock of this moment', async () => {
    const bob = await signIn(shop, 'bob')
    const draft = { name: '茶', skus: [{ values: [], priceFen: fen(1000), stock: 10 }] }
    const tea = await createGoods(shop, { ...draft, additions: TEA_ADDITIONS })
    await dataOf(wxapi.shippingCarInfoAddItem(bob.token, tea, 1, [], [SWEET, COCONUT]))
    const [sweetness, toppings] = TEA_ADDITIONS
    const dearer = {
      name: '加料',
      required: false,
      several: true,
      items: [
        { name: '珍珠', priceFen: fen(200) },
        { name: '椰果', priceFen: fen(300) },
      ],
    }
    const change = (more: object) =>
      transaction(tx => updateGoods(tx, merchantId, tea, { ...draft, ...more }, clock.now()))
    await change({ skus: [{ values: [], priceFen: fen(1100), stock: 7 }], additions: [sweetness, dearer] })
    expect((await cartOf(bob)).items).toMatchObject([{ price: 14, stores: 7, status: 0 }])
    await change({ additions: [sweetness] })
    expect((await cartOf(bob)).items).toMatchObject([{ status: 1, statusStr: '已失效' }])
    expect(toppings?.items).toHaveLength(2)
  })

  it('marks what is gone and what is sold out, and counts neither as selected', async () => {
    const cat = await signIn(shop, 'cat')
    const [fine, gone, soldOut, tooFew, noChoice] = await Promise.all([
      createGoods(shop),
      createGoods(shop),
      createGoods(shop),
      createGoods(shop, { minBuy: 3 }),
      createShirt(shop),
    ])
    for (const goodsId of [fine, gone, soldOut]) await add(cat, goodsId)
    await add(cat, tooFew, 3)
    await dataOf(wxapi.shippingCarInfoAddItem(cat.token, noChoice, 1, LARGE_BLUE))
    await takeOffShelf(shop, gone)
    await setStock(soldOut, 0)
    await setStock(tooFew, 2)
    const plain = { name: '均码', skus: [{ values: [], priceFen: fen(1), stock: 1 }] }
    await transaction(tx => updateGoods(tx, merchantId, noChoice, plain, clock.now()))

    const cart = await cartOf(cat)
    const states = Object.fromEntries(
      cart.items.map(({ goodsId, status, statusStr }) => [goodsId, [status, statusStr]]),
    )
    expect(states).toEqual({
      [fine]: [0, '正常'],
      [gone]: [1, '已失效'],
      [soldOut]: [0, '已售罄'],
      [tooFew]: [0, '已售罄'],
      [noChoice]: [1, '已失效'],
    })
    expect(cart).toMatchObject({ number: 7, selectedNumber: 1, selectedPrice: 10 })
  })
})

describe('shippingCarInfoModifyNumber', () => {
  it('sets the number and answers the cart; a repeat changes nothing', async () => {
    const kim = await signIn(shop, 'kim')
    const goodsId = await createGoods(shop)
    await add(kim, goodsId)
    const key = await keyOf(kim, goodsId)
    const cart = await dataOf(wxapi.shippingCarInfoModifyNumber(kim.token, key, 7))
    expect(cart).toMatchObject({ number: 7, price: 70, items: [{ key, number: 7 }] })
    expect(await dataOf(wxapi.shippingCarInfoModifyNumber(kim.token, key, 7))).toEqual(cart)
    expect(await cartOf(kim)).toEqual(cart)
  })

  it('refuses more than the stock, less than the minimum, what is gone, and lines that are not there', async () => {
    const [lea, other] = [await signIn(shop, 'lea'), await signIn(shop, 'other')]
    const [goodsId, gone] = [await createGoods(shop, { minBuy: 2 }), await createGoods(shop)]
    await add(lea, goodsId, 2)
    await add(lea, gone)
    const [key, goneKey] = [await keyOf(lea, goodsId), await keyOf(lea, gone)]
    await changeGoods(shop, gone, { status: 1 })
    const before = await rowsOf(shop)
    const modify = (token: string, line: string, number: number, type?: string) =>
      refusalOf(wxapi.shippingCarInfoModifyNumber(token, line, number, type))
    expect(await modify(lea.token, key, 11)).toEqual({ code: STOCK, msg: '库存只有 10 件' })
    expect(await modify(lea.token, key, 1)).toEqual({ code: MINIMUM, msg: '2 件起购' })
    expect(await modify(lea.token, key, 0)).toMatchObject({ code: 400 })
    expect(await modify(lea.token, goneKey, 2)).toMatchObject({ code: GONE })
    expect(await modify(lea.token, 'none', 2)).toMatchObject({ code: NO_LINE })
    expect(await modify(lea.token, key, 2, 'cy')).toMatchObject({ code: NO_LINE })
    expect(await modify(other.token, key, 2)).toMatchObject({ code: NO_LINE })
    expect(await modify('void', key, 2)).toMatchObject({ code: VOID })
    expect(await rowsOf(shop)).toEqual(before)
  })
})

describe('shippingCartSelected', () => {
  it('selects lines and takes the selection back, and answers the sums', async () => {
    const max = await signIn(shop, 'max')
    const [one, two] = [await createGoods(shop), await createGoods(shop, { priceFen: 250 })]
    for (const goodsId of [one, two]) await add(max, goodsId)
    const keys = [await keyOf(max, one), await keyOf(max, two)]
    const select = (which: string[], isSelected: boolean) =>
      dataOf(wxapi.shippingCartSelected(max.token, which.join(','), isSelected))
    expect(await select(keys, false)).toMatchObject({ number: 2, price: 12.5, selectedNumber: 0, selectedPrice: 0 })
    expect(await select(keys.slice(1), true)).toMatchObject({ selectedNumber: 1, selectedPrice: 2.5 })
    expect(await select(['none'], true)).toMatchObject({ selectedNumber: 1 })
    expect(await select(keys, true)).toMatchObject({ selectedNumber: 2, selectedPrice: 12.5 })
  })

  it('answers 700 where there is no cart, and changes no other', async () => {
    const [ned, other] = [await signIn(shop, 'ned'), await signIn(shop, 'other ned')]
    const goodsId = await createGoods(shop)
    await add(ned, goodsId)
    expect(await codeOf(wxapi.shippingCartSelected(other.token, await keyOf(ned, goodsId), false))).toBe(700)
    expect((await cartOf(ned)).items[0]?.selected).toBe(true)
    expect(await codeOf(wxapi.shippingCartSelected('void', 'x', true))).toBe(VOID)
  })
})

describe('shippingCarInfoRemoveItem', () => {
  it('removes lines and answers what is left, 700 when that is nothing', async () => {
    const [oda, other] = [await signIn(shop, 'oda'), await signIn(shop, 'other oda')]
    const [one, two, three] = [await createGoods(shop), await createGoods(shop), await createGoods(shop)]
    for (const goodsId of [one, two, three]) await add(oda, goodsId)
    await add(other, one)
    const [first, second, third] = [await keyOf(oda, one), await keyOf(oda, two), await keyOf(oda, three)]
    expect((await dataOf(wxapi.shippingCarInfoRemoveItem(oda.token, first))).number).toBe(2)
    expect((await dataOf(wxapi.shippingCarInfoRemoveItem(oda.token, first))).number).toBe(2)
    expect(await codeOf(wxapi.shippingCarInfoRemoveItem(oda.token, `${second},${third}`))).toBe(700)
    expect((await cartOf(other)).number).toBe(1)
    expect(await codeOf(wxapi.shippingCarInfoRemoveItem('void', first))).toBe(VOID)
  })
})

describe('shippingCarInfoAddItem', () => {
  it('puts a line that was removed back where it stood, and nothing into the future', async () => {
    const { token } = await signIn(shop, 'quin')
    const ids = [await createGoods(shop), await createGoods(shop), await createGoods(shop)]
    for (const goodsId of ids) {
      await dataOf(wxapi.shippingCarInfoAddItem(token, goodsId, 2))
      await shop.advance(1)
    }
    const before = await dataOf(wxapi.shippingCarInfo(token))
    const [, line] = before.items
    await dataOf(wxapi.shippingCarInfoRemoveItem(token, line?.key ?? ''))
    await dataOf(wxapi.shippingCarInfoAddItem(token, line?.goodsId ?? 0, 2, [], [], '', line?.addedAt))
    expect(await dataOf(wxapi.shippingCarInfo(token))).toEqual(before)
    const later = await createGoods(shop)
    await dataOf(wxapi.shippingCarInfoAddItem(token, later, 1, [], [], '', clock.now().getTime() * 2))
    const [newest] = (await dataOf(wxapi.shippingCarInfo(token))).items
    expect(newest).toMatchObject({ goodsId: later })
    expect(newest?.addedAt).toBeLessThanOrEqual(clock.now().getTime())
  })
})

describe('shippingCarInfoRemoveAll', () => {
  it('empties the cart, an empty one too', async () => {
    const { token } = await signIn(shop, 'pia')
    await dataOf(wxapi.shippingCarInfoAddItem(token, await createGoods(shop), 1))
    expect(await wxapi.shippingCarInfoRemoveAll(token)).toEqual({ code: 0, msg: 'success' })
    expect(await codeOf(wxapi.shippingCarInfo(token))).toBe(700)
    expect(await codeOf(wxapi.shippingCarInfoRemoveAll(token))).toBe(0)
    expect(await codeOf(wxapi.shippingCarInfoRemoveAll('void'))).toBe(VOID)
  })
})
