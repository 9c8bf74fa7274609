/** Whatever an order took comes back exactly, in whatever parts it is given back, and whichever way it was paid. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fen } from '../../contract/money'
import { setWorth } from '../../server/domains/score/keeper'
import { INTO } from '../../server/domains/score/rules'
import { createCoupon, giveScore, handCoupon } from '../support/coupons'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { place, ship, statusOf, stockOf } from '../support/orders'
import { dataOf, giveBalance, type Person, signIn } from '../support/people'
import { agree, ask, cameBack, newest } from '../support/refunds'
import { createShop } from '../support/shop'

/** Each is dozens of requests. */
const RUNS = 40
const BALANCE = 10_000_000
const STOCK = 1_000_000
const SCORE = 2000

const shop = await createShop()
const { wxapi, sim } = shop
const cents = (yuan: number) => Math.round(yuan * 100)
let people = 0

const freightId = await createFreight(shop)
const shelf = await Promise.all(
  [1, 99, 3333, 10_000].map(priceFen => createGoods(shop, { priceFen, stock: STOCK, afterSale: '0,1,2', freightId })),
)
await shop.app.services.transaction(tx =>
  setWorth(tx, shop.merchantId, { type: INTO.money, score: 100, value: 100, isLoop: true }),
)

const purchase = fc.record({
  cart: fc.uniqueArray(
    fc.record({ goods: fc.integer({ min: 0, max: shelf.length - 1 }), number: fc.integer({ min: 1, max: 4 }) }),
    { minLength: 1, maxLength: 3, selector: ({ goods }) => goods },
  ),
  couponFen: fc.constantFrom(0, 1, 777, 5000),
  score: fc.constantFrom(0, 100, 1500),
  /** How much of the price WeChat brings, the rest being in the balance. */
  onlinePercent: fc.constantFrom(0, 1, 33, 50, 99, 100),
  /** Goods that were sent come back first. */
  isSent: fc.boolean(),
  /** Which line each request is for, and how many pieces; what is left then is asked for in the end. */
  requests: fc.array(fc.record({ line: fc.nat(5), pieces: fc.integer({ min: 1, max: 3 }) }), { maxLength: 4 }),
})
type Purchase = typeof purchase extends fc.Arbitrary<infer Value> ? Value : never

it('refunding everything returns everything, and a part never more than its part', async () => {
  const whole = async (one: Purchase) => {
    const who = await arrive(one)
    const stock = await stockOfAll()
    const order = await pay(who, one)
    const atWechat = await onlineOf(who)
    const [type, owed] = one.isSent ? ([1, order.realFen - order.freightFen] as const) : ([0, order.realFen] as const)
    if (one.isSent) await receive(who, order.id)

    let given = 0
    const left = new Map(order.lines.map(({ id, number }) => [id, number]))
    for (const { line, pieces } of one.requests) {
      const id = order.lines[line % order.lines.length]?.id ?? 0
      const number = Math.min(pieces, left.get(id) ?? 0)
      if (number === 0) continue
      left.set(id, (left.get(id) ?? 0) - number)
      given += await giveBack(who, order.id, type, { orderGoodsId: String(id), number })
      const isOver = [...left.values()].every(rest => rest === 0)
      expect(given, 'a part is not more than the whole').toBeLessThanOrEqual(owed)
      await expectBack(who, order, given, atWechat)
      if (!isOver) expect(await usable(who), 'the coupon is still used').toBe(0)
    }
    if ([...left.values()].some(rest => rest > 0)) given += await giveBack(who, order.id, type, {})

    expect(given, 'everything that was owed').toBe(owed)
    await expectBack(who, order, given, atWechat)
    expect(await statusOf(shop, who, order.id)).toBe(-1)
    expect(await usable(who), 'the coupon is back').toBe(one.couponFen > 0 ? 1 : 0)
    expect((await dataOf(wxapi.userAmount(who.token))).score, 'all score is back').toBe(SCORE)
    expect(await stockOfAll(), 'all pieces are back').toEqual(stock)
  }
  await fc.assert(fc.asyncProperty(purchase, whole), { numRuns: RUNS, endOnFailure: true })
  await expectBalancedLedger(shop)
  await expectPaymentsBooked(shop)
}, 240_000)

it('two orders of one payment come back whole, in either order', async () => {
  for (const isLastFirst of [false, true]) {
    const who = await arrive({ couponFen: 0 })
    const orders = []
    for (const goods of [2, 3])
      orders.push(await place(shop, who, [{ goodsId: shelf[goods] ?? 0, number: 2 }], HANGZHOU))
    const price = orders.reduce((sum, { amountReal }) => sum + cents(amountReal), 0)
    const nextAction = { type: 0, id: orders.map(({ id }) => id).join(',') }
    const sheet = await dataOf(wxapi.wxpay({ token: who.token, money: (price - 4321) / 100, nextAction }))
    await sim('/wechatpay/confirm', { package: sheet.package })
    for (const { id } of isLastFirst ? orders.toReversed() : orders) await giveBack(who, id, 0, {})
    expect(await onlineOf(who)).toEqual({ brought: price - 4321, back: price - 4321 })
    expect(cents((await dataOf(wxapi.userAmount(who.token))).balance)).toBe(BALANCE)
  }
  await expectBalancedLedger(shop)
  await expectPaymentsBooked(shop)
})

async function arrive({ couponFen }: Pick<Purchase, 'couponFen'>): Promise<Person> {
  people += 1
  const who = await signIn(shop, `shopper ${people}`)
  await giveBalance(shop, who, BALANCE)
  await giveScore(shop, who, SCORE)
  const face = { money_type: 0 as const, value_min: fen(couponFen), value_max: fen(couponFen) }
  if (couponFen > 0) await handCoupon(shop, who, await createCoupon(shop, face))
  return who
}

interface Bought {
  id: number
  realFen: number
  freightFen: number
  lines: { id: number; number: number }[]
}

/** Placed with coupon and score, and paid in part by WeChat, in part from the balance. */
async function pay(who: Person, { cart, couponFen, score, onlinePercent }: Purchase): Promise<Bought> {
  const lines = cart.map(({ goods, number }) => ({ goodsId: shelf[goods] ?? 0, number }))
  const [coupon] = couponFen > 0 ? await dataOf(wxapi.myCoupons({ token: who.token, status: '0' })) : []
  const more = {
    ...HANGZHOU,
    ...(coupon && { couponId: String(coupon.id) }),
    ...(score > 0 && { deductionScore: score }),
  }
  const order = await place(shop, who, lines, more)
  const realFen = cents(order.amountReal)
  const onlineFen = Math.floor((realFen * onlinePercent) / 100)
  if (onlineFen > 0) {
    const nextAction = { type: 0, id: String(order.id) }
    const sheet = await dataOf(wxapi.wxpay({ token: who.token, money: onlineFen / 100, nextAction }))
    await sim('/wechatpay/confirm', { package: sheet.package })
  } else if (order.status === 0) await dataOf(wxapi.orderPay(who.token, String(order.id)))
  const { goods, orderInfo } = await dataOf(wxapi.orderDetail(who.token, order.id))
  expect(orderInfo.status, 'paid').toBeGreaterThan(0)
  const freightFen = cents(order.amountLogistics)
  return { id: order.id, realFen, freightFen, lines: goods.map(({ id, number }) => ({ id, number })) }
}

async function receive(who: Person, orderId: number): Promise<void> {
  await ship(shop, orderId)
  await dataOf(wxapi.orderDelivery(who.token, orderId))
}

/** Asked for and agreed; goods that were sent have come back. Answers what it gave, in fen. */
async function giveBack(who: Person, orderId: number, type: 0 | 1, more: { orderGoodsId?: string; number?: number }) {
  const id = await ask(shop, who, orderId, { type, ...more })
  await agree(shop, id)
  if (type === 1) await cameBack(shop, id)
  await shop.runJobs()
  const { baseInfo } = await newest(shop, who, orderId)
  expect(baseInfo).toMatchObject({ id, status: 4 })
  return cents(baseInfo.amount)
}

/** What went back through WeChat and what to the balance are together what was given. */
async function expectBack(who: Person, { realFen }: Bought, given: number, { brought }: { brought: number }) {
  const { balance } = await dataOf(wxapi.userAmount(who.token))
  const spent = realFen - brought
  const toBalance = cents(balance) - (BALANCE - spent)
  const { back } = await onlineOf(who)
  expect(toBalance + back, 'nothing more and nothing less').toBe(given)
  expect(back, 'first the way it came').toBe(Math.min(given, brought))
}

/** What WeChat Pay has brought for somebody, and what it says that it gave back. */
async function onlineOf({ token }: Person): Promise<{ brought: number; back: number }> {
  const paid = await dataOf(wxapi.payLogs({ token, status: 1 })).catch(() => [])
  const refunds = (await sim('/wechatpay/refunds')) as unknown as { outTradeNo: string; amountFen: number }[]
  const numbers = new Set(paid.map(({ orderNo }) => orderNo))
  const own = refunds.filter(({ outTradeNo }) => numbers.has(outTradeNo))
  return {
    brought: paid.reduce((sum, { money }) => sum + cents(money), 0),
    back: own.reduce((sum, { amountFen }) => sum + amountFen, 0),
  }
}

const usable = async ({ token }: Person) => (await dataOf(wxapi.couponStatistics(token))).canUse
const stockOfAll = () => Promise.all(shelf.map(goodsId => stockOf(shop, goodsId)))
