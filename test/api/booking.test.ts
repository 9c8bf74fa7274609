import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { fen } from '../../contract/money'
import { DAY_MS, dayOf, parseTime } from '../../contract/time'
import { stopOpenings } from '../../server/domains/goods/opening-terms'
import { openDays } from '../support/bookings'
import { createCategory } from '../support/catalogue'
import { createCoupon, handCoupon } from '../support/coupons'
import { createGoods, createShirt } from '../support/goods'
import { expectBalancedLedger } from '../support/ledger'
import { giveLevel, place, priceFor, statusOf, stockOf } from '../support/orders'
import { codeOf, dataOf, giveBalance, signIn } from '../support/people'
import { agree, ask } from '../support/refunds'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const ann = await signIn(shop, 'ann')
const { transaction } = shop.app.services

/** The day in so many days from now. */
const day = (later: number) => dayOf(new Date(shop.now().getTime() + later * DAY_MS))

const open = (goodsId: number, days: string[], terms: Parameters<typeof openDays>[3] = {}) =>
  openDays(shop, goodsId, days, terms)

/** Three nights, the last one dearer. */
async function createRoom(more: Parameters<typeof createGoods>[1] = {}) {
  const goodsId = await createGoods(shop, { name: '湖景房', priceFen: 8000, afterSale: '0', ...more })
  const nights = [day(1), day(2), day(3)]
  await open(goodsId, nights)
  await open(goodsId, nights.slice(2), { priceFen: 15_050 })
  return { goodsId, nights }
}

const SLOTS = ['09:00-10:00', '10:00-11:00']
async function createCourt(stock = 3) {
  const goodsId = await createGoods(shop, { name: '羽毛球场', afterSale: '0' })
  await open(goodsId, [day(1)], { slots: SLOTS, priceFen: 5000, stock })
  return { goodsId, line: { goodsId, number: 1, goodsTimesDay: day(1), goodsTimesItem: SLOTS[0] ?? '' } }
}

const left = async (goodsId: number) => (await dataOf(wxapi.goodsPriceDaily(goodsId))).map(({ stores }) => stores)
const slotsLeft = async (goodsId: number) =>
  (await dataOf(wxapi.goodsTimesDayItems(day(1), goodsId))).map(({ stores }) => stores)
const tryOrder = (line: Parameters<typeof wxapi.orderCreate>[0]['goodsJsonStr'][number], person = ann, more = {}) =>
  codeOf(wxapi.orderCreate({ token: person.token, goodsJsonStr: [line], ...more }))

describe('prices by the day', () => {
  it('are listed with the places left, and make the price of a piece together', async () => {
    const { goodsId, nights } = await createRoom()
    expect(await dataOf(wxapi.goodsPriceDaily(goodsId))).toMatchObject([
      { goodsId, day: nights[0], price: 100, stores: 3 },
      { day: nights[1], price: 100, stores: 3 },
      { day: nights[2], price: 150.5, stores: 3 },
    ])
    expect((await dataOf(wxapi.goodsDetail(goodsId))).basicInfo).toMatchObject({ hasDayPrice: true })
    // Named in any order, and twice, a day counts once.
    const lines = [{ goodsId, number: 2, days: [...nights.toReversed(), nights[0] ?? ''] }]
    const price = await priceFor(shop, ann, lines)
    expect(price).toMatchObject({ amountReal: 701, amountTotle: 701 })
    expect(await left(goodsId)).toEqual([3, 3, 3])
    const order = await place(shop, ann, lines, { amountExpected: 701 })
    expect(order).toMatchObject({ amountReal: 701, priceParts: price.priceParts })
    expect(await left(goodsId)).toEqual([1, 1, 1])
    expect(await stockOf(shop, goodsId)).toBe(10)
    const { goods } = await dataOf(wxapi.orderDetail(ann.token, order.id))
    expect(goods).toMatchObject([{ days: nights, number: 2, amountSingle: 350.5, amount: 701 }])
    expect(goods[0]?.property).toBe(`${nights[0]} 至 ${nights[2]}`)
    await dataOf(wxapi.orderClose(ann.token, order.id))
    expect(await left(goodsId)).toEqual([3, 3, 3])
    expect(await stockOf(shop, goodsId)).toBe(10)
  })

  it('go with the rate of members and with coupons, in the trial as in the order', async () => {
    const { goodsId, nights } = await createRoom()
    const bea = await signIn(shop, 'bea')
    await giveLevel(shop, bea, 8888)
    const face = { money_type: 0 as const, value_min: 1000, value_max: 1000, threshold_fen: fen(0) }
    await handCoupon(shop, bea, await createCoupon(shop, face))
    const lines = [{ goodsId, number: 1, days: nights }]
    const price = await priceFor(shop, bea, lines)
    expect(price.priceParts).toEqual([
      { type: 'goods', amount: 350.5 },
      { type: 'level', amount: -38.98 },
      expect.objectContaining({ type: 'coupon', amount: -10 }),
    ])
    const order = await place(shop, bea, lines, { amountExpected: price.amountReal })
    expect(order.amountReal).toBe(301.52)
  })

  it('are each choice’s own', async () => {
    const goodsId = await createShirt(shop)
    await open(goodsId, [day(1)])
    const [first, second] = await dataOf(wxapi.goodsPriceDaily(goodsId))
    expect(await dataOf(wxapi.goodsPriceDaily(goodsId, first?.priceId))).toHaveLength(1)
    await place(shop, ann, [{ goodsId, number: 1, propertyChildIds: '1:1,2:3', days: [day(1)] }])
    expect(await dataOf(wxapi.goodsPriceDaily(goodsId, first?.priceId))).toMatchObject([{ stores: 2 }])
    expect(await dataOf(wxapi.goodsPriceDaily(goodsId, second?.priceId))).toMatchObject([{ stores: 3 }])
  })

  it('are needed for the order, and only where the product has them', async () => {
    const { goodsId, nights } = await createRoom()
    const plain = await createGoods(shop)
    const [required, gone] = [errors.bookingRequired[0], errors.bookingGone[0]]
    expect(await tryOrder({ goodsId, number: 1 })).toBe(required)
    expect(await tryOrder({ goodsId, number: 1, days: [] }, ann, { calculate: true })).toBe(required)
    expect(await tryOrder({ goodsId, number: 1, days: [nights[2] ?? '', day(4)] })).toBe(gone)
    expect(await tryOrder({ goodsId, number: 1, days: [day(-1)] })).toBe(gone)
    expect(await tryOrder({ goodsId, number: 1, days: ['2026-02-30'] })).toBe(errors.badRequest[0])
    expect(await tryOrder({ goodsId: plain, number: 1, days: [day(1)] })).toBe(gone)
    expect(await tryOrder({ goodsId: plain, number: 1, days: [] })).toBe(0)
    expect(await codeOf(wxapi.shippingCarInfoAddItem(ann.token, goodsId, 1))).toBe(required)
    expect(await codeOf(wxapi.goodsPriceDaily(plain))).toBe(errors.noData[0])
    expect(await codeOf(wxapi.goodsTimesDays(goodsId))).toBe(errors.noData[0])
  })

  it('are taken for all days or for none, by all lines of an order together', async () => {
    const { goodsId, nights } = await createRoom()
    await open(goodsId, nights.slice(1, 2), { stock: 1 })
    const short = errors.stockShort[0]
    expect(await tryOrder({ goodsId, number: 2, days: nights })).toBe(short)
    const lines = [nights, nights.slice(1, 2)].map(days => ({ goodsId, number: 1, days }))
    expect(await codeOf(wxapi.orderCreate({ token: ann.token, goodsJsonStr: lines }))).toBe(short)
    expect(await left(goodsId)).toEqual([3, 1, 3])
  })

  it('end with the day and when the shop keeper stops them; what was booked is closed all the same', async () => {
    const { goodsId, nights } = await createRoom()
    const order = await place(shop, ann, [{ goodsId, number: 1, days: nights }])
    await transaction(tx => stopOpenings(tx, shop.merchantId, goodsId))
    expect(await codeOf(wxapi.goodsPriceDaily(goodsId))).toBe(errors.noData[0])
    await dataOf(wxapi.orderClose(ann.token, order.id))
    expect(await stockOf(shop, goodsId)).toBe(10)
    expect((await priceFor(shop, ann, goodsId)).amountReal).toBe(80)
  })

  it('come back with a refund, even after nothing was left to send', async () => {
    const { goodsId, nights } = await createRoom()
    await giveBalance(shop, ann, 100_000)
    const before = (await dataOf(wxapi.userAmount(ann.token))).balance
    const order = await place(shop, ann, [{ goodsId, number: 2, days: nights }])
    await dataOf(wxapi.orderPay(ann.token, String(order.id)))
    expect(await statusOf(shop, ann, order.id)).toBe(3)
    const { goods } = await dataOf(wxapi.orderDetail(ann.token, order.id))
    const one = { orderGoodsId: String(goods[0]?.id), number: 1 }
    await agree(shop, await ask(shop, ann, order.id, one))
    expect(await left(goodsId)).toEqual([2, 2, 2])
    await agree(shop, await ask(shop, ann, order.id, one))
    expect(await left(goodsId)).toEqual([3, 3, 3])
    expect((await dataOf(wxapi.userAmount(ann.token))).balance).toBe(before)
    await expectBalancedLedger(shop)
  })

  it('cannot be set for what is past, or beside time slots', async () => {
    const { goodsId } = await createRoom()
    await expect(open(goodsId, [day(-1)])).rejects.toThrow('已经过去')
    await expect(open(goodsId, [day(1)], { slots: SLOTS })).rejects.toThrow('只能选一种')
  })
})

describe('time slots', () => {
  it('are listed by the day, priced, taken and given back', async () => {
    const { goodsId, line } = await createCourt()
    expect(await dataOf(wxapi.goodsTimesDays(goodsId))).toEqual([day(1)])
    expect(await dataOf(wxapi.goodsTimesDayItems(day(1), goodsId))).toMatchObject([
      { name: SLOTS[0], price: 50, stores: 3 },
      { name: SLOTS[1], price: 50, stores: 3 },
    ])
    expect((await dataOf(wxapi.goods({ gids: String(goodsId) })))[0]).toMatchObject({ hasGoodsTimes: true })
    const price = await priceFor(shop, ann, [{ ...line, number: 2 }])
    const order = await place(shop, ann, [{ ...line, number: 2 }], { amountExpected: price.amountReal })
    expect(order.amountReal).toBe(100)
    expect(await slotsLeft(goodsId)).toEqual([1, 3])
    const { goods } = await dataOf(wxapi.orderDetail(ann.token, order.id))
    expect(goods).toMatchObject([
      { goodsTimesDay: day(1), goodsTimesItem: SLOTS[0], property: `${day(1)} ${SLOTS[0]}` },
    ])
    await dataOf(wxapi.orderClose(ann.token, order.id))
    expect(await slotsLeft(goodsId)).toEqual([3, 3])
    const { goodsTimesItem, ...half } = line
    expect(await tryOrder(half)).toBe(errors.bookingRequired[0])
    expect(await tryOrder({ ...line, goodsTimesItem: '23:00' })).toBe(errors.bookingGone[0])
  })

  it('can be booked until they begin', async () => {
    const { goodsId } = await createCourt()
    const tomorrow = day(1)
    const line = (name?: string) => ({ goodsId, number: 1, goodsTimesDay: tomorrow, goodsTimesItem: name ?? '' })
    const half9 = parseTime(`${tomorrow} 09:30:00`).getTime()
    await shop.advance((half9 - shop.now().getTime()) / 1000)
    expect(await tryOrder(line(SLOTS[0]))).toBe(errors.bookingGone[0])
    expect(await tryOrder(line(SLOTS[1]))).toBe(0)
    expect((await dataOf(wxapi.goodsTimesDayItems(tomorrow, goodsId))).map(({ name }) => name)).toEqual([SLOTS[1]])
  })

  it('sell their last place to one of twenty people who want it at once', async () => {
    const { goodsId, line } = await createCourt(1)
    const people = await Promise.all(Array.from({ length: 20 }, (_, i) => signIn(shop, `player-${i}`)))
    const codes = await Promise.all(people.map(person => tryOrder(line, person)))
    expect(codes.filter(code => code === 0)).toHaveLength(1)
    expect(new Set(codes)).toEqual(new Set([0, errors.stockShort[0]]))
    expect(await slotsLeft(goodsId)).toEqual([0, 1])
    expect(await tryOrder(line)).toBe(errors.stockShort[0])
  })

  it('are not taken twice by nights that people book in crossed order', async () => {
    const { goodsId, nights } = await createRoom()
    const people = await Promise.all(Array.from({ length: 10 }, (_, i) => signIn(shop, `guest-${i}`)))
    const codes = await Promise.all(
      people.map((person, i) => tryOrder({ goodsId, number: 1, days: i % 2 ? nights : nights.toReversed() }, person)),
    )
    expect(codes.filter(code => code === 0)).toHaveLength(3)
    expect(await left(goodsId)).toEqual([0, 0, 0])
  })
})

describe('goodsTimesSchedule', () => {
  it('answers the slots of a product by the day, full ones among them, without days that are full', async () => {
    const goodsId = await createGoods(shop, { name: '陶艺课' })
    await open(goodsId, [day(1), day(2)], { slots: SLOTS, priceFen: 12_000 })
    await open(goodsId, [day(1)], { slots: SLOTS.slice(0, 1), stock: 0 })
    await open(goodsId, [day(3)], { slots: SLOTS, stock: 0 })
    const slot = { goodsId, price: 120, stores: 3 }
    expect(await dataOf(wxapi.goodsTimesSchedule(goodsId))).toMatchObject([
      {
        day: day(1),
        items: [
          { name: SLOTS[0], price: 100, stores: 0 },
          { name: SLOTS[1], ...slot },
        ],
      },
      { day: day(2), items: SLOTS.map(name => ({ name, ...slot })) },
    ])
  })

  it('answers those of one choice, and of all products of a category', async () => {
    const categoryId = await createCategory(shop, { name: '手作' })
    const shirt = await createShirt(shop, { categoryId })
    await open(shirt, [day(1)], { slots: SLOTS.slice(0, 1) })
    const { skuList = [] } = await dataOf(wxapi.goodsDetail(shirt))
    const [first] = skuList
    const own = await dataOf(wxapi.goodsTimesSchedule(shirt, first?.propertyChildIds))
    expect(own).toMatchObject([{ day: day(1), items: [{ priceId: first?.id }] }])
    const other = await createGoods(shop, { categoryId })
    await open(other, [day(1)], { slots: SLOTS.slice(1) })
    const [all] = await dataOf(wxapi.goodsTimesSchedule(undefined, undefined, undefined, categoryId))
    expect(all?.items.map(({ goodsId }) => goodsId)).toEqual([...skuList.map(() => shirt), other])
  })

  it('has nothing to say of other goods, of brands and of nothing', async () => {
    const plain = await createGoods(shop)
    const { goodsId } = await createCourt()
    expect(await codeOf(wxapi.goodsTimesSchedule(plain))).toBe(700)
    expect(await codeOf(wxapi.goodsTimesSchedule(goodsId, undefined, 7))).toBe(700)
    expect(await codeOf(wxapi.goodsTimesSchedule())).toBe(400)
  })
})

describe('a booked line of the cart', () => {
  it('carries its slot, costs what that costs, and can be ordered as it stands', async () => {
    const cara = await signIn(shop, 'cara')
    const { goodsId, line } = await createCourt()
    const { number, ...slot } = line
    const put = (more = {}) => wxapi.shippingCarInfoAddItemV2({ token: cara.token, ...slot, number: 1, ...more })
    await dataOf(put())
    await dataOf(put())
    await dataOf(put({ goodsTimesItem: SLOTS[1] }))
    const { items, price } = await dataOf(wxapi.shippingCarInfo(cara.token))
    expect(price).toBe(150)
    expect(items).toHaveLength(2)
    expect(items.find(({ number }) => number === 2)).toMatchObject({
      ...{ goodsId, price: 50, stores: 3, status: 0, goodsTimesDay: day(1), goodsTimesItem: SLOTS[0] },
      bookings: [{ day: day(1), name: SLOTS[0], price: 50 }],
    })
    expect(await codeOf(put({ number: 2 }))).toBe(errors.stockShort[0])
    const lines = items.map(({ number, goodsTimesDay, goodsTimesItem }) => ({
      ...{ goodsId, number, goodsTimesDay, goodsTimesItem },
    }))
    expect((await place(shop, cara, lines, { amountExpected: 150 })).amountReal).toBe(150)
    const [first] = (await dataOf(wxapi.shippingCarInfo(cara.token))).items.filter(({ number }) => number === 2)
    expect(first).toMatchObject({ stores: 1 })
    expect(await codeOf(wxapi.shippingCarInfoModifyNumber(cara.token, first?.key ?? '', 2))).toBe(errors.stockShort[0])
    expect(await codeOf(wxapi.shippingCarInfoModifyNumber(cara.token, first?.key ?? '', 1))).toBe(0)
  })

  it('carries days, at the member’s rate', async () => {
    const dora = await signIn(shop, 'dora')
    await giveLevel(shop, dora, 8888)
    const { goodsId, nights } = await createRoom()
    const put = (days: string[]) => wxapi.shippingCarInfoAddItemV2({ token: dora.token, goodsId, number: 1, days })
    await dataOf(put(nights))
    await dataOf(put(nights.toReversed()))
    const { items } = await dataOf(wxapi.shippingCarInfo(dora.token))
    const lines = [{ goodsId, number: 2, days: nights }]
    const { amountReal } = await priceFor(shop, dora, lines)
    expect(items).toMatchObject([{ number: 2, days: nights, price: amountReal / 2, originalPrice: 350.5 }])
  })

  it('is refused without a day, or with one that cannot be booked', async () => {
    const { goodsId } = await createRoom()
    const put = (more: object) =>
      codeOf(wxapi.shippingCarInfoAddItemV2({ token: ann.token, goodsId, number: 1, ...more }))
    expect(await put({})).toBe(errors.bookingRequired[0])
    expect(await put({ days: [day(9)] })).toBe(errors.bookingGone[0])
    const plain = await createGoods(shop)
    const days = [day(1)]
    const toPlain = wxapi.shippingCarInfoAddItemV2({ token: ann.token, goodsId: plain, number: 1, days })
    expect(await codeOf(toPlain)).toBe(errors.bookingGone[0])
  })

  it('is void once its slot has begun, its goods are sold otherwise, or were not sold by days when it came', async () => {
    const eve = await signIn(shop, 'eve')
    const [court, room, plain] = [await createCourt(), await createRoom(), await createGoods(shop)]
    const { number, ...slot } = court.line
    const put = (line: object) =>
      dataOf(wxapi.shippingCarInfoAddItemV2({ token: eve.token, number: 1, ...line } as never))
    await put(slot)
    await put({ goodsId: room.goodsId, days: room.nights })
    await put({ goodsId: plain })
    await open(plain, [day(2)])
    await transaction(tx => stopOpenings(tx, shop.merchantId, room.goodsId))
    await shop.advance((parseTime(`${day(1)} 09:30:00`).getTime() - shop.now().getTime()) / 1000)
    const { items, selectedNumber } = await dataOf(wxapi.shippingCarInfo(eve.token))
    expect(items.map(({ status, statusStr }) => [status, statusStr])).toEqual(items.map(() => [1, '已失效']))
    expect([items.length, selectedNumber]).toEqual([3, 0])
    const key = items.find(({ goodsTimesDay }) => goodsTimesDay)?.key ?? ''
    expect(await codeOf(wxapi.shippingCarInfoModifyNumber(eve.token, key, 2))).toBe(errors.bookingGone[0])
  })
})
