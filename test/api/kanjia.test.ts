import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { DAY_MS } from '../../contract/time'
import { createBargainSet } from '../support/bargains'
import { createFreight, createGoods, createShirt, HANGZHOU } from '../support/goods'
import { expectBalancedLedger } from '../support/ledger'
import { giveLevel, place, priceFor, statusOf, stockOf, takeOffShelf } from '../support/orders'
import { codeOf, dataOf, giveBalance, type Person, signIn } from '../support/people'
import { loadSdk } from '../support/sdk'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const ann = await signIn(shop, 'ann')
const friends = await Promise.all(Array.from({ length: 6 }, (_, i) => signIn(shop, `friend-${i}`)))
const [ben = ann, cat = ann, dan = ann] = friends

const join = (kjid: number, { token }: Person = ann) => dataOf(wxapi.kanjiaJoin(token, kjid))
const help = ({ token }: Person, kjid: number, whose = ann, remark?: string) =>
  wxapi.kanjiaHelp(token, kjid, whose.uid, remark)
const stand = async (kjid: number, whose = ann) => (await dataOf(wxapi.kanjiaDetail(kjid, whose.uid))).kanjiaInfo

describe('the terms of a bargain', () => {
  it('stand with the product, in lists and by themselves', async () => {
    const goodsId = await createGoods(shop, { priceFen: 9900 })
    expect((await dataOf(wxapi.goodsDetail(goodsId))).basicInfo).toMatchObject({ kanjia: false, kanjiaPrice: 0 })
    expect(await codeOf(wxapi.kanjiaSet(String(goodsId)))).toBe(errors.noData[0])
    const kjid = await createBargainSet(shop, goodsId, { floorFen: 1900, helps: 8, cutFen: [500, 1500], number: 3 })
    expect((await dataOf(wxapi.goodsDetail(goodsId))).basicInfo).toMatchObject({ kanjia: true, kanjiaPrice: 19 })
    const { result } = await dataOf(wxapi.goodsv2({ kanjia: true }))
    expect(result.map(({ id }) => id)).toContain(goodsId)
    expect(await dataOf(wxapi.kanjiaSet(`${goodsId},999999`))).toMatchObject([
      {
        id: kjid,
        goodsId,
        originalPrice: 99,
        minPrice: 19,
        helpPriceMin: 5,
        helpPriceMax: 15,
        numberHelp: 8,
        number: 3,
        numberBuy: 0,
        status: 0,
        statusStr: '进行中',
      },
    ])
    expect((await dataOf(wxapi.kanjiaSet())).map(({ id }) => id)).toContain(kjid)
  })

  it('leave the lists when their time is over, and say so', async () => {
    const goodsId = await createGoods(shop)
    const kjid = await createBargainSet(shop, goodsId, { days: 1 })
    await join(kjid)
    await shop.advance(DAY_MS / 1000 + 1)
    expect((await dataOf(wxapi.goodsDetail(goodsId))).basicInfo).toMatchObject({ kanjia: false })
    expect(await dataOf(wxapi.kanjiaSet(String(goodsId)))).toMatchObject([{ status: 1, statusStr: '已结束' }])
    expect(await stand(kjid)).toMatchObject({ status: 3, statusStr: '已结束' })
    expect(await codeOf(help(ben, kjid))).toBe(errors.kanjiaOver[0])
    expect(await codeOf(wxapi.kanjiaJoin(ben.token, kjid))).toBe(errors.kanjiaOver[0])
    const buy = { token: ann.token, goodsJsonStr: [{ goodsId, number: 1 }], kjid }
    expect(await codeOf(wxapi.orderCreate(buy))).toBe(errors.kanjiaOver[0])
  })

  it('are refused when they do not work out', async () => {
    const goodsId = await createGoods(shop)
    for (const wrong of [
      { floorFen: 1000 },
      { helps: 0 },
      { helps: 501 },
      { cutFen: [1, 100] },
      { number: 0 },
      { days: -1 },
    ])
      await expect(createBargainSet(shop, goodsId, wrong as never), JSON.stringify(wrong)).rejects.toThrow()
  })
})

describe('a bargain', () => {
  it('is started once, and one’s own', async () => {
    const goodsId = await createGoods(shop)
    const kjid = await createBargainSet(shop, goodsId)
    expect(await codeOf(wxapi.kanjiaMyJoinInfo(ann.token, kjid))).toBe(errors.noData[0])
    const started = await join(kjid)
    expect(started).toMatchObject({ goodsId, kjId: kjid, curPrice: 10, minPrice: 4, uid: ann.uid, helpNumber: 0 })
    await dataOf(help(ben, kjid))
    expect(await join(kjid)).toMatchObject({ helpNumber: 1, dateAdd: started.dateAdd })
    expect(await dataOf(wxapi.kanjiaMyJoinInfo(ann.token, kjid))).toMatchObject({ helpNumber: 1, status: 0 })
    const mine = await dataOf(wxapi.kanjiaSet(undefined, ann.token))
    expect(mine.find(({ id }) => id === kjid)).toMatchObject({ joined: { helpNumber: 1 } })
    expect(await codeOf(wxapi.kanjiaJoin(ann.token, 999_999))).toBe(errors.kanjiaUnknown[0])
    expect(await codeOf(wxapi.kanjiaJoin('nobody', kjid))).toBe(errors.loginRequired[0])
  })

  it('reaches the floor with the friends that were planned, each once, never below', async () => {
    const kjid = await createBargainSet(shop, await createGoods(shop), { helps: 3, cutFen: [100, 300] })
    await join(kjid)
    await dataOf(wxapi.modifyUserInfo({ token: ben.token, nick: '阿本', avatarUrl: 'https://example.com/ben.png' }))
    const first = await dataOf(help(ben, kjid, ann, '加油'))
    expect(first.cutPrice).toBeGreaterThanOrEqual(1)
    expect(first.cutPrice).toBeLessThanOrEqual(3)
    expect(await dataOf(help(ben, kjid)), 'a repeat').toEqual(first)
    expect(await dataOf(wxapi.kanjiaHelpDetail(ben.token, kjid, ann.uid))).toEqual(first)
    expect(await codeOf(wxapi.kanjiaHelpDetail(cat.token, kjid, ann.uid))).toBe(errors.noData[0])
    await dataOf(help(ann, kjid))
    await dataOf(help(cat, kjid))
    const { kanjiaInfo, helps, joiner } = await dataOf(wxapi.kanjiaDetail(kjid, ann.uid))
    expect(kanjiaInfo).toMatchObject({ curPrice: 4, helpNumber: 3, status: 1, statusStr: '已砍到底价' })
    expect(helps.reduce((sum, { cutPrice }) => sum + Math.round(cutPrice * 100), 0)).toBe(600)
    expect(helps.find(({ uid }) => uid === ben.uid)).toMatchObject({
      nick: '阿本',
      avatarUrl: 'https://example.com/ben.png',
      remark: '加油',
    })
    expect(joiner.uid).toBe(ann.uid)
    expect(await codeOf(help(dan, kjid))).toBe(errors.kanjiaAtFloor[0])
    expect(await codeOf(help(ben, kjid, dan))).toBe(errors.kanjiaUnknown[0])
  })

  it('of two hundred friends at once takes exactly those it has room for', async () => {
    const goodsId = await createGoods(shop, { priceFen: 100_000 })
    const kjid = await createBargainSet(shop, goodsId, { floorFen: 12_345, helps: 120, cutFen: [300, 1200] })
    await join(kjid)
    const crowd = await Promise.all(Array.from({ length: 200 }, (_, i) => signIn(shop, `crowd-${i}`)))
    const answers = await Promise.all(crowd.flatMap(person => [help(person, kjid), help(person, kjid)]))
    const codes = new Set(answers.map(({ code }) => code))
    expect(codes).toEqual(new Set([0, errors.kanjiaAtFloor[0]]))
    expect(answers.filter(({ code }) => code === 0)).toHaveLength(240)
    const { kanjiaInfo, helps } = await dataOf(wxapi.kanjiaDetail(kjid, ann.uid))
    expect(kanjiaInfo).toMatchObject({ curPrice: 123.45, helpNumber: 120, status: 1 })
    expect(new Set(helps.map(({ uid }) => uid)).size).toBe(120)
    const cuts = helps.map(({ cutPrice }) => Math.round(cutPrice * 100))
    expect(cuts.reduce((sum, cut) => sum + cut, 0)).toBe(100_000 - 12_345)
    expect(Math.min(...cuts)).toBeGreaterThanOrEqual(300)
    expect(Math.max(...cuts)).toBeLessThanOrEqual(1200)
  })

  it('can be given up and started anew, with the same friends', async () => {
    const kjid = await createBargainSet(shop, await createGoods(shop))
    await join(kjid)
    await dataOf(help(ben, kjid))
    await dataOf(wxapi.kanjiaClear(ann.token, kjid))
    expect(await codeOf(wxapi.kanjiaClear(ann.token, kjid))).toBe(errors.kanjiaUnknown[0])
    expect(await codeOf(wxapi.kanjiaDetail(kjid, ann.uid))).toBe(errors.noData[0])
    expect(await join(kjid)).toMatchObject({ curPrice: 10, helpNumber: 0 })
    expect(await codeOf(help(ben, kjid))).toBe(0)
  })

  it('cannot be started for goods that are gone', async () => {
    const goodsId = await createGoods(shop)
    const kjid = await createBargainSet(shop, goodsId)
    await takeOffShelf(shop, goodsId)
    expect(await codeOf(wxapi.kanjiaJoin(ann.token, kjid))).toBe(errors.goodsGone[0])
  })
})

describe('buying by a bargain', () => {
  it('costs what it stands at, explained, and once', async () => {
    const goodsId = await createGoods(shop, { freightId: await createFreight(shop) })
    const kjid = await createBargainSet(shop, goodsId)
    await giveLevel(shop, ann, 5000)
    const line = [{ goodsId, number: 1 }]
    const order = (more = {}) => wxapi.orderCreate({ token: ann.token, goodsJsonStr: line, ...HANGZHOU, kjid, ...more })
    expect(await codeOf(order())).toBe(errors.kanjiaNotStarted[0])
    await join(kjid)
    const { cutPrice } = await dataOf(help(ben, kjid))
    const { curPrice } = await stand(kjid)
    const price = await priceFor(shop, ann, line, { ...HANGZHOU, kjid })
    expect(price.amountReal).toBeCloseTo(curPrice + 8, 2)
    expect(price.priceParts).toEqual([
      { type: 'goods', amount: 10 },
      { type: 'kanjia', amount: -cutPrice },
      { type: 'freight', amount: 8 },
    ])
    expect(await codeOf(order({ goodsJsonStr: [{ goodsId, number: 2 }] }))).toBe(errors.kanjiaOnePiece[0])
    const other = await createGoods(shop)
    expect(await codeOf(order({ goodsJsonStr: [{ goodsId: other, number: 1 }] }))).toBe(errors.kanjiaOnePiece[0])
    const placed = await place(shop, ann, goodsId, { ...HANGZHOU, kjid, amountExpected: price.amountReal })
    expect(await stand(kjid)).toMatchObject({ status: 2, orderId: placed.id })
    for (const again of [order(), order({ calculate: true }), help(cat, kjid), wxapi.kanjiaClear(ann.token, kjid)])
      expect(await codeOf(again)).toBe(errors.kanjiaOrdered[0])
    await giveBalance(shop, ann, 10_000)
    await dataOf(wxapi.orderPay(ann.token, String(placed.id)))
    expect(await statusOf(shop, ann, placed.id)).toBe(1)
    expect((await dataOf(wxapi.orderDetail(ann.token, placed.id))).kjid).toBe(kjid)
    await expectBalancedLedger(shop)
  })

  it('goes on where it stood when the order is closed', async () => {
    const goodsId = await createGoods(shop)
    const kjid = await createBargainSet(shop, goodsId, { number: 1 })
    await join(kjid)
    await join(kjid, dan)
    await dataOf(help(ben, kjid))
    const before = await stand(kjid)
    await place(shop, ann, goodsId, { kjid })
    expect(await dataOf(wxapi.kanjiaSet(String(goodsId)))).toMatchObject([{ numberBuy: 1, status: 2 }])
    expect((await dataOf(wxapi.goodsDetail(goodsId))).basicInfo.kanjia).toBe(false)
    const line = [{ goodsId, number: 1 }]
    const second = wxapi.orderCreate({ token: dan.token, goodsJsonStr: line, kjid })
    expect(await codeOf(second)).toBe(errors.kanjiaSoldOut[0])
    expect(await codeOf(wxapi.kanjiaJoin(cat.token, kjid))).toBe(errors.kanjiaSoldOut[0])
    await shop.advance(31 * 60)
    expect(await stand(kjid)).toMatchObject({ status: 0, curPrice: before.curPrice })
    expect((await dataOf(wxapi.goodsDetail(goodsId))).basicInfo.kanjia).toBe(true)
    expect(await stockOf(shop, goodsId)).toBe(10)
    await dataOf(help(cat, kjid))
    await place(shop, ann, goodsId, { kjid })
  })

  it('keeps a dearer choice dearer, and makes none dearer than it is', async () => {
    const shirt = await createShirt(shop)
    const kjid = await createBargainSet(shop, shirt, { floorFen: 900 })
    await join(kjid)
    for (const friend of [ben, cat, dan]) await dataOf(help(friend, kjid))
    const costs = async (propertyChildIds: string) =>
      (await priceFor(shop, ann, [{ goodsId: shirt, number: 1, propertyChildIds }], { kjid })).amountReal
    expect(await costs('1:1,2:3')).toBe(9)
    expect(await costs('1:2,2:4')).toBe(29)
  })

  it('is for so many pieces, however many order at once', async () => {
    const goodsId = await createGoods(shop, { stock: 50 })
    const kjid = await createBargainSet(shop, goodsId, { number: 3 })
    const goodsJsonStr = [{ goodsId, number: 1 }]
    await Promise.all(friends.map(friend => join(kjid, friend)))
    const codes = await Promise.all(
      friends.flatMap(({ token }) => [1, 2].map(() => codeOf(wxapi.orderCreate({ token, goodsJsonStr, kjid })))),
    )
    expect(codes.filter(code => code === 0)).toHaveLength(3)
    const refusals = new Set<number>([0, errors.kanjiaSoldOut[0], errors.kanjiaOrdered[0]])
    expect(codes.filter(code => !refusals.has(code))).toEqual([])
    expect(await stockOf(shop, goodsId)).toBe(47)
  })
})

it('clients of the hosted service bargain through their own package', async () => {
  const { wxapi: sdk } = loadSdk(shop.origin, shop.subDomain, shop.merchantId)
  const goodsId = await createGoods(shop)
  const kjid = await createBargainSet(shop, goodsId)
  const data = async (name: string, ...args: unknown[]) => {
    const answer = await sdk[name]?.(...args)
    expect(answer, name).toMatchObject({ code: 0 })
    return answer?.data as Record<string, never>
  }
  expect(await data('kanjiaSet', goodsId)).toMatchObject([{ id: kjid, goodsId }])
  expect(await data('kanjiaJoin', ann.token, kjid)).toMatchObject({ goodsId })
  const { cutPrice = 0 } = await data('kanjiaHelp', ben.token, kjid, ann.uid)
  expect(await data('kanjiaHelpDetail', ben.token, kjid, ann.uid)).toMatchObject({ cutPrice })
  expect(await data('kanjiaDetail', kjid, ann.uid)).toMatchObject({ helps: [{ uid: ben.uid, cutPrice }] })
  const goodsJsonStr = JSON.stringify([{ goodsId, number: 1, propertyChildIds: '', logisticsType: 0 }])
  const order = await data('orderCreate', { token: ann.token, goodsJsonStr, kjid, calculate: 'true' })
  expect(order.amountTotle).toBeCloseTo(10 - cutPrice, 2)
})
