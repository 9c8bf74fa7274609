import { describe, expect, it } from 'vitest'
import { createGoods } from '../support/goods'
import { takeOffShelf } from '../support/orders'
import { codeOf, dataOf, type Person, refusalOf, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { rowsOf } from '../support/tables'

const shop = await createShop()
const { wxapi } = shop
const VOID = 2000

const countOf = async (goodsId: number) => (await dataOf(wxapi.goodsDetail(goodsId))).basicInfo.numberFav
const listOf = async ({ token }: Person, filter: object = {}) => {
  const reply = await wxapi.goodsFavList({ token, ...filter })
  return reply.code === 0 ? reply.data.map(({ goodsId }) => goodsId) : reply.code
}

describe('goodsFavPut', () => {
  it('counts a favourite once however often it is put', async () => {
    const ann = await signIn(shop, 'ann')
    const goodsId = await createGoods(shop)
    expect(await wxapi.goodsFavPut(ann.token, goodsId)).toEqual({ code: 0, msg: 'success' })
    await dataOf(wxapi.goodsFavPut(ann.token, goodsId))
    await dataOf(wxapi.goodsFavAdd({ token: ann.token, goodsId }))
    expect(await countOf(goodsId)).toBe(1)
    expect(await listOf(ann)).toEqual([goodsId])
  })

  it('counts it once when it is put several times at the same moment', async () => {
    const ann = await signIn(shop, 'ann')
    const goodsId = await createGoods(shop)
    await Promise.all(Array.from({ length: 5 }, () => dataOf(wxapi.goodsFavPut(ann.token, goodsId))))
    expect(await countOf(goodsId)).toBe(1)
  })

  it('counts every shopper', async () => {
    const goodsId = await createGoods(shop)
    const people = await Promise.all(['a', 'b', 'c', 'd'].map(name => signIn(shop, name)))
    await Promise.all(people.map(({ token }) => dataOf(wxapi.goodsFavPut(token, goodsId))))
    expect(await countOf(goodsId)).toBe(4)
  })

  it('refuses what is not there, and callers who are not signed in', async () => {
    const { token } = await signIn(shop, 'ann')
    expect(await codeOf(wxapi.goodsFavPut(token, 99_999))).toBe(13001)
    expect(await codeOf(wxapi.goodsFavAdd({ token, goodsId: 99_999 }))).toBe(13001)
    const goodsId = await createGoods(shop)
    expect(await codeOf(wxapi.goodsFavPut('void', goodsId))).toBe(VOID)
    expect(await codeOf(wxapi.goodsFavAdd({ token: 'void', goodsId }))).toBe(VOID)
    expect(await countOf(goodsId)).toBe(0)
  })
})

describe('goodsFavCheck', () => {
  it('answers 0 for a favourite and -1 for anything else, each with its word', async () => {
    const { token } = await signIn(shop, 'bob')
    const goodsId = await createGoods(shop)
    expect(await wxapi.goodsFavCheck(token, goodsId)).toEqual({ code: -1, msg: '未收藏', data: '未收藏' })
    await dataOf(wxapi.goodsFavPut(token, goodsId))
    expect(await wxapi.goodsFavCheck(token, goodsId)).toEqual({ code: 0, msg: 'success', data: '已收藏' })
    expect(await dataOf(wxapi.goodsFavCheckV2({ token, goodsId }))).toBe('已收藏')
    expect(await codeOf(wxapi.goodsFavCheckV2({ token, goodsId: 99_999 }))).toBe(-1)
    const other = await signIn(shop, 'cat')
    expect(await codeOf(wxapi.goodsFavCheck(other.token, goodsId))).toBe(-1)
    expect(await codeOf(wxapi.goodsFavCheck('void', goodsId))).toBe(VOID)
  })
})

describe('goodsFavList', () => {
  it('answers the newest first, by name when asked, and pages', async () => {
    const dan = await signIn(shop, 'dan')
    expect(await listOf(dan)).toBe(700)
    const goods = []
    for (const name of ['白茶', '红茶', '茶杯']) goods.push(await createGoods(shop, { name }))
    for (const goodsId of goods) await dataOf(wxapi.goodsFavPut(dan.token, goodsId))
    const [white, red, cup] = goods
    expect(await listOf(dan)).toEqual([cup, red, white])
    expect(await listOf(dan, { nameLike: '茶杯' })).toEqual([cup])
    expect(await listOf(dan, { nameLike: '%' })).toBe(700)
    expect(await listOf(dan, { page: 2, pageSize: 2 })).toEqual([white])
    expect(await listOf(dan, { page: 3, pageSize: 2 })).toBe(700)
    expect(await codeOf(wxapi.goodsFavList({ token: 'void' }))).toBe(VOID)
  })

  it('shows price and state of this moment, also of what has left the shelf', async () => {
    const eve = await signIn(shop, 'eve')
    const goodsId = await createGoods(shop, {
      name: '绿茶',
      priceFen: 1990,
      pic: '/files/1/202601/abcdefghij0123456789.jpg',
    })
    await dataOf(wxapi.goodsFavPut(eve.token, goodsId))
    const favourite = { goodsId, goodsName: '绿茶', minPrice: 19.9, status: 0, type: 0 }
    const [row] = await dataOf(wxapi.goodsFavList({ token: eve.token }))
    expect(row).toMatchObject(favourite)
    expect(row?.pic).toBe(`${shop.origin}/files/1/202601/abcdefghij0123456789.jpg`)
    await takeOffShelf(shop, goodsId)
    expect(await dataOf(wxapi.goodsFavList({ token: eve.token }))).toMatchObject([{ ...favourite, status: 1 }])
  })
})

describe('goodsFavDelete', () => {
  it('removes by the product or by its own id, and a repeat changes nothing', async () => {
    const fay = await signIn(shop, 'fay')
    const [one, two] = [await createGoods(shop), await createGoods(shop)]
    for (const goodsId of [one, two]) await dataOf(wxapi.goodsFavPut(fay.token, goodsId))
    const [newest] = await dataOf(wxapi.goodsFavList({ token: fay.token }))
    await dataOf(wxapi.goodsFavDelete(fay.token, undefined, one))
    await dataOf(wxapi.goodsFavDelete(fay.token, undefined, one))
    expect(await listOf(fay)).toEqual([two])
    await dataOf(wxapi.goodsFavDeleteV2({ token: fay.token, id: newest?.id ?? 0 }))
    expect(await listOf(fay)).toBe(700)
    expect([await countOf(one), await countOf(two)]).toEqual([0, 0])
  })

  it('removes it once when asked several times at the same moment', async () => {
    const fay = await signIn(shop, 'fay')
    const goodsId = await createGoods(shop)
    await dataOf(wxapi.goodsFavPut(fay.token, goodsId))
    await Promise.all([1, 2, 3].map(() => dataOf(wxapi.goodsFavDelete(fay.token, undefined, goodsId))))
    expect(await countOf(goodsId)).toBe(0)
  })

  it('wants to know which', async () => {
    const { token } = await signIn(shop, 'fay')
    expect(await refusalOf(wxapi.goodsFavDelete(token))).toEqual({ code: 400, msg: '缺少参数 id 或 goodsId' })
    expect(await codeOf(wxapi.goodsFavDeleteV2({ token }))).toBe(400)
    expect(await codeOf(wxapi.goodsFavDelete('void', 1))).toBe(VOID)
  })

  it('leaves the favourites of others alone', async () => {
    const [gus, hal] = [await signIn(shop, 'gus'), await signIn(shop, 'hal')]
    const goodsId = await createGoods(shop)
    await dataOf(wxapi.goodsFavPut(gus.token, goodsId))
    const [own] = await dataOf(wxapi.goodsFavList({ token: gus.token }))
    const before = await rowsOf(shop)
    await dataOf(wxapi.goodsFavDelete(hal.token, own?.id))
    await dataOf(wxapi.goodsFavDelete(hal.token, undefined, goodsId))
    expect(await rowsOf(shop)).toEqual(before)
  })
})
