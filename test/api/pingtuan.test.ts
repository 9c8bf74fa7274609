import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { fen } from '../../contract/money'
import { DAY_MS } from '../../contract/time'
import { createFreight, createGoods, createShirt, HANGZHOU } from '../support/goods'
import { createGroupTerms, joinTeam, openTeam } from '../support/groups'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { giveLevel, payOnline, place, priceFor, ship, statusOf, stockOf, takeOffShelf } from '../support/orders'
import { codeOf, dataOf, giveBalance, signIn } from '../support/people'
import { loadSdk } from '../support/sdk'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const [ann, ben, cat, dan] = (await Promise.all(['ann', 'ben', 'cat', 'dan'].map(name => signIn(shop, name)))) as [
  Awaited<ReturnType<typeof signIn>>,
  Awaited<ReturnType<typeof signIn>>,
  Awaited<ReturnType<typeof signIn>>,
  Awaited<ReturnType<typeof signIn>>,
]
const HOURS = 3600
const balanceOf = async ({ token }: typeof ann) => (await dataOf(wxapi.userAmount(token))).balance

describe('the terms of group buys', () => {
  it('stand with the product, in lists and by themselves', async () => {
    const goodsId = await createGoods(shop)
    expect((await dataOf(wxapi.goodsDetail(goodsId))).basicInfo).toMatchObject({ pingtuan: false, pingtuanPrice: 0 })
    expect(await codeOf(wxapi.pingtuanSet(goodsId))).toBe(errors.noData[0])
    const id = await createGroupTerms(shop, goodsId, { persons: 2, hours: 12, refundTo: 1 })
    expect((await dataOf(wxapi.goodsDetail(goodsId))).basicInfo).toMatchObject({ pingtuan: true, pingtuanPrice: 7 })
    expect((await dataOf(wxapi.goodsv2({ pingtuan: true }))).result.map(one => one.id)).toContain(goodsId)
    expect(await dataOf(wxapi.goodsPriceV2({ goodsId }))).toMatchObject({ price: 10, pingtuanPrice: 7 })
    const terms = { id, goodsId, numberPersion: 2, timeoutHours: 12, price: 7, status: 0, statusStr: '正常' }
    const counts = { numberDoing: 0, numberSucccess: 0, numberOrder: 0, refundType: 1, refundTypeStr: '原路退回' }
    expect(await dataOf(wxapi.pingtuanSet(goodsId))).toMatchObject({ ...terms, ...counts })
    expect(await dataOf(wxapi.pingtuanSets(`${goodsId},999999`))).toMatchObject([terms])
  })

  it('cost a dearer choice so much more', async () => {
    const shirt = await createShirt(shop)
    await createGroupTerms(shop, shirt, { priceFen: 7900 })
    const { skuList } = await dataOf(wxapi.goodsDetail(shirt))
    expect(skuList?.map(({ pingtuanPrice }) => pingtuanPrice)).toEqual([79, 89, 79, 99])
  })

  it('have prices that fall with what was sold', async () => {
    const goodsId = await createGoods(shop)
    const levels = [
      { from: 2, priceFen: fen(600) },
      { from: 5, priceFen: fen(500) },
    ]
    await createGroupTerms(shop, goodsId, { levels })
    const reached = async () => (await dataOf(wxapi.pingtuanMultilevel(goodsId))).map(one => one.reached)
    expect(await dataOf(wxapi.pingtuanMultilevel(goodsId))).toEqual([
      { level: 1, numberBuy: 0, price: 7, reached: true, numberSold: 0 },
      { level: 2, numberBuy: 2, price: 6, reached: false, numberSold: 0 },
      { level: 3, numberBuy: 5, price: 5, reached: false, numberSold: 0 },
    ])
    const team = await openTeam(shop, ann, goodsId)
    await joinTeam(shop, ben, goodsId, team)
    expect(await reached()).toEqual([false, true, false])
    expect((await dataOf(wxapi.goodsDetail(goodsId))).basicInfo.pingtuanPrice).toBe(6)
    expect((await priceFor(shop, cat, goodsId, { pingtuanOpenId: team })).amountReal).toBe(6)
    const other = await createGoods(shop)
    await createGroupTerms(shop, other)
    expect(await codeOf(wxapi.pingtuanMultilevel(other))).toBe(errors.noData[0])
  })

  it('leave the lists when their time is over', async () => {
    const goodsId = await createGoods(shop)
    await createGroupTerms(shop, goodsId, { days: 1 })
    await shop.advance(DAY_MS / 1000 + 1)
    expect((await dataOf(wxapi.goodsDetail(goodsId))).basicInfo.pingtuan).toBe(false)
    expect(await dataOf(wxapi.pingtuanSet(goodsId))).toMatchObject({ status: 1, statusStr: '已结束' })
    expect(await codeOf(wxapi.pingtuanOpen(ann.token, goodsId))).toBe(errors.pingtuanOver[0])
    expect(await codeOf(wxapi.goodsDefaultPingtuan(goodsId))).toBe(errors.noData[0])
  })

  it('are refused when they do not work out', async () => {
    const goodsId = await createGoods(shop)
    const level = { from: 0, priceFen: fen(600) }
    const dearer = { from: 5, priceFen: fen(800) }
    const wrong = [{ priceFen: 1000 }, { persons: 1 }, { persons: 201 }, { hours: 0 }, { days: 0 }]
    for (const terms of [...wrong, { levels: [level] }, { levels: [dearer] }])
      await expect(createGroupTerms(shop, goodsId, terms), JSON.stringify(terms)).rejects.toThrow()
    expect(await codeOf(wxapi.pingtuanOpen(ann.token, goodsId))).toBe(errors.pingtuanUnknown[0])
    await createGroupTerms(shop, goodsId)
    await takeOffShelf(shop, goodsId)
    expect(await codeOf(wxapi.pingtuanOpen(ann.token, goodsId))).toBe(errors.goodsGone[0])
  })
})

describe('a group', () => {
  it('is seen when its leader has paid, and complete when all have', async () => {
    const goodsId = await createGoods(shop, { freightId: await createFreight(shop) })
    await createGroupTerms(shop, goodsId)
    const opened = await dataOf(wxapi.pingtuanOpen(ann.token, goodsId))
    expect(opened).toMatchObject({ goodsId, uid: ann.uid, helpNumber: 0, numberPersion: 3, status: 0 })
    expect((await dataOf(wxapi.pingtuanOpen(ann.token, goodsId))).id, 'a repeat').toBe(opened.id)
    const list = () => wxapi.pingtuanList({ goodsId, status: 0 })
    const order = { goodsJsonStr: [{ goodsId, number: 1 }], pingtuanOpenId: opened.id, ...HANGZHOU }
    expect(await codeOf(list())).toBe(errors.noData[0])
    expect(await codeOf(wxapi.pingtuanTuanInfo(opened.id))).toBe(errors.noData[0])
    expect(await codeOf(wxapi.orderCreate({ token: ben.token, ...order }))).toBe(errors.pingtuanUnknown[0])

    const first = await joinTeam(shop, ann, goodsId, opened.id, HANGZHOU)
    expect(first.priceParts).toEqual([
      { type: 'goods', amount: 10 },
      { type: 'pingtuan', amount: -3 },
      { type: 'freight', amount: 8 },
    ])
    expect((await dataOf(list())).result).toMatchObject([{ id: opened.id, uid: ann.uid, helpNumber: 1, numberLeft: 2 }])
    expect(await codeOf(wxapi.orderCreate({ token: ann.token, ...order }))).toBe(errors.pingtuanJoined[0])
    const info = async () => (await dataOf(wxapi.orderDetail(ann.token, first.id))).orderInfo
    expect(await info()).toMatchObject({ status: 1, statusStr: '待成团', awaitsTeam: true, pingtuanOpenId: opened.id })
    expect(await ship(shop, first.id), 'not before the group is complete').toBe(false)

    const second = await joinTeam(shop, ben, goodsId, opened.id, HANGZHOU)
    await joinTeam(shop, cat, goodsId, opened.id, HANGZHOU)
    expect(await dataOf(wxapi.pingtuanTuanInfo(opened.id))).toMatchObject({ status: 1, helpNumber: 3, numberLeft: 0 })
    const members = await dataOf(wxapi.pingtuanJoinUsers(opened.id))
    expect(members.map(({ uid }) => uid)).toEqual([ann.uid, ben.uid, cat.uid])
    expect(members.map(({ isLeader }) => isLeader)).toEqual([true, false, false])
    expect(await info()).toMatchObject({ status: 1, statusStr: '待发货' })
    expect(await info()).not.toHaveProperty('awaitsTeam')
    expect(await ship(shop, second.id)).toBe(true)
    expect(await dataOf(wxapi.pingtuanSet(goodsId))).toMatchObject({
      numberDoing: 0,
      numberSucccess: 1,
      numberOrder: 3,
    })
    const { result } = await dataOf(wxapi.pingtuanMyJoined({ token: ben.token, goodsId }))
    expect(result).toMatchObject([{ tuanId: opened.id, orderId: second.id, isLeader: false, isPay: true, status: 1 }])
    expect(await codeOf(wxapi.orderCreate({ token: dan.token, ...order }))).toBe(errors.pingtuanFull[0])
    await shop.advance(25 * HOURS)
    expect(await statusOf(shop, ben, second.id), 'its time is no matter any more').toBe(2)
    await expectBalancedLedger(shop)
  })

  it('holds a place for the minutes of payment, and frees it after', async () => {
    const goodsId = await createGoods(shop)
    await createGroupTerms(shop, goodsId, { persons: 2 })
    const team = await openTeam(shop, ann, goodsId)
    const held = await place(shop, ben, goodsId, { pingtuanOpenId: team })
    const order = { token: cat.token, goodsJsonStr: [{ goodsId, number: 1 }], pingtuanOpenId: team }
    expect(await codeOf(wxapi.orderCreate(order))).toBe(errors.pingtuanFull[0])
    expect(await codeOf(wxapi.orderCreate({ ...order, calculate: true }))).toBe(errors.pingtuanFull[0])
    await shop.advance(31 * 60)
    expect(await statusOf(shop, ben, held.id)).toBe(-1)
    await joinTeam(shop, cat, goodsId, team)
    expect(await dataOf(wxapi.pingtuanTuanInfo(team))).toMatchObject({ status: 1 })
    expect(await codeOf(wxapi.orderPay(ben.token, String(held.id)))).toBe(errors.orderNotOpen[0])
    expect(await stockOf(shop, goodsId)).toBe(8)
  })

  it('lets exactly three of fifty people have its last three places', async () => {
    const goodsId = await createGoods(shop, { stock: 100 })
    await createGroupTerms(shop, goodsId, { persons: 5 })
    const team = await openTeam(shop, ann, goodsId)
    await joinTeam(shop, ben, goodsId, team)
    const crowd = await Promise.all(Array.from({ length: 50 }, (_, i) => signIn(shop, `crowd-${i}`)))
    const goodsJsonStr = [{ goodsId, number: 1 }]
    const answers = await Promise.all(
      crowd.map(async person => ({
        person,
        answer: await wxapi.orderCreate({ token: person.token, goodsJsonStr, pingtuanOpenId: team }),
      })),
    )
    const inside = answers.filter(({ answer }) => answer.code === 0)
    expect(inside).toHaveLength(3)
    const refusals = new Set(answers.map(({ answer }) => answer.code))
    expect(refusals).toEqual(new Set([0, errors.pingtuanFull[0]]))
    expect(await dataOf(wxapi.pingtuanTuanInfo(team))).toMatchObject({ status: 0, numberLeft: 0, helpNumber: 2 })
    for (const { person } of inside) await giveBalance(shop, person, 700)
    await Promise.all(
      inside.map(({ person, answer }) =>
        dataOf(wxapi.orderPay(person.token, String(answer.code === 0 ? answer.data.id : 0))),
      ),
    )
    expect(await dataOf(wxapi.pingtuanTuanInfo(team))).toMatchObject({ status: 1, helpNumber: 5 })
    for (const { person, answer } of inside)
      expect(await statusOf(shop, person, answer.code === 0 ? (answer.data.id ?? 0) : 0)).toBe(3)
    expect(await stockOf(shop, goodsId)).toBe(95)
    await expectBalancedLedger(shop)
  })

  it('sells one product alone, without a member’s rate and not by a bargain too', async () => {
    const goodsId = await createGoods(shop)
    const other = await createGoods(shop)
    await createGroupTerms(shop, goodsId)
    await giveLevel(shop, dan, 5000)
    const { id } = await dataOf(wxapi.pingtuanOpen(dan.token, goodsId))
    const buy = (goodsIds: number[]) =>
      wxapi.orderCreate({
        token: dan.token,
        goodsJsonStr: goodsIds.map(one => ({ goodsId: one, number: 1 })),
        pingtuanOpenId: id,
        calculate: true,
      })
    expect(await codeOf(buy([goodsId, other]))).toBe(errors.pingtuanAlone[0])
    expect(await codeOf(buy([other]))).toBe(errors.pingtuanAlone[0])
    expect(await dataOf(buy([goodsId]))).toMatchObject({ amountReal: 7 })
  })
})

describe('a group that is not complete in time', () => {
  it('gives everybody the money back to the balance and closes the orders', async () => {
    const goodsId = await createGoods(shop)
    // Who is in no other group whose time ends too.
    const [gil, hal, ida] = [await signIn(shop, 'gil'), await signIn(shop, 'hal'), await signIn(shop, 'ida')]
    await createGroupTerms(shop, goodsId, { refundTo: 0 })
    const { id: team } = await dataOf(wxapi.pingtuanOpen(gil.token, goodsId))
    const order = await place(shop, gil, goodsId, { pingtuanOpenId: team })
    await payOnline(shop, gil, order)
    const second = await joinTeam(shop, hal, goodsId, team)
    await shop.advance(24 * HOURS - 60)
    const third = await place(shop, ida, goodsId, { pingtuanOpenId: team })
    const before = { gil: await balanceOf(gil), hal: await balanceOf(hal) }
    await shop.advance(61)
    expect(await dataOf(wxapi.pingtuanTuanInfo(team))).toMatchObject({ status: 2, statusStr: '拼团失败' })
    for (const [person, { id }] of [
      [gil, order],
      [hal, second],
      [ida, third],
    ] as const)
      expect(await statusOf(shop, person, id)).toBe(-1)
    expect(await balanceOf(gil)).toBeCloseTo(before.gil + 7, 2)
    expect(await balanceOf(hal)).toBeCloseTo(before.hal + 7, 2)
    expect(await stockOf(shop, goodsId)).toBe(10)
    const late = { token: dan.token, goodsJsonStr: [{ goodsId, number: 1 }], pingtuanOpenId: team }
    expect(await codeOf(wxapi.orderCreate(late))).toBe(errors.pingtuanOver[0])
    const { result } = await dataOf(wxapi.pingtuanMyJoined({ token: gil.token, tuanId: team }))
    expect(result).toMatchObject([{ status: 2, statusStr: '拼团失败', isLeader: true }])
    await shop.advance(HOURS)
    expect(await balanceOf(hal), 'once').toBeCloseTo(before.hal + 7, 2)
    await expectBalancedLedger(shop)
  })

  it('gives it back the way it was paid where its terms say so', async () => {
    const goodsId = await createGoods(shop)
    await createGroupTerms(shop, goodsId, { refundTo: 1 })
    const eve = await signIn(shop, 'eve')
    const { id: team } = await dataOf(wxapi.pingtuanOpen(eve.token, goodsId))
    const order = await place(shop, eve, goodsId, { pingtuanOpenId: team })
    await payOnline(shop, eve, order)
    const { token } = eve
    const ask = wxapi.refundApply({ token, orderId: order.id, type: 0, reason: '不想要了' })
    expect(await codeOf(ask)).toBe(errors.refundAwaitsTeam[0])
    await shop.advance(24 * HOURS + 1)
    await shop.runJobs()
    expect(await statusOf(shop, eve, order.id)).toBe(-1)
    expect(await balanceOf(eve)).toBe(0)
    await expectBalancedLedger(shop)
    await expectPaymentsBooked(shop)
  })

  it('keeps a payment that comes too late in the balance', async () => {
    const goodsId = await createGoods(shop)
    await createGroupTerms(shop, goodsId, { hours: 1 })
    const team = await openTeam(shop, ann, goodsId)
    const fay = await signIn(shop, 'fay')
    await shop.advance(HOURS - 60)
    const order = await place(shop, fay, goodsId, { pingtuanOpenId: team })
    await shop.advance(61)
    await giveBalance(shop, fay, 700)
    expect(await codeOf(wxapi.orderPay(fay.token, String(order.id)))).toBe(errors.orderNotOpen[0])
    expect(await balanceOf(fay)).toBe(7)
  })
})

describe('the group that the shop keeps open', () => {
  it('is joined without a leader, begins with the first payment and is followed by another', async () => {
    const goodsId = await createGoods(shop)
    await createGroupTerms(shop, goodsId, { persons: 2, hours: 2 })
    const standing = await dataOf(wxapi.goodsDefaultPingtuan(goodsId))
    expect(standing).toMatchObject({ uid: 0, helpNumber: 0, numberLeft: 2 })
    await joinTeam(shop, ann, goodsId, standing.id)
    await joinTeam(shop, ben, goodsId, standing.id)
    expect(await dataOf(wxapi.pingtuanTuanInfo(standing.id))).toMatchObject({ status: 1 })
    const next = await dataOf(wxapi.goodsDefaultPingtuan(goodsId))
    expect(next.id).not.toBe(standing.id)
    const order = await joinTeam(shop, cat, goodsId, next.id)
    await shop.advance(2 * HOURS + 1)
    expect(await statusOf(shop, cat, order.id)).toBe(-1)
    expect((await dataOf(wxapi.goodsDefaultPingtuan(goodsId))).id).toBeGreaterThan(next.id)
  })
})

it('clients of the hosted service buy in groups through their own package', async () => {
  const { wxapi: sdk } = loadSdk(shop.origin, shop.subDomain, shop.merchantId)
  const goodsId = await createGoods(shop)
  await createGroupTerms(shop, goodsId, { persons: 2 })
  const data = async (name: string, ...args: unknown[]) => {
    const answer = await sdk[name]?.(...args)
    expect(answer, name).toMatchObject({ code: 0 })
    return answer?.data as { id: number } & Record<string, never>
  }
  expect(await data('pingtuanSet', goodsId)).toMatchObject({ numberPersion: 2, timeoutHours: 24 })
  expect(await data('pingtuanSets', [goodsId])).toMatchObject([{ goodsId }])
  const { id } = await data('pingtuanOpen', ann.token, goodsId)
  const goodsJsonStr = JSON.stringify([{ goodsId, number: 1, propertyChildIds: '', logisticsType: 0 }])
  const order = await data('orderCreate', { token: ann.token, goodsJsonStr, pingtuanOpenId: id })
  await giveBalance(shop, ann, 700)
  await data('orderPay', ann.token, order.id)
  expect(await data('pingtuanList', { goodsId, status: 0 })).toMatchObject({ result: [{ id, helpNumber: 1 }] })
  expect(await data('pingtuanJoinUsers', id)).toMatchObject([{ apiExtUserHelp: {} }])
  expect(await data('pingtuanMyJoined', { token: ann.token, goodsId })).toMatchObject({ result: [{ tuanId: id }] })
})
