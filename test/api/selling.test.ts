/** Shoppers who offer goods of their own. */
import { describe, expect, it } from 'vitest'
import { changeGoods } from '../support/catalogue'
import { createGoods } from '../support/goods'
import { codeOf, dataOf, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { rowsOf } from '../support/tables'

const shop = await createShop()
const { wxapi } = shop
const [ann, bob] = [await signIn(shop, 'ann'), await signIn(shop, 'bob')]

const offer = async (more: object = {}) =>
  (await dataOf(wxapi.pushNewGoods({ token: ann.token, name: '旧书', price: 12.5, stores: 2, ...more }))).id
/** As the shop keeper does. */
const approve = (id: number) => changeGoods(shop, id, { status: 0, is_hidden: 0 })
/** Everywhere that a product could be seen or bought, and what each answers to `token`. */
const sightings = async (goodsId: number, token: string) => ({
  detail: await codeOf(wxapi.goodsDetail(goodsId, token)),
  price: await codeOf(wxapi.goodsPriceV2({ goodsId, token })),
  addition: await codeOf(wxapi.goodsAddition(goodsId)),
  limitation: await codeOf(wxapi.goodsLimitations(goodsId)),
  rebate: await codeOf(wxapi.goodsRebate(token, goodsId)),
  shown: await codeOf(wxapi.goods({ gids: String(goodsId) })),
  any: await codeOf(wxapi.goods({ gids: String(goodsId), status: -1 })),
  hidden: await codeOf(wxapi.goods({ gids: String(goodsId), status: -1, hidden: 1 })),
  off: await codeOf(wxapi.goodsv2({ gids: String(goodsId), status: 1, hidden: 1 })),
  favourite: await codeOf(wxapi.goodsFavPut(token, goodsId)),
  cart: await codeOf(wxapi.shippingCarInfoAddItem(token, goodsId, 1)),
  order: await codeOf(wxapi.orderCreate({ token, goodsJsonStr: [{ goodsId, number: 1 }], calculate: true })),
})
const NOWHERE = {
  detail: 700,
  price: 700,
  addition: 700,
  limitation: 700,
  rebate: 700,
  shown: 700,
  any: 700,
  hidden: 700,
  off: 700,
  favourite: 13001,
  cart: 13001,
  order: 13001,
}

describe('pushNewGoods', () => {
  it('shows an offer to nobody before the shop keeper has approved it', async () => {
    const id = await offer()
    expect(await sightings(id, bob.token)).toEqual(NOWHERE)
    await approve(id)
    expect(await sightings(id, bob.token)).toMatchObject({
      detail: 0,
      price: 0,
      shown: 0,
      favourite: 0,
      cart: 0,
      order: 0,
    })
    expect((await dataOf(wxapi.goodsDetail(id))).basicInfo).toMatchObject({ name: '旧书', minPrice: 12.5, stores: 2 })
  })

  it('hides an approved offer again when its owner changes it', async () => {
    const id = await offer()
    await approve(id)
    await dataOf(wxapi.pushNewGoods({ token: ann.token, id, name: '旧书两本', price: 20 }))
    expect(await sightings(id, bob.token)).toEqual(NOWHERE)
    await approve(id)
    expect((await dataOf(wxapi.goodsDetail(id))).basicInfo).toMatchObject({ name: '旧书两本', minPrice: 20, stores: 1 })
  })

  it.each([
    '<script>alert(1)</script>好书',
    '<img src=x onerror=alert(1)>好书',
    '<scr<script>ipt>alert(1)</scr</script>ipt>好书',
    '&lt;img src=x onerror=alert(1)&gt;好书',
    '<p onclick="alert(1)">好书</p><a href="javascript:alert(1)">x</a>',
  ])('makes plain text of %s', async content => {
    const id = await offer({ content })
    await approve(id)
    const shown = (await dataOf(wxapi.goodsDetail(id))).content
    expect(shown).toMatch(/好书/)
    expect(shown.replace(/<\/?p>/g, '')).not.toMatch(/[<>"']/)
  })

  it('refuses to change the goods of another, of the shop, or none at all', async () => {
    const id = await offer()
    const own = await createGoods(shop)
    const before = await rowsOf(shop)
    const change = { token: bob.token, name: '我的', price: 1 }
    expect(await codeOf(wxapi.pushNewGoods({ ...change, id }))).toBe(403)
    expect(await codeOf(wxapi.pushNewGoods({ ...change, id: own }))).toBe(403)
    expect(await codeOf(wxapi.pushNewGoods({ ...change, id: 99_999 }))).toBe(700)
    expect(await codeOf(wxapi.pushNewGoods({ ...change, token: 'void' }))).toBe(2000)
    expect(await rowsOf(shop)).toEqual(before)
  })

  it.each<[string, object, string]>([
    ['a negative price', { price: -5 }, '参数 price 不能小于 0.01'],
    ['a price of nothing', { price: 0 }, '参数 price 不能小于 0.01'],
    ['a price without end', { price: 1e15 }, '参数 price 不能大于 1000000'],
    ['a negative old price', { originalPrice: -1 }, '参数 originalPrice 不能小于 0.01'],
    ['a negative stock', { stores: -1 }, '参数 stores 不能小于 0'],
    ['a stock without end', { stores: 1e15 }, '参数 stores 不能大于 99999'],
    ['a name without end', { name: '书'.repeat(101) }, '参数 name 不能超过 100 个字符'],
  ])('refuses %s', async (_, fields, msg) => {
    const before = await rowsOf(shop)
    const reply = await wxapi.pushNewGoods({ token: ann.token, name: '旧书', price: 1, ...fields })
    expect(reply).toEqual({ code: 400, msg })
    expect(await rowsOf(shop)).toEqual(before)
  })
})

describe('deleteMyGoods', () => {
  it('takes an offer back for good, approved or not', async () => {
    for (const isApproved of [false, true]) {
      const id = await offer()
      if (isApproved) await approve(id)
      await dataOf(wxapi.deleteMyGoods(ann.token, id))
      expect(await sightings(id, bob.token)).toEqual(NOWHERE)
      expect(await codeOf(wxapi.deleteMyGoods(ann.token, id))).toBe(700)
      expect(await codeOf(wxapi.pushNewGoods({ token: ann.token, id, name: '又来', price: 1 }))).toBe(403)
    }
  })

  it('leaves the goods of others alone', async () => {
    const [id, own] = [await offer(), await createGoods(shop)]
    const before = await rowsOf(shop)
    expect(await codeOf(wxapi.deleteMyGoods(bob.token, id))).toBe(700)
    expect(await codeOf(wxapi.deleteMyGoods(bob.token, own))).toBe(700)
    expect(await codeOf(wxapi.deleteMyGoods('void', id))).toBe(2000)
    expect(await rowsOf(shop)).toEqual(before)
  })

  it('marks it as gone in carts', async () => {
    const id = await offer()
    await approve(id)
    const cat = await signIn(shop, 'cat')
    await dataOf(wxapi.shippingCarInfoAddItem(cat.token, id, 1))
    await dataOf(wxapi.deleteMyGoods(ann.token, id))
    expect((await dataOf(wxapi.shippingCarInfo(cat.token))).items).toMatchObject([{ goodsId: id, status: 1 }])
  })
})
