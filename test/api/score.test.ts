import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { addVouchers, setScoreRule, setWorth } from '../../server/domains/score/keeper'
import { INTO, type ScoreCode } from '../../server/domains/score/rules'
import { giveScore } from '../support/coupons'
import { createGoods } from '../support/goods'
import { expectBalancedLedger } from '../support/ledger'
import { place } from '../support/orders'
import { codeOf, dataOf, giveBalance, type Person, refusalOf, signIn, wxCode } from '../support/people'
import { agree, ask } from '../support/refunds'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, merchantId } = shop
const { transaction } = shop.app.services
const rule = (code: ScoreCode, score: number, perFen = 0) =>
  transaction(tx => setScoreRule(tx, merchantId, code, { score, perFen }))
const worth = (type: number, score: number, value: number) =>
  transaction(tx => setWorth(tx, merchantId, { type, score, value, isLoop: true }))
const assetsOf = ({ token }: Person) => dataOf(wxapi.userAmount(token))
const logsOf = async ({ token }: Person, more = {}) =>
  (await dataOf(wxapi.scoreLogs({ token, ...more }))).result.map(({ score, behavior, typeStr }) => [
    behavior ? -score : score,
    typeStr,
  ])

describe('scoreRules and scoreDeductionRules', () => {
  it('tell what brings score and what it is worth', async () => {
    expect(await codeOf(wxapi.scoreRules({}))).toBe(errors.noData[0])
    expect(await codeOf(wxapi.scoreDeductionRules())).toBe(errors.noData[0])
    await rule('goodReputation', 10)
    await rule('consume', 2, 100)
    expect(await dataOf(wxapi.scoreRules({}))).toMatchObject([
      { code: 'goodReputation', codeStr: '好评', score: 10 },
      { code: 'consume', codeStr: '购物', score: 2, money: 1 },
    ])
    expect(await dataOf(wxapi.scoreRules({ code: 'goodReputation' }))).toHaveLength(1)
    await worth(INTO.money, 100, 150)
    await worth(INTO.growth, 3, 1)
    expect(await dataOf(wxapi.scoreDeductionRules())).toEqual([{ score: 100, money: 1.5, loop: true }])
    expect(await dataOf(wxapi.scoreDeductionRules(1))).toEqual([{ score: 3, money: 1, loop: true }])
    await rule('goodReputation', 0)
    await rule('consume', 0)
    expect(await codeOf(wxapi.scoreRules({ code: 'consume' }))).toBe(errors.noData[0])
  })
})

describe('score comes', () => {
  it('to who registers, and to who invited them', async () => {
    const ann = await signIn(shop, 'ann')
    await rule('register', 20)
    await rule('invite', 50)
    const { token } = await dataOf(wxapi.authorize({ code: wxCode('guest'), referrer: String(ann.uid) }))
    await dataOf(wxapi.authorize({ code: wxCode('guest'), referrer: String(ann.uid) }))
    expect((await dataOf(wxapi.userAmount(token))).score).toBe(20)
    expect(await logsOf(ann)).toEqual([[50, '邀请好友']])
    await rule('register', 0)
    await rule('invite', 0)
  })

  it('with the money that is put in, and with what was bought when the order is complete, less what goes back', async () => {
    await rule('recharge', 1, 1000)
    await rule('consume', 2, 100)
    const bob = await signIn(shop, 'bob')
    const sheet = await dataOf(wxapi.wxpay({ token: bob.token, money: 105 }))
    await shop.sim('/wechatpay/confirm', { package: sheet.package })
    expect((await assetsOf(bob)).score).toBe(10)
    const goods = await createGoods(shop, { priceFen: 1250, afterSale: '0' })
    const order = await place(shop, bob, [{ goodsId: goods, number: 4 }], { isCanHx: true })
    await dataOf(wxapi.orderPay(bob.token, String(order.id)))
    expect((await assetsOf(bob)).score, 'not before it is complete').toBe(10)
    await agree(shop, await ask(shop, bob, order.id, { number: 1 }))
    await transaction(async tx => {
      const { receiveOrder } = await import('../../server/domains/order/ship')
      await receiveOrder(tx, merchantId, order.id, shop.now(), [1])
    })
    expect((await assetsOf(bob)).score, '37.50 is left of 50').toBe(10 + 74)
    await agree(shop, await ask(shop, bob, order.id))
    expect((await assetsOf(bob)).score).toBe(10)
    expect(await logsOf(bob)).toEqual([
      [-74, '购物奖励'],
      [74, '购物奖励'],
      [10, '充值送'],
    ])
    await rule('recharge', 0)
    await expectBalancedLedger(shop)
  })

  it('takes back no more than is still there when the goods go back', async () => {
    const cid = await signIn(shop, 'cid')
    await giveBalance(shop, cid, 10_000)
    const order = await place(shop, cid, await createGoods(shop, { priceFen: 5000, afterSale: '0' }))
    await dataOf(wxapi.orderPay(cid.token, String(order.id)))
    expect((await assetsOf(cid)).score).toBe(100)
    await dataOf(wxapi.exchangeScoreToGrowth(cid.token, 90))
    await agree(shop, await ask(shop, cid, order.id))
    expect(await assetsOf(cid)).toMatchObject({ score: 0, balance: 100 })
    await rule('consume', 0)
    await expectBalancedLedger(shop)
  })

  it('with good reviews, each line once', async () => {
    await rule('goodReputation', 10)
    const dan = await signIn(shop, 'dan')
    await giveBalance(shop, dan, 10_000)
    const order = await place(shop, dan, [
      { goodsId: await createGoods(shop), number: 1 },
      { goodsId: await createGoods(shop), number: 1 },
    ])
    await dataOf(wxapi.orderPay(dan.token, String(order.id)))
    const { goods } = await dataOf(wxapi.orderDetail(dan.token, order.id))
    const reputations = goods.map(({ id }, i) => ({ id, reputation: i === 0 ? (2 as const) : (0 as const) }))
    const review = { token: dan.token, postJsonString: { orderId: order.id, reputations } }
    await dataOf(wxapi.orderReputation(review))
    expect(await codeOf(wxapi.orderReputation(review))).toBe(errors.alreadyReviewed[0])
    expect(await logsOf(dan)).toEqual([[10, '好评奖励']])
  })

  it('with a voucher, once, however many try', async () => {
    await transaction(tx => addVouchers(tx, merchantId, [{ number: 'JF2026', score: 88 }], shop.now()))
    const people = await Promise.all(Array.from({ length: 5 }, (_, i) => signIn(shop, `voucher ${i}`)))
    const codes = await Promise.all(people.map(({ token }) => codeOf(wxapi.scoreExchange(token, ' jf2026 '))))
    expect(codes.toSorted((a, b) => a - b)).toEqual([0, ...Array(4).fill(errors.noData[0])])
    const winner = people[codes.indexOf(0)] as Person
    expect((await assetsOf(winner)).score).toBe(88)
    expect(await refusalOf(wxapi.scoreExchange(winner.token, 'JF9999'))).toMatchObject({ code: errors.noData[0] })
  })

  it('to who shares into a group, once a group and day', async () => {
    await rule('shareGroup', 5)
    const eve = await signIn(shop, 'eve')
    const opened = async (openGId: string, friend = 'friend') => {
      const sent: Record<string, string> = await shop.sim('/wechat/encrypted', { name: friend, payload: { openGId } })
      const { code = '', encryptedData = '', iv = '' } = sent
      return dataOf(wxapi.shareGroupGetScore(code, eve.uid, encryptedData, iv))
    }
    expect(await opened('group-1')).toEqual({ score: 5 })
    expect(await opened('group-1', 'another')).toEqual({ score: 0 })
    expect(await opened('group-2')).toEqual({ score: 5 })
    await shop.advance(86_400)
    expect(await opened('group-1')).toEqual({ score: 5 })
    expect((await assetsOf(await signIn(shop, 'eve'))).score).toBe(15)
    expect(await codeOf(wxapi.shareGroupGetScore('bad', eve.uid, 'x', 'x'))).toBe(errors.wxCodeInvalid[0])
    await rule('shareGroup', 0)
  })
})

describe('score turns', () => {
  it('into balance, by full rules only; the rest stays', async () => {
    const fay = await signIn(shop, 'fay')
    await giveScore(shop, fay, 250)
    expect(await dataOf(wxapi.scoreExchangeCash(fay.token, 250))).toBe(3)
    expect(await assetsOf(fay)).toMatchObject({ score: 50, balance: 3, totalScore: 250 })
    expect(await codeOf(wxapi.scoreExchangeCash(fay.token, 50))).toBe(errors.scoreRuleMissing[0])
    expect(await codeOf(wxapi.scoreExchangeCash(fay.token, 51))).toBe(errors.scoreShort[0])
    expect((await dataOf(wxapi.cashLogsV2({ token: fay.token }))).result).toMatchObject([
      { amount: 3, behavior: 0, type: 140, typeStr: '积分兑换' },
    ])
    await expectBalancedLedger(shop)
  })

  it('into growth, of which there is a log, under both names', async () => {
    const gil = await signIn(shop, 'gil')
    await giveScore(shop, gil, 20)
    expect(await dataOf(wxapi.exchangeScoreToGrowth(gil.token, 10))).toBe(3)
    expect(await dataOf(wxapi.exchangeScoreToGrowthV2({ token: gil.token, deductionScore: 6 }))).toBe(2)
    expect(await assetsOf(gil)).toMatchObject({ score: 5, growth: 5 })
    const { result } = await dataOf(wxapi.growthLogs({ token: gil.token }))
    expect(result.map(({ growth, growthLeft, behavior, typeStr }) => [growth, growthLeft, behavior, typeStr])).toEqual([
      [2, 5, 0, '积分兑换'],
      [3, 3, 0, '积分兑换'],
    ])
    expect((await dataOf(wxapi.growthLogsV2({ token: gil.token, pageSize: 1 }))).totalRow).toBe(2)
  })

  it('not twice when one taps twice', async () => {
    const hal = await signIn(shop, 'hal')
    await giveScore(shop, hal, 100)
    const codes = await Promise.all(Array.from({ length: 4 }, () => codeOf(wxapi.scoreExchangeCash(hal.token, 100))))
    expect(codes.toSorted((a, b) => a - b)).toEqual([0, ...Array(3).fill(errors.scoreShort[0])])
    expect(await assetsOf(hal)).toMatchObject({ score: 0, balance: 1.5 })
  })
})

describe('scoreLogs', () => {
  it('are found by direction, kind, words and days', async () => {
    const ida = await signIn(shop, 'ida')
    await giveScore(shop, ida, 30)
    await dataOf(wxapi.exchangeScoreToGrowth(ida.token, 9))
    expect(await logsOf(ida, { behavior: 1 })).toEqual([[-9, '积分兑换']])
    expect(await logsOf(ida, { behavior: 0 })).toEqual([[30, '店家调整']])
    expect(await logsOf(ida, { type: 140 })).toHaveLength(1)
    expect(await logsOf(ida, { remark: '成长' })).toHaveLength(1)
    expect((await dataOf(wxapi.scoreLogs({ token: ida.token }))).result[0]).toMatchObject({ scoreLeft: 21 })
    expect(await codeOf(wxapi.scoreLogs({ token: ida.token, dateAddEnd: '2020-01-01' }))).toBe(errors.noData[0])
  })
})

describe('score at the checkout', () => {
  const goodsOf = async (yuan: number) => [
    { goodsId: await createGoods(shop, { priceFen: yuan * 100, afterSale: '0' }), number: 1 },
  ]
  const priced = async (person: Person, goodsJsonStr: Awaited<ReturnType<typeof goodsOf>>, deductionScore?: number) =>
    dataOf(
      wxapi.orderCreate({
        token: person.token,
        calculate: true,
        goodsJsonStr,
        ...(deductionScore !== undefined && { deductionScore }),
      }),
    )

  it('deducts what is asked for, in full rules, never more than there is or than there is to pay', async () => {
    const jan = await signIn(shop, 'jan')
    await giveScore(shop, jan, 550)
    const goods = await goodsOf(7)
    expect(await priced(jan, goods)).toMatchObject({
      ...{ deductionMoney: 0, deductionScore: 0, amountReal: 7 },
      deductionMost: { score: 400, money: 6 },
      scoreDeductionRules: [{ score: 100, money: 1.5, loop: true }],
    })
    const some = await priced(jan, goods, 250)
    expect(some).toMatchObject({ deductionMoney: 3, deductionScore: 200, amountReal: 4 })
    expect(some.priceParts).toEqual([
      { type: 'goods', amount: 7 },
      { type: 'score', amount: -3, about: '200' },
    ])
    expect(await priced(jan, goods, 0)).toMatchObject({ deductionMoney: 6, deductionScore: 400 })
    expect(await priced(jan, goods, -1)).toMatchObject({ deductionMoney: 0, deductionScore: 0 })
    expect(await priced(jan, await goodsOf(100), 9999)).toMatchObject({ deductionMoney: 7.5, deductionScore: 500 })
  })

  it('is spent with the order, and comes back when it is closed', async () => {
    const kim = await signIn(shop, 'kim')
    await giveScore(shop, kim, 300)
    const goods = await goodsOf(10)
    const order = await place(shop, kim, goods, { deductionScore: 0 })
    expect(order).toMatchObject({ amountReal: 5.5, deductionMoney: 4.5, deductionScore: 300 })
    expect((await assetsOf(kim)).score).toBe(0)
    await dataOf(wxapi.orderClose(kim.token, order.id))
    expect(await logsOf(kim)).toEqual([
      [300, '订单抵扣'],
      [-300, '订单抵扣'],
      [300, '店家调整'],
    ])
  })

  it('comes back with what is refunded, part by part, to the last point', async () => {
    const lee = await signIn(shop, 'lee')
    await giveScore(shop, lee, 200)
    await giveBalance(shop, lee, 10_000)
    const goodsId = await createGoods(shop, { priceFen: 700, afterSale: '0' })
    const order = await place(shop, lee, [{ goodsId, number: 3 }], { deductionScore: 0, isCanHx: true })
    expect(order.amountReal).toBe(18)
    await dataOf(wxapi.orderPay(lee.token, String(order.id)))
    await agree(shop, await ask(shop, lee, order.id, { number: 1 }))
    expect(await assetsOf(lee)).toMatchObject({ score: 66, balance: 88 })
    await agree(shop, await ask(shop, lee, order.id))
    expect(await assetsOf(lee)).toMatchObject({ score: 200, balance: 100 })
    await expectBalancedLedger(shop)
  })

  it('is not spent twice by two orders at once', async () => {
    const may = await signIn(shop, 'may')
    await giveScore(shop, may, 100)
    const goodsJsonStr = await goodsOf(10)
    const orders = await Promise.all(
      Array.from({ length: 3 }, () => wxapi.orderCreate({ token: may.token, goodsJsonStr, deductionScore: 100 })),
    )
    const deducted = orders.map(answer => (answer.code === 0 ? answer.data.deductionMoney : answer.code))
    expect(deducted.filter(amount => amount === 1.5)).toHaveLength(1)
    expect(deducted.every(amount => amount === 1.5 || amount === 0 || amount === errors.scoreShort[0])).toBe(true)
    expect((await assetsOf(may)).score).toBe(0)
    await expectBalancedLedger(shop)
  })
})
