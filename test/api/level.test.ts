/** Levels of members: bought, renewed, earned, and what they bring. */
import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { fen } from '../../contract/money'
import { formatTime, parseTime } from '../../contract/time'
import { setLevelPrice } from '../../server/domains/level/keeper'
import { monthOf } from '../../server/domains/level/period'
import { setScoreRule, setWorth } from '../../server/domains/score/keeper'
import { INTO } from '../../server/domains/score/rules'
import { createCoupon, giveScore } from '../support/coupons'
import { createGoods } from '../support/goods'
import { expectBalancedLedger } from '../support/ledger'
import { createLevel } from '../support/levels'
import { place, priceFor } from '../support/orders'
import { codeOf, dataOf, giveBalance, type Person, signIn } from '../support/people'
import { agree, ask } from '../support/refunds'
import { createShop } from '../support/shop'

const DAY = 86_400
const shop = await createShop()
const { wxapi, merchantId } = shop
const { transaction } = shop.app.services

const coupon = await createCoupon(shop, { name: '会员月礼', threshold_fen: fen(50_000) })
const silver = await createLevel(shop, {
  name: '银卡',
  rank: 1,
  rebate_bp: 9800,
  upgrade_growth: 50,
  upgrade_score: 30,
})
const gold = await createLevel(
  shop,
  { name: '金卡', rank: 2, rebate_bp: 9500, month_score: 100, month_coupons: 1, month_coupon_id: coupon },
  [
    { duration: 7, unit: 0, priceFen: 990 },
    { duration: 1, unit: 1, priceFen: 3000 },
  ],
)
const black = await createLevel(shop, { name: '黑卡', rank: 3, rebate_bp: 9000, upgrade_fen: fen(100_000) }, [
  { duration: 1, unit: 2, priceFen: 50_000 },
])
const goods = await createGoods(shop, { priceFen: 10_000, stock: 1000, afterSale: '0' })
const [week, month] = (await dataOf(wxapi.userLevelPrices(gold))).map(({ id }) => id) as [number, number]
const [year] = (await dataOf(wxapi.userLevelPrices(black))).map(({ id }) => id) as [number]

const meOf = ({ token }: Person) => dataOf(wxapi.userDetail(token))
const assetsOf = ({ token }: Person) => dataOf(wxapi.userAmount(token))
const priceOf = async (person: Person) => (await priceFor(shop, person, goods)).amountReal
async function rich(name: string, amount = 100_000): Promise<Person> {
  const person = await signIn(shop, name)
  await giveBalance(shop, person, amount)
  return person
}

describe('levels', () => {
  it('are listed, the lowest first, with what brings them and what they bring', async () => {
    const { result, totalRow } = await dataOf(wxapi.userLevelList({}))
    expect(totalRow).toBe(3)
    expect(result).toMatchObject([
      { id: silver, name: '银卡', level: 1, rebate: 9.8, upgradeGrowth: 50, upgradeSendScore: 30, isSold: false },
      { id: gold, rebate: 9.5, sendPerMonthScore: 100, sendPerMonthCoupons: 1, isSold: true },
      { id: black, upgradeAmount: 1000 },
    ])
    expect((await dataOf(wxapi.userLevelDetail(gold))).info).toMatchObject({ name: '金卡' })
    expect(await codeOf(wxapi.userLevelDetail(999))).toBe(errors.noData[0])
    expect(await dataOf(wxapi.userLevelPrices(gold))).toMatchObject([
      { price: 9.9, duration: 7, unit: 0, unitStr: '天' },
      { price: 30, duration: 1, unit: 1, unitStr: '个月' },
    ])
    expect(await codeOf(wxapi.userLevelPrices(silver))).toBe(errors.noData[0])
  })
})

describe('userLevelBuy', () => {
  it('takes the price from the balance, makes the level hold at once, and brings the gift of the month', async () => {
    const ann = await rich('ann')
    expect(await dataOf(wxapi.goodsRebate(ann.token, goods))).toBe(10)
    const { levelExpire, levelId } = await dataOf(wxapi.userLevelBuy(ann.token, week, false, '试试'))
    expect(levelId).toBe(gold)
    expect(Math.abs(parseTime(levelExpire).getTime() / 1000 - shop.now().getTime() / 1000 - 7 * DAY)).toBeLessThan(60)
    expect(await meOf(ann)).toMatchObject({
      base: { levelRenew: false, levelExpire },
      userLevel: { id: gold, name: '金卡' },
    })
    expect(await assetsOf(ann)).toMatchObject({ balance: 990.1, score: 100 })
    expect((await dataOf(wxapi.myCoupons({ token: ann.token }))).map(({ name }) => name)).toEqual(['会员月礼'])
    expect(await dataOf(wxapi.goodsRebate(ann.token, goods))).toBe(9.5)
    expect((await dataOf(wxapi.goodsPriceV2({ token: ann.token, goodsId: goods }))).price).toBe(95)
    expect(await priceOf(ann)).toBe(95)
    expect((await dataOf(wxapi.userLevelBuyLogs({ token: ann.token }))).result).toMatchObject([
      { levelId: gold, levelName: '金卡', money: 9.9, remark: '试试', isRenew: false, dateEnd: levelExpire },
    ])
    expect((await dataOf(wxapi.cashLogsV2({ token: ann.token, type: 110 }))).result).toMatchObject([
      { amount: 9.9, behavior: 1, typeStr: '购买会员' },
    ])
  })

  it('adds time to the same level, and answers a repeat without taking more', async () => {
    const bob = await rich('bob')
    const first = await dataOf(wxapi.userLevelBuy(bob.token, week))
    const more = await Promise.all(
      [1, 2, 3].map(() => dataOf(wxapi.userLevelBuy(bob.token, week, false, undefined, 'more'))),
    )
    expect(new Set(more.map(({ orderNumber }) => orderNumber)).size).toBe(1)
    expect(parseTime(more[0]?.levelExpire ?? '').getTime() - parseTime(first.levelExpire).getTime()).toBe(
      7 * DAY * 1000,
    )
    expect(await assetsOf(bob)).toMatchObject({ balance: 980.2, score: 100 })
  })

  it('switches to a higher level from now on, and sells no lower one meanwhile', async () => {
    const cid = await rich('cid')
    await dataOf(wxapi.userLevelBuy(cid.token, week))
    await dataOf(wxapi.userLevelBuy(cid.token, year))
    expect(await priceOf(cid)).toBe(90)
    expect(await codeOf(wxapi.userLevelBuy(cid.token, week))).toBe(errors.levelLower[0])
    const poor = await signIn(shop, 'poor')
    expect(await codeOf(wxapi.userLevelBuy(poor.token, week))).toBe(20000)
    expect(await codeOf(wxapi.userLevelBuy(poor.token, 999))).toBe(errors.levelPriceUnknown[0])
    expect((await meOf(poor)).userLevel).toBeUndefined()
  })

  it('is paid online too, by nextAction 6', async () => {
    const dan = await signIn(shop, 'dan')
    const nextAction = { type: 6, userLevelPriceId: month, isAutoRenew: true }
    const sheet = await dataOf(wxapi.wxpay({ token: dan.token, money: 30, nextAction }))
    await shop.sim('/wechatpay/confirm', { package: sheet.package })
    expect(await meOf(dan)).toMatchObject({ base: { levelRenew: true }, userLevel: { name: '金卡' } })
    expect((await assetsOf(dan)).balance).toBe(0)
    await expectBalancedLedger(shop)
  })
})

describe('the day a bought level ends', () => {
  it('it is renewed from the balance where the member wants that, and ends otherwise', async () => {
    const eve = await rich('eve', 2000)
    const fay = await rich('fay', 2000)
    await dataOf(wxapi.userLevelBuy(eve.token, week, true))
    await dataOf(wxapi.userLevelBuy(fay.token, week))
    await shop.advance(7 * DAY + 1)
    expect((await meOf(eve)).userLevel).toMatchObject({ name: '金卡' })
    expect((await assetsOf(eve)).balance).toBe(0.2)
    expect((await meOf(fay)).userLevel).toBeUndefined()
    expect(await priceOf(fay)).toBe(100)
    const { result } = await dataOf(wxapi.userLevelBuyLogs({ token: eve.token }))
    expect(result.map(({ isRenew }) => isRenew)).toEqual([true, false])
    await shop.advance(7 * DAY + 1)
    expect((await meOf(eve)).userLevel, 'the balance is too small').toBeUndefined()
    expect((await meOf(eve)).base.levelRenew).toBe(false)
    expect((await assetsOf(eve)).balance).toBe(0.2)
  })

  it('it is not renewed for more than was paid, nor when the member has changed their mind', async () => {
    const gil = await rich('gil')
    const hal = await rich('hal')
    for (const { token } of [gil, hal]) await dataOf(wxapi.userLevelBuy(token, week, true))
    await dataOf(wxapi.modifyUserInfo({ token: hal.token, levelRenew: false }))
    const raise = (priceFen: number) =>
      transaction(tx => setLevelPrice(tx, merchantId, { levelId: gold, duration: 7, unit: 0, priceFen: fen(priceFen) }))
    await raise(1990)
    await shop.advance(7 * DAY + 1)
    expect((await meOf(gil)).userLevel).toBeUndefined()
    expect((await meOf(hal)).userLevel).toBeUndefined()
    expect((await assetsOf(gil)).balance).toBe(990.1)
    await raise(990)
  })

  it('what was earned is there again', async () => {
    const ivy = await rich('ivy')
    await transaction(tx => setWorth(tx, merchantId, { type: INTO.growth, score: 1, value: 1, isLoop: true }))
    await giveScore(shop, ivy, 50)
    await dataOf(wxapi.exchangeScoreToGrowth(ivy.token, 50))
    expect((await meOf(ivy)).userLevel).toMatchObject({ name: '银卡' })
    await dataOf(wxapi.userLevelBuy(ivy.token, week))
    expect(await priceOf(ivy)).toBe(95)
    await shop.advance(7 * DAY + 1)
    expect((await meOf(ivy)).userLevel).toMatchObject({ name: '银卡' })
    expect(await priceOf(ivy)).toBe(98)
  })
})

describe('a level comes by itself', () => {
  it('with what was spent on orders that are complete, once, and is not lost when goods go back', async () => {
    await transaction(tx => setScoreRule(tx, merchantId, 'consumeGrowth', { score: 1, perFen: 100_000 }))
    const jon = await rich('jon', 200_000)
    const order = await place(shop, jon, [{ goodsId: goods, number: 9 }])
    await dataOf(wxapi.orderPay(jon.token, String(order.id)))
    expect((await meOf(jon)).userLevel).toBeUndefined()
    const second = await place(shop, jon, goods)
    await dataOf(wxapi.orderPay(jon.token, String(second.id)))
    expect((await meOf(jon)).userLevel).toMatchObject({ name: '黑卡' })
    await agree(shop, await ask(shop, jon, order.id))
    expect((await meOf(jon)).userLevel).toMatchObject({ name: '黑卡' })
  })

  it('with growth, which orders bring and refunds take', async () => {
    await transaction(tx => setScoreRule(tx, merchantId, 'consumeGrowth', { score: 1, perFen: 1000 }))
    const kim = await rich('kim')
    const order = await place(shop, kim, [{ goodsId: goods, number: 4 }])
    await dataOf(wxapi.orderPay(kim.token, String(order.id)))
    expect((await assetsOf(kim)).growth).toBe(40)
    await agree(shop, await ask(shop, kim, order.id, { number: 1 }))
    expect((await assetsOf(kim)).growth).toBe(30)
    const more = await place(shop, kim, [{ goodsId: goods, number: 2 }])
    await dataOf(wxapi.orderPay(kim.token, String(more.id)))
    expect(await assetsOf(kim)).toMatchObject({ growth: 50, score: 30 })
    expect((await meOf(kim)).userLevel).toMatchObject({ name: '银卡' })
    const { result } = await dataOf(wxapi.growthLogs({ token: kim.token }))
    expect(result.map(({ growth, behavior }) => (behavior ? -growth : growth))).toEqual([20, -10, 40])
    await agree(shop, await ask(shop, kim, order.id))
    expect((await assetsOf(kim)).growth).toBe(20)
    await transaction(tx => setScoreRule(tx, merchantId, 'consumeGrowth', { score: 0, perFen: 0 }))
  })
})

it('each month brings its gift once', async () => {
  const leo = await rich('leo')
  await dataOf(wxapi.userLevelBuy(leo.token, month))
  await dataOf(wxapi.userLevelBuy(leo.token, month))
  expect((await assetsOf(leo)).score).toBe(100)
  const start = monthOf(shop.now())
  while (monthOf(shop.now()) === start) await shop.advance(DAY)
  expect((await assetsOf(leo)).score, formatTime(shop.now())).toBe(200)
  await shop.advance(DAY)
  expect((await assetsOf(leo)).score).toBe(200)
  await expectBalancedLedger(shop)
})
