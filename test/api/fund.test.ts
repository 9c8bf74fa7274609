import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { fen } from '../../contract/money'
import { DAY_MS, dayOf, formatTime } from '../../contract/time'
import { createGoods } from '../support/goods'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { payOnline, place } from '../support/orders'
import { codeOf, dataOf, giveBalance, type Person, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, sim } = shop

const addRules = (...rules: { confine_fen: number; send_fen: number; is_loop?: number }[]) =>
  shop.app.services.transaction(tx =>
    tx
      .insertInto('recharge_rules')
      .values(
        rules.map(rule => ({
          merchant_id: shop.merchantId,
          confine_fen: fen(rule.confine_fen),
          send_fen: fen(rule.send_fen),
          is_loop: rule.is_loop ?? 0,
        })),
      )
      .execute(),
  )

async function recharge({ token }: Person, money: number, remark = '') {
  const sheet = await dataOf(wxapi.wxpay({ token, money, remark }))
  expect(await sim('/wechatpay/confirm', { package: sheet.package })).toMatchObject({ accepted: true })
  return sheet.outTradeId
}

describe('rechargeSendRules', () => {
  it('answers nothing where a recharge has no reward', async () => {
    const other = await shop.anotherShop('stingy')
    expect(await codeOf(other.wxapi.rechargeSendRules())).toBe(errors.noData[0])
  })

  it('answers the rules, the lowest threshold first, to anybody', async () => {
    await addRules({ confine_fen: 50_000, send_fen: 4000, is_loop: 1 }, { confine_fen: 10_000, send_fen: 550 })
    expect(await dataOf(wxapi.rechargeSendRules())).toMatchObject([
      { confine: 100, send: 5.5, loop: false },
      { confine: 500, send: 40, loop: true },
    ])
  })
})

describe.each(['userAmount', 'userAmountV2'] as const)('%s', name => {
  const amount = (token: string) => (name === 'userAmount' ? wxapi.userAmount(token) : wxapi.userAmountV2(token))

  it('answers numbers to somebody who never had money', async () => {
    const { token } = await signIn(shop, `${name} new`)
    expect(await dataOf(amount(token))).toEqual({
      balance: 0,
      deposit: 0,
      freeze: 0,
      score: 0,
      growth: 0,
      totleConsumed: 0,
      fxCommisionPaying: 0,
      totalScore: 0,
      totalRefundAmount: 0,
      totalWithdraw: 0,
    })
    expect(await codeOf(amount('nobody'))).toBe(errors.loginRequired[0])
  })

  it('counts what was spent, not what was ordered or closed', async () => {
    const spender = await signIn(shop, `${name} spender`)
    await giveBalance(shop, spender, 10_050)
    const goodsId = await createGoods(shop, { priceFen: 3025, stock: 99 })
    const paid = await place(shop, spender, goodsId)
    await dataOf(wxapi.orderPay(spender.token, String(paid.id)))
    await place(shop, spender, goodsId)
    const closed = await place(shop, spender, goodsId)
    await dataOf(wxapi.orderClose(spender.token, closed.id))
    expect(await dataOf(amount(spender.token))).toMatchObject({ balance: 70.25, totleConsumed: 30.25 })
    await expectBalancedLedger(shop)
  })
})

describe('a recharge', () => {
  it('fills the balance and is rewarded by the rules', async () => {
    const ann = await signIn(shop, 'ann')
    const small = await recharge(ann, 99.99)
    const large = await recharge(ann, 1000, '在线充值')
    expect((await dataOf(wxapi.userAmount(ann.token))).balance).toBe(99.99 + 1000 + 80)
    const { result, totalRow } = await dataOf(wxapi.cashLogsV2({ token: ann.token }))
    expect(totalRow).toBe(3)
    expect(result).toMatchObject([
      { type: 9, typeStr: '赠送', behavior: 0, amount: 80, balance: 1179.99, orderId: large },
      { type: 0, typeStr: '充值', behavior: 0, amount: 1000, balance: 1099.99, orderId: large, remark: '在线充值' },
      { type: 0, behavior: 0, behaviorStr: '收入', amount: 99.99, balance: 99.99, orderId: small, uid: ann.uid },
    ])
    await expectBalancedLedger(shop)
    await expectPaymentsBooked(shop)
  })

  it('that pays for something is no recharge to be rewarded', async () => {
    const ben = await signIn(shop, 'ben')
    await payOnline(shop, ben, await place(shop, ben, await createGoods(shop, { priceFen: 20_000 })))
    expect(await dataOf(wxapi.userAmount(ben.token))).toMatchObject({ balance: 0, totleConsumed: 200 })
  })
})

describe.each(['cashLogsV2', 'cashLogsV3'] as const)('%s', name => {
  it('answers movements of the balance by every filter, with the balance behind each', async () => {
    const cleo = await signIn(shop, `${name} cleo`)
    const logs = (filter: Partial<Parameters<typeof wxapi.cashLogsV2>[0]> = {}) => {
      const request = { token: cleo.token, ...filter }
      return name === 'cashLogsV2' ? wxapi.cashLogsV2(request) : wxapi.cashLogsV3(request)
    }
    const amounts = async (filter?: Parameters<typeof logs>[0]) =>
      (await dataOf(logs(filter))).result.map(({ amount, behavior }) => (behavior ? -amount : amount))
    expect(await codeOf(logs())).toBe(errors.noData[0])

    await giveBalance(shop, cleo, 5000)
    const order = await place(shop, cleo, await createGoods(shop, { priceFen: 1230 }))
    await dataOf(wxapi.orderPay(cleo.token, String(order.id)))
    await giveBalance(shop, cleo, -70)
    const bought = await recharge(cleo, 100)

    const all = await dataOf(logs())
    expect(all.result.map(({ balance, type }) => [balance, type])).toEqual([
      [142.5, 9],
      [137, 0],
      [37, 4],
      [37.7, 2],
      [50, 4],
    ])
    expect(await amounts()).toEqual([5.5, 100, -0.7, -12.3, 50])
    expect(await amounts({ behavior: 1 })).toEqual([-0.7, -12.3])
    expect(await amounts({ behavior: 0 })).toEqual([5.5, 100, 50])
    expect(await amounts({ type: 4 })).toEqual([-0.7, 50])
    expect(await amounts({ type: 0 })).toEqual([100])
    expect(await amounts({ types: '0,9' })).toEqual([5.5, 100])
    expect(await amounts({ type: 2, types: '0' })).toEqual([100, -12.3])
    expect(await amounts({ orderId: String(order.id) })).toEqual([-12.3])
    expect(await amounts({ orderId: bought })).toEqual([5.5, 100])
    expect(await codeOf(logs({ type: 3 }))).toBe(errors.noData[0])
    expect(await amounts({ page: 2, pageSize: 2 })).toEqual([-0.7, -12.3])
    expect(await dataOf(logs({ page: 2, pageSize: 2 }))).toMatchObject({ totalRow: 5, totalPage: 3 })
    expect(await codeOf(logs({ page: 4, pageSize: 2 }))).toBe(errors.noData[0])

    const [today, tomorrow] = [0, DAY_MS].map(more => dayOf(new Date(shop.now().getTime() + more)))
    expect(await amounts({ dateAddBegin: today, dateAddEnd: today })).toHaveLength(5)
    expect(await codeOf(logs({ dateAddBegin: tomorrow }))).toBe(errors.noData[0])
    const aMinuteAgo = formatTime(new Date(shop.now().getTime() - 60_000))
    expect(await codeOf(logs({ dateAddEnd: aMinuteAgo })), 'a moment ends when it says').toBe(errors.noData[0])
    expect(await amounts({ dateAddEnd: formatTime(shop.now()), dateAddBegin: aMinuteAgo })).toHaveLength(5)
    expect(await codeOf(logs({ dateAddBegin: 'yesterday' }))).toBe(errors.badRequest[0])
    await expectBalancedLedger(shop)
  })

  it("shows nobody another's movements", async () => {
    const [dan, eve] = [await signIn(shop, `${name} dan`), await signIn(shop, `${name} eve`)]
    await giveBalance(shop, dan, 100)
    const logs = name === 'cashLogsV2' ? wxapi.cashLogsV2 : wxapi.cashLogsV3
    expect(await codeOf(logs({ token: eve.token }))).toBe(errors.noData[0])
    expect(await codeOf(logs({ token: 'nobody' }))).toBe(errors.loginRequired[0])
    expect(await codeOf(logs({ token: dan.token, type: 1e300 }))).toBe(errors.badRequest[0])
  })
})
