/** The whole way for any cart, promotion, coupon, score, level and freight: priced, placed, paid, given back. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fen } from '../../contract/money'
import { DAY_MS } from '../../contract/time'
import { setLadder, setSale } from '../../server/domains/goods/sales'
import { setWorth } from '../../server/domains/score/keeper'
import { INTO } from '../../server/domains/score/rules'
import { openDays } from '../support/bookings'
import { createCoupon, giveScore, handCoupon } from '../support/coupons'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { expectBalancedLedger } from '../support/ledger'
import { createLevel } from '../support/levels'
import { giveLevel, place, priceFor } from '../support/orders'
import { dataOf, giveBalance, type Person, signIn } from '../support/people'
import { agree, ask } from '../support/refunds'
import { createShop } from '../support/shop'

/** Each is a dozen of requests; what shrinks is run again and again. */
const RUNS = 25
const BALANCE = 100_000_000

const shop = await createShop()
const { wxapi } = shop
const cents = (yuan: number) => Math.round(yuan * 100)
let people = 0

const freightId = await createFreight(shop)
const shelf = await Promise.all(
  [1, 99, 1995, 3333, 10_000, 77_777].map((priceFen, i) =>
    createGoods(shop, {
      priceFen,
      stock: 1_000_000,
      afterSale: '0',
      ...(i % 2 === 0 && { freightId }),
      additions: [{ name: '加料', required: false, several: false, items: [{ name: '蛋', priceFen: fen(150) }] }],
    }),
  ),
)

/** Sold by days and by time slots, each of them at a price of its own. */
const DAYS = ['2099-12-01', '2099-12-02', '2099-12-04', '2099-12-31']
const SLOTS = ['09:00-10:00', '10:00-11:00', '夜场']
const room = await createGoods(shop, { afterSale: '0', freightId })
for (const [i, day] of DAYS.entries())
  await openDays(shop, room, [day], { priceFen: 9999 + 3333 * i, stock: 1_000_000 })
const court = await createGoods(shop, { afterSale: '0' })
for (const [i, slot] of SLOTS.entries())
  await openDays(shop, court, DAYS, { slots: [slot], priceFen: 1 + 4999 * i, stock: 1_000_000 })
shelf.push(room, court)

/** One sells for less by number, one for less for a while. */
const [ladder = 0, sale = 0] = [shelf[3], shelf[4]]
await shop.app.services.transaction(async tx => {
  const steps = [
    { number: 2, priceFen: fen(3210) },
    { number: 5, priceFen: fen(2999) },
  ]
  await setLadder(tx, shop.merchantId, ladder, steps)
  const until = new Date(shop.now().getTime() + DAY_MS)
  await setSale(tx, shop.merchantId, { goodsId: sale, priceFen: fen(8765), from: shop.now(), until }, shop.now())
})

const cart = fc.uniqueArray(
  fc.record({
    goods: fc.integer({ min: 0, max: shelf.length - 1 }),
    number: fc.integer({ min: 1, max: 7 }),
    hasAddition: fc.boolean(),
    days: fc.subarray(DAYS, { minLength: 1 }),
    slot: fc.constantFrom(...SLOTS),
  }),
  { minLength: 1, maxLength: 4, selector: ({ goods }) => goods },
)
const visit = fc.record({
  cart,
  rebateBp: fc.constantFrom(10_000, 9500, 8888, 5000),
  /** A level may have been given, or be bought for a while. */
  isBought: fc.boolean(),
  coupons: fc.array(
    fc.record({
      money_type: fc.constantFrom(0 as const, 1 as const),
      value: fc.integer({ min: 1, max: 9999 }),
      threshold: fc.constantFrom(0, 0, 5000, 50_000),
      for: fc.option(fc.integer({ min: 0, max: shelf.length - 1 })),
    }),
    { maxLength: 3 },
  ),
  score: fc.integer({ min: 0, max: 3000 }),
  asked: fc.constantFrom(-1, 0, 1, 250, 9999),
  worth: fc.record({
    score: fc.integer({ min: 1, max: 200 }),
    value: fc.integer({ min: 1, max: 300 }),
    isLoop: fc.boolean(),
  }),
  pieces: fc.boolean(),
})

type Visit = typeof visit extends fc.Arbitrary<infer Value> ? Value : never

it('calculating and placing agree, parts add up, and refunding everything returns everything', async () => {
  const whole = async (one: Visit) => {
    const person = await arrive(one)
    const order = await orderAsPriced(person, one)
    await giveAllBack(person, order, one.pieces)
    const back = await dataOf(wxapi.userAmount(person.token))
    expect(cents(back.balance), 'all money is back').toBe(BALANCE)
    expect(back.score, 'all score is back').toBe(one.score)
    const { canUse } = await dataOf(wxapi.couponStatistics(person.token))
    expect(canUse, 'the coupon is back').toBe(one.coupons.length)
  }
  await fc.assert(fc.asyncProperty(visit, whole), { numRuns: RUNS, endOnFailure: true })
  await expectBalancedLedger(shop)
}, 180_000)

/** Somebody of this level, with these coupons, so much score, and money enough. */
async function arrive({ rebateBp, isBought, coupons, score, worth }: Visit): Promise<Person> {
  people += 1
  const person = await signIn(shop, `shopper ${people}`)
  if (rebateBp < 10_000 && !isBought) await giveLevel(shop, person, rebateBp)
  if (rebateBp < 10_000 && isBought) await buy(person, rebateBp)
  await giveBalance(shop, person, BALANCE)
  if (score > 0) await giveScore(shop, person, score)
  await shop.app.services.transaction(tx => setWorth(tx, shop.merchantId, { type: INTO.money, ...worth }))
  for (const { money_type, value, threshold, for: only } of coupons) {
    const face = { money_type, value_min: value, value_max: value, threshold_fen: fen(threshold) }
    const scope = only === null ? {} : { scope: 'goods' as const, refIds: [shelf[only] ?? 0] }
    await handCoupon(shop, person, await createCoupon(shop, { ...face, ...scope }))
  }
  return person
}

async function buy(person: Person, rebateBp: number): Promise<void> {
  const name = `会员 ${rebateBp}`
  const levelId = await createLevel(shop, { name, rank: 10_000 - rebateBp, rebate_bp: rebateBp }, [
    { duration: 1, unit: 1, priceFen: 990 },
  ])
  const [price] = await dataOf(wxapi.userLevelPrices(levelId))
  await giveBalance(shop, person, 990)
  await dataOf(wxapi.userLevelBuy(person.token, price?.id ?? 0))
}

/** Prices and places the cart, and pays from the balance. Answers the order. */
async function orderAsPriced(person: Person, { cart, asked }: Visit): Promise<number> {
  const lines = cart.map(({ goods, number, hasAddition, days, slot }) => {
    const goodsId = shelf[goods] ?? 0
    if (goodsId === room) return { goodsId, number, days }
    if (goodsId === court) return { goodsId, number, goodsTimesDay: days[0] ?? '', goodsTimesItem: slot }
    return { goodsId, number, ...(hasAddition && { goodsAdditionList: [{ pid: 1, id: 1 }] }) }
  })
  // Handed out by a code, so that even an order that costs nothing waits to be.
  const more = { ...HANGZHOU, isCanHx: true, deductionScore: asked }
  const price = await priceFor(shop, person, lines, more)
  const parts = price.priceParts.map(({ amount }) => cents(amount))
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(cents(price.amountReal))
  for (const amount of [price.amountTotle, price.couponAmount, price.deductionMoney])
    expect(amount).toBeGreaterThanOrEqual(0)
  expect(price.amountReal).toBeGreaterThanOrEqual(price.amountLogistics)

  const order = await place(shop, person, lines, { ...more, amountExpected: price.amountReal })
  expect(order.amountReal).toBe(price.amountReal)
  expect(order.priceParts).toEqual(price.priceParts)
  if (order.status === 0) await dataOf(wxapi.orderPay(person.token, String(order.id)))
  const { balance } = await dataOf(wxapi.userAmount(person.token))
  expect(cents(balance)).toBe(BALANCE - cents(order.amountReal))
  return order.id
}

/** At once, or line by line in two goes. */
async function giveAllBack(person: Person, orderId: number, isByPieces: boolean): Promise<void> {
  if (!isByPieces) return agree(shop, await ask(shop, person, orderId))
  const { goods } = await dataOf(wxapi.orderDetail(person.token, orderId))
  for (const { id, number } of goods)
    for (const pieces of number > 1 ? [number - 1, 1] : [1])
      await agree(shop, await ask(shop, person, orderId, { orderGoodsId: String(id), number: pieces }))
}
