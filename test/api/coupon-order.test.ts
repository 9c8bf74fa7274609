import { beforeEach, describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { fen } from '../../contract/money'
import { DAY_MS } from '../../contract/time'
import { setSale } from '../../server/domains/goods/sales'
import { createCategory } from '../support/catalogue'
import { createCoupon, handCoupon } from '../support/coupons'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { expectBalancedLedger } from '../support/ledger'
import { payOnline, place, priceFor, ship } from '../support/orders'
import { codeOf, dataOf, giveBalance, type Person, refusalOf, signIn } from '../support/people'
import { agree, ask } from '../support/refunds'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
let ann: Person
let visitors = 0
beforeEach(async () => {
  visitors += 1
  ann = await signIn(shop, `ann ${visitors}`)
})

const own = async (draft: Parameters<typeof createCoupon>[1]) =>
  (await handCoupon(shop, ann, await createCoupon(shop, draft)))[0] as number
const couponOf = async (id: number) => (await dataOf(wxapi.myCoupons({ token: ann.token }))).find(one => one.id === id)
const statusOfCoupon = async (id: number) => (await couponOf(id))?.status
const partsOf = ({ priceParts }: { priceParts: { type: string; amount: number }[] }) =>
  Object.fromEntries(priceParts.map(({ type, amount }) => [type, amount]))
const cents = (yuan: number) => Math.round(yuan * 100)

describe('a price with coupons', () => {
  it('proposes the best one, lists what could be used with what it takes off, and takes another or none when asked', async () => {
    const goods = await createGoods(shop, { priceFen: 10_000 })
    const small = await own({ name: '减五元', value_min: fen(500) })
    const percent = await own({ name: '九折', money_type: 1, value_min: 1000 })
    await own({ name: '满二百减百', value_min: fen(10_000), threshold_fen: fen(20_000) })
    const best = await priceFor(shop, ann, goods)
    expect(best).toMatchObject({ couponId: [percent], couponAmount: 10, amountReal: 90, amountTotle: 100 })
    expect(best.couponUserList).toMatchObject([
      { id: percent, name: '九折', money: 10, moneyType: 1, amount: 10 },
      { id: small, name: '减五元', money: 5, moneyType: 0, moneyHreshold: 0, amount: 5 },
    ])
    expect(best.priceParts).toEqual([
      { type: 'goods', amount: 100 },
      { type: 'coupon', amount: -10, about: '九折' },
    ])
    const other = await priceFor(shop, ann, goods, { couponId: String(small) })
    expect(other).toMatchObject({ couponId: [small], couponAmount: 5, amountReal: 95 })
    expect(await priceFor(shop, ann, goods, { couponId: '0' })).toMatchObject({
      couponId: [],
      couponAmount: 0,
      amountReal: 100,
    })
  })

  it('counts towards the threshold, and takes off, only what a coupon is for', async () => {
    const drinks = await createCategory(shop, { name: '饮料' })
    const teas = await createCategory(shop, { name: '茶', pid: drinks })
    const tea = await createGoods(shop, { priceFen: 3000, categoryId: teas })
    const mug = await createGoods(shop, { priceFen: 9000 })
    const lines = [tea, mug].map(goodsId => ({ goodsId, number: 1 }))
    const coupon = await own({ scope: 'category', refIds: [drinks], value_min: fen(5000), threshold_fen: fen(3000) })
    // 50 yuan off, but only the tea of 30 is meant: it costs nothing, and nothing is left over for the mug.
    expect(await priceFor(shop, ann, lines)).toMatchObject({ couponId: [coupon], couponAmount: 30, amountReal: 90 })
    expect(await priceFor(shop, ann, mug)).toMatchObject({ couponId: [], couponUserList: [], amountReal: 90 })
    const dear = await own({ scope: 'goods', refIds: [tea], threshold_fen: fen(3001) })
    const refused = wxapi.orderCreate({
      token: ann.token,
      goodsJsonStr: lines,
      calculate: true,
      couponId: String(dear),
    })
    expect(await refusalOf(refused)).toEqual({ code: errors.couponNotUsable[0], msg: '所选优惠券不适用于这些商品' })
  })

  it('says of each that does not fit why, the nearest to fitting first', async () => {
    const [mug, other, sale] = await Promise.all([
      createGoods(shop, { priceFen: 9000 }),
      createGoods(shop, { priceFen: 5000 }),
      createGoods(shop, { priceFen: 5000 }),
    ])
    const tomorrow = new Date(shop.now().getTime() + DAY_MS)
    const draft = { goodsId: sale, priceFen: fen(4000), from: shop.now(), until: tomorrow }
    await shop.app.services.transaction(tx => setSale(tx, shop.merchantId, draft, shop.now()))
    const dear = await own({ name: '满二百', threshold_fen: fen(20_000) })
    const near = await own({ name: '满一百', threshold_fen: fen(10_000) })
    const elsewhere = await own({ name: '单品券', scope: 'goods', refIds: [other] })
    const onSale = await own({ name: '秒杀品券', scope: 'goods', refIds: [sale] })
    const soon = await own({ name: '明天起', starts_at: tomorrow.getTime() })
    const fitting = await own({ name: '减五元' })
    const lines = [mug, sale].map(goodsId => ({ goodsId, number: 1 }))
    const price = await priceFor(shop, ann, lines)
    expect(price.couponUserList.map(({ id }) => id)).toEqual([fitting])
    expect(price.couponUnfitList).toMatchObject([
      { id: near, name: '满一百', money: 5, moneyHreshold: 100, reason: 'threshold', missing: 10 },
      { id: dear, reason: 'threshold', missing: 110 },
      { id: soon, reason: 'notYet', missing: 0 },
      { id: onSale, reason: 'promotion', missing: 0 },
      { id: elsewhere, reason: 'scope', missing: 0 },
    ])
    const refused = wxapi.orderCreate({
      token: ann.token,
      goodsJsonStr: lines,
      calculate: true,
      couponId: String(soon),
    })
    expect(await codeOf(refused)).toBe(errors.couponNotUsable[0])
  })

  it('never goes below nothing, and never discounts freight', async () => {
    const freightId = await createFreight(shop)
    const goods = await createGoods(shop, { priceFen: 300, freightId })
    await own({ value_min: fen(10_000) })
    const price = await priceFor(shop, ann, goods, HANGZHOU)
    expect(partsOf(price)).toEqual({ goods: 3, coupon: -3, freight: price.amountLogistics })
    expect(price.amountReal).toBe(price.amountLogistics)
  })

  it('refuses two at once, those of others, and those that are over', async () => {
    const goods = await createGoods(shop)
    const [one, two] = [await own({}), await own({})]
    const bob = await signIn(shop, 'bob')
    const [his = 0] = await handCoupon(shop, bob, await createCoupon(shop))
    const code = async (couponId: string) =>
      (
        await refusalOf(
          wxapi.orderCreate({ token: ann.token, goodsJsonStr: [{ goodsId: goods, number: 1 }], couponId }),
        )
      ).code
    expect(await code(`${one},${two}`)).toBe(errors.couponNotUsable[0])
    expect(await code(String(his))).toBe(errors.couponNotUsable[0])
    await shop.advance(8 * 86_400)
    expect(await code(String(one))).toBe(errors.couponNotUsable[0])
    expect(await priceFor(shop, ann, goods)).toMatchObject({ couponId: [], couponUserList: [] })
  })
})

describe('an order with a coupon', () => {
  it('costs what calculate said, and uses it up', async () => {
    const goods = await createGoods(shop, { priceFen: 1999 })
    const coupon = await own({ money_type: 1, value_min: 1500 })
    const price = await priceFor(shop, ann, [{ goodsId: goods, number: 3 }])
    const order = await place(shop, ann, [{ goodsId: goods, number: 3 }], { amountExpected: price.amountReal })
    expect(order).toMatchObject({ amountReal: price.amountReal, priceParts: price.priceParts, couponAmount: 9 })
    expect(await couponOf(coupon)).toMatchObject({ status: 3, statusStr: '已使用', orderId: order.id })
    expect(await priceFor(shop, ann, goods)).toMatchObject({ couponId: [] })
    await payOnline(shop, ann, order)
    await expectBalancedLedger(shop)
  })

  it('is paid at once when the coupon covers all of it', async () => {
    const goods = await createGoods(shop, { priceFen: 400 })
    await own({})
    expect(await place(shop, ann, goods)).toMatchObject({ amountReal: 0, isPay: true })
  })

  it('gives the coupon back when it is closed, by hand or by the clock', async () => {
    const goods = await createGoods(shop)
    const coupon = await own({})
    const first = await place(shop, ann, goods)
    expect(await statusOfCoupon(coupon)).toBe(3)
    await dataOf(wxapi.orderClose(ann.token, first.id))
    expect(await statusOfCoupon(coupon)).toBe(0)
    await place(shop, ann, goods)
    await shop.advance(31 * 60)
    expect(await statusOfCoupon(coupon)).toBe(0)
    expect(await couponOf(coupon)).not.toHaveProperty('orderId')
  })

  it('is used by one of two orders that are placed at once', async () => {
    const goods = await createGoods(shop, { priceFen: 10_000 })
    const coupon = String(await own({}))
    const goodsJsonStr = [{ goodsId: goods, number: 1 }]
    const codes = await Promise.all(
      Array.from({ length: 6 }, () => codeOf(wxapi.orderCreate({ token: ann.token, goodsJsonStr, couponId: coupon }))),
    )
    expect(codes.filter(code => code === 0)).toHaveLength(1)
    expect(codes.filter(code => code === errors.couponNotUsable[0])).toHaveLength(5)
  })
})

describe('refunds of an order with a coupon', () => {
  it('give back for each line what was paid for it, to the fen, and the coupon with the last', async () => {
    await giveBalance(shop, ann, 100_000)
    const before = (await dataOf(wxapi.userAmount(ann.token))).balance
    const tea = await createGoods(shop, { priceFen: 3333, afterSale: '0' })
    const mug = await createGoods(shop, { priceFen: 5000, afterSale: '0' })
    const coupon = await own({ scope: 'goods', refIds: [tea], value_min: fen(1000) })
    const lines = [
      { goodsId: tea, number: 3 },
      { goodsId: mug, number: 1 },
    ]
    const order = await place(shop, ann, lines, { isCanHx: true })
    expect(order.amountReal).toBe(139.99)
    await dataOf(wxapi.orderPay(ann.token, String(order.id)))
    const { goods } = await dataOf(wxapi.orderDetail(ann.token, order.id))
    const lineOf = (goodsId: number) => goods.find(one => one.goodsId === goodsId)?.id ?? 0
    // The mug was not discounted: all of it comes back. The tea cost 89.99 for three.
    await agree(shop, await ask(shop, ann, order.id, { orderGoodsId: String(lineOf(mug)) }))
    expect((await dataOf(wxapi.userAmount(ann.token))).balance).toBe((cents(before) - 8999) / 100)
    expect(await statusOfCoupon(coupon), 'a part was refunded').toBe(3)
    await agree(shop, await ask(shop, ann, order.id, { orderGoodsId: String(lineOf(tea)), number: 1 }))
    expect(await statusOfCoupon(coupon)).toBe(3)
    await agree(shop, await ask(shop, ann, order.id, { orderGoodsId: String(lineOf(tea)) }))
    expect((await dataOf(wxapi.userAmount(ann.token))).balance).toBe(before)
    expect(await statusOfCoupon(coupon)).toBe(0)
    await expectBalancedLedger(shop)
  })

  it('leave a coupon used whose kind says so', async () => {
    await giveBalance(shop, ann, 10_000)
    const goods = await createGoods(shop, { afterSale: '0' })
    const coupon = await own({ comes_back: 0 })
    const order = await place(shop, ann, goods, { isCanHx: true })
    await dataOf(wxapi.orderPay(ann.token, String(order.id)))
    await agree(shop, await ask(shop, ann, order.id))
    expect(await statusOfCoupon(coupon)).toBe(3)
  })

  it('give it back with the end that it had', async () => {
    await giveBalance(shop, ann, 10_000)
    const goods = await createGoods(shop, { afterSale: '0' })
    const coupon = await own({})
    const order = await place(shop, ann, goods, { isCanHx: true })
    await dataOf(wxapi.orderPay(ann.token, String(order.id)))
    await ship(shop, order.id)
    await shop.advance(8 * 86_400)
    await agree(shop, await ask(shop, ann, order.id))
    expect(await couponOf(coupon)).toMatchObject({ status: 2, statusStr: '已过期' })
  })
})
