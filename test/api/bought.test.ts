/** What a shopper has bought before. */
import { describe, expect, it } from 'vitest'
import { createGoods } from '../support/goods'
import { place, takeOffShelf } from '../support/orders'
import { codeOf, dataOf, type Person, refusalOf, signIn } from '../support/people'
import { buy } from '../support/purchases'
import { createShop } from '../support/shop'
import { rowsOf } from '../support/tables'

const shop = await createShop()
const { wxapi } = shop

const boughtBy = async ({ token }: Person, filter: object = {}) => {
  const reply = await wxapi.myBuyGoodsHis({ token, ...filter })
  return reply.code === 0 ? reply.data.result.map(({ goodsId }) => goodsId) : reply.code
}

describe('myBuyGoodsHis', () => {
  it('answers what was paid, each product once, the latest first', async () => {
    const ann = await signIn(shop, 'ann')
    expect(await boughtBy(ann)).toBe(700)
    const [tea, cup, box] = [
      await createGoods(shop, { name: '茶', stock: 20 }),
      await createGoods(shop),
      await createGoods(shop),
    ]
    await buy(shop, ann, [{ goodsId: tea, number: 2 }])
    await buy(shop, ann, cup)
    await buy(shop, ann, [{ goodsId: tea, number: 3 }])
    await place(shop, ann, box)
    expect(await boughtBy(ann)).toEqual([tea, cup])
    const history = await dataOf(wxapi.myBuyGoodsHis({ token: ann.token }))
    expect(history).toMatchObject({ totalRow: 2, totalPage: 1 })
    expect(history.result[0]).toMatchObject({ goodsName: '茶', number: 5, numberSells: 5, minPrice: 10, status: 0 })
    expect(await boughtBy(ann, { page: 2, pageSize: 1 })).toEqual([cup])
    expect(await boughtBy(ann, { page: 3, pageSize: 1 })).toBe(700)
    expect(await dataOf(wxapi.myBuyGoodsHisV2({ token: ann.token }))).toEqual(history)
    await takeOffShelf(shop, tea)
    expect((await dataOf(wxapi.myBuyGoodsHis({ token: ann.token }))).result[0]?.status).toBe(1)
  })

  it('answers only the caller’s own', async () => {
    const [bob, cat] = [await signIn(shop, 'bob'), await signIn(shop, 'cat')]
    await buy(shop, bob, await createGoods(shop))
    expect(await boughtBy(cat)).toBe(700)
    expect(await codeOf(wxapi.myBuyGoodsHis({ token: 'void' }))).toBe(2000)
    expect(await codeOf(wxapi.myBuyGoodsHisV2({ token: 'void' }))).toBe(2000)
  })
})

describe('myBuyGoodsHisDelete', () => {
  it('forgets by the product or by the record, until it is bought again', async () => {
    const dan = await signIn(shop, 'dan')
    const [tea, cup] = [await createGoods(shop), await createGoods(shop)]
    await buy(shop, dan, tea)
    await buy(shop, dan, cup)
    const { result } = await dataOf(wxapi.myBuyGoodsHis({ token: dan.token }))
    await dataOf(wxapi.myBuyGoodsHisDelete(dan.token, result[0]?.id))
    expect(await boughtBy(dan)).toEqual([tea])
    await dataOf(wxapi.myBuyGoodsHisDelete(dan.token, undefined, tea))
    await dataOf(wxapi.myBuyGoodsHisDelete(dan.token, undefined, tea))
    expect(await boughtBy(dan)).toBe(700)
    await buy(shop, dan, cup)
    const again = await dataOf(wxapi.myBuyGoodsHis({ token: dan.token }))
    expect(again.result).toMatchObject([{ goodsId: cup, number: 1 }])
  })

  it('brings nothing back when an older record is forgotten after a newer one', async () => {
    const eve = await signIn(shop, 'eve')
    const tea = await createGoods(shop)
    await buy(shop, eve, tea)
    const older = (await dataOf(wxapi.myBuyGoodsHis({ token: eve.token }))).result[0]?.id
    await buy(shop, eve, tea)
    await dataOf(wxapi.myBuyGoodsHisDelete(eve.token, undefined, tea))
    await dataOf(wxapi.myBuyGoodsHisDelete(eve.token, older))
    expect(await boughtBy(eve)).toBe(700)
  })

  it('leaves orders, and the history of others, alone', async () => {
    const [fay, gus] = [await signIn(shop, 'fay'), await signIn(shop, 'gus')]
    const tea = await createGoods(shop)
    await buy(shop, fay, tea)
    const record = (await dataOf(wxapi.myBuyGoodsHis({ token: fay.token }))).result[0]?.id
    const before = await rowsOf(shop)
    await dataOf(wxapi.myBuyGoodsHisDelete(gus.token, record))
    await dataOf(wxapi.myBuyGoodsHisDelete(gus.token, undefined, tea))
    expect(await rowsOf(shop)).toEqual(before)
    await dataOf(wxapi.myBuyGoodsHisDelete(fay.token, undefined, tea))
    expect((await rowsOf(shop)).orders).toEqual(before.orders)
  })

  it('wants to know which, and who is calling', async () => {
    const { token } = await signIn(shop, 'hal')
    expect(await refusalOf(wxapi.myBuyGoodsHisDelete(token))).toEqual({ code: 400, msg: '缺少参数 id 或 goodsId' })
    expect(await codeOf(wxapi.myBuyGoodsHisDelete('void', 1))).toBe(2000)
  })
})
