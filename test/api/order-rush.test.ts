import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { place, sheetFor, stockOf } from '../support/orders'
import { codeOf, dataOf, giveBalance, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, sim } = shop

/** The most statements an order may take from the cart to the money, begin and commit not counted. */
const MOST_FROM_BALANCE = 20
/** Beside what the order needs: what is open for the same thing, what has to be paid virtually, who pays, the payment itself, and what others earn by it. */
const MOST_WITH_WECHAT = 24

function expectFew(statements: string[], most: number): void {
  const counted = statements.filter(sql => !/^(begin|commit)/i.test(sql))
  const list = counted.map((sql, i) => `${i + 1}. ${sql}`).join('\n')
  expect(counted.length, `${counted.length} statements:\n${list}\n`).toBeLessThanOrEqual(most)
}

describe('a rush', () => {
  it('of thirty buyers for the last ten pieces sells exactly ten', async () => {
    const goodsId = await createGoods(shop, { stock: 10 })
    const buyers = await Promise.all(Array.from({ length: 30 }, (_, i) => signIn(shop, `buyer-${i}`)))
    const codes = await Promise.all(
      buyers.map(({ token }) => codeOf(wxapi.orderCreate({ token, goodsJsonStr: [{ goodsId, number: 1 }] }))),
    )
    expect(codes.filter(code => code === 0)).toHaveLength(10)
    expect(new Set(codes)).toEqual(new Set([0, errors.stockShort[0]]))
    expect(await stockOf(shop, goodsId)).toBe(0)
  })

  it('for several goods in crossed order leaves no order half done', async () => {
    const goods = await Promise.all([1, 2, 3].map(() => createGoods(shop, { stock: 8 })))
    const buyers = await Promise.all(Array.from({ length: 12 }, (_, i) => signIn(shop, `crossed-${i}`)))
    const codes = await Promise.all(
      buyers.map(({ token }, i) => {
        const order = i % 2 ? goods : [...goods].reverse()
        return codeOf(wxapi.orderCreate({ token, goodsJsonStr: order.map(goodsId => ({ goodsId, number: 1 })) }))
      }),
    )
    expect(codes.filter(code => code === 0)).toHaveLength(8)
    expect(await Promise.all(goods.map(goodsId => stockOf(shop, goodsId)))).toEqual([0, 0, 0])
  })

  it('to pay one order twice takes the money once', async () => {
    const goodsId = await createGoods(shop)
    const ann = await signIn(shop, 'ann')
    await giveBalance(shop, ann, 5000)
    const order = await place(shop, ann, goodsId)
    const codes = await Promise.all(
      Array.from({ length: 6 }, () => codeOf(wxapi.orderPay(ann.token, String(order.id)))),
    )
    expect(codes.filter(code => code === 0)).toHaveLength(1)
    expect((await dataOf(wxapi.userAmount(ann.token))).balance).toBe(40)
    await expectBalancedLedger(shop)
  })

  it('to pay and to close at once ends in one of the two', async () => {
    const ann = await signIn(shop, 'ann')
    await giveBalance(shop, ann, 10_000)
    for (let round = 0; round < 5; round++) {
      const goodsId = await createGoods(shop)
      const { id } = await place(shop, ann, goodsId)
      const [paid, closed] = await Promise.all([
        codeOf(wxapi.orderPay(ann.token, String(id))),
        codeOf(wxapi.orderClose(ann.token, id)),
      ])
      expect([paid, closed].sort()).toEqual([0, errors.orderNotOpen[0]])
      expect(await stockOf(shop, goodsId)).toBe(paid === 0 ? 9 : 10)
    }
    await expectBalancedLedger(shop)
  })
})

describe('an order placed and paid takes few statements', () => {
  it('from the balance', async () => {
    const goodsId = await createGoods(shop, { freightId: await createFreight(shop) })
    const ann = await signIn(shop, 'ann')
    await giveBalance(shop, ann, 5000)
    const statements = await shop.statementsOf(async () => {
      const { id } = await place(shop, ann, goodsId, { ...HANGZHOU, idempotencyKey: 'counted-1' })
      await dataOf(wxapi.orderPay(ann.token, String(id)))
    })
    expectFew(statements, MOST_FROM_BALANCE)
  })

  it('with WeChat', async () => {
    const goodsId = await createGoods(shop, { freightId: await createFreight(shop) })
    const ann = await signIn(shop, 'ann')
    const statements = await shop.statementsOf(async () => {
      const order = await place(shop, ann, goodsId, { ...HANGZHOU, idempotencyKey: 'counted-2' })
      const sheet = await sheetFor(shop, ann, order)
      expect(await sim('/wechatpay/confirm', { package: sheet.package })).toMatchObject({ accepted: true })
    })
    expectFew(statements, MOST_WITH_WECHAT)
    await expectBalancedLedger(shop)
    await expectPaymentsBooked(shop)
  })
})
