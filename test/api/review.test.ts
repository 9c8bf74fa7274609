import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { expectBalancedLedger } from '../support/ledger'
import { place, ship, statusOf } from '../support/orders'
import { codeOf, dataOf, giveBalance, type Person, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const [ann, ben] = [await signIn(shop, 'ann'), await signIn(shop, 'ben')]

/** An order that has come, with its lines. */
async function received(who: Person, goodsIds: number[]) {
  const order = await place(
    shop,
    who,
    goodsIds.map(goodsId => ({ goodsId, number: 1 })),
  )
  await giveBalance(shop, who, 10_000)
  await dataOf(wxapi.orderPay(who.token, String(order.id)))
  const { goods } = await dataOf(wxapi.orderDetail(who.token, order.id))
  return { orderId: order.id, lines: goods.map(({ id }) => id) }
}

type Reputation = Parameters<typeof wxapi.orderReputation>[0]['postJsonString']['reputations'][number]

const review = ({ token }: Person, orderId: number, ...reputations: Reputation[]) =>
  wxapi.orderReputation({ token, postJsonString: { orderId, reputations } })

const countsOf = async (goodsId: number) => {
  const { basicInfo } = await dataOf(wxapi.goodsDetail(goodsId))
  return [basicInfo.numberReputation, basicInfo.numberGoodReputation]
}

describe('orderReputation', () => {
  it('reviews each line once; the order is done when all have one', async () => {
    const [tea, cup] = [await createGoods(shop), await createGoods(shop)]
    const { orderId, lines } = await received(ann, [tea, cup])
    const [first = 0, second = 0] = lines
    const pics = [`${shop.origin}/files/1/202601/aaaaaaaaaaaaaaaaaaaa.jpg`]
    await dataOf(review(ann, orderId, { id: first, reputation: 2, remark: '很香', reputationNumber: 4, pics }))
    expect(await statusOf(shop, ann, orderId)).toBe(3)
    expect(await countsOf(tea)).toEqual([1, 1])
    expect(await codeOf(review(ann, orderId, { id: first, reputation: 0 }))).toBe(errors.alreadyReviewed[0])
    await dataOf(review(ann, orderId, { id: second, reputation: 0, remark: '碎了' }))
    expect(await statusOf(shop, ann, orderId)).toBe(4)
    expect(await countsOf(cup)).toEqual([1, 0])
    expect(await codeOf(review(ann, orderId, { id: second, reputation: 2 }))).toBe(errors.alreadyReviewed[0])
    expect(await countsOf(cup), 'a repeat changes nothing').toEqual([1, 0])
    const { reviews, logs } = await dataOf(wxapi.orderDetail(ann.token, orderId))
    expect(reviews?.map(({ goodReputation, goodReputationRemark }) => [goodReputation, goodReputationRemark])).toEqual([
      [2, '很香'],
      [0, '碎了'],
    ])
    expect(logs.at(-1)).toMatchObject({ type: 4, typeStr: '评价' })
    const { result } = await dataOf(wxapi.goodsReputationV2({ goodsId: tea }))
    expect(result).toMatchObject([{ goods: { goodReputation: 2, goodReputationRemark: '很香' } }])
    expect(JSON.stringify(result)).toContain(pics[0])
  })

  it('takes the token from the form or from the text inside, as clients send it', async () => {
    const { orderId, lines } = await received(ann, [await createGoods(shop)])
    const reputations = [{ id: lines[0] ?? 0, reputation: 1 as const }]
    const inside = (token?: string) =>
      wxapi.orderReputation({ postJsonString: { orderId, reputations, ...(token && { token }) } })
    expect(await codeOf(inside())).toBe(errors.loginRequired[0])
    expect(await codeOf(inside('nobody'))).toBe(errors.loginRequired[0])
    await dataOf(inside(ann.token))
    expect(await statusOf(shop, ann, orderId)).toBe(4)
  })

  it('is for the buyer, and for what has come', async () => {
    const goodsId = await createGoods(shop, { freightId: await createFreight(shop) })
    const { id } = await place(shop, ann, goodsId, HANGZHOU)
    const { goods } = await dataOf(wxapi.orderDetail(ann.token, id))
    const good = { id: goods[0]?.id ?? 0, reputation: 2 as const }
    expect(await codeOf(review(ann, id, good))).toBe(errors.orderNotFinished[0])
    await giveBalance(shop, ann, 5000)
    await dataOf(wxapi.orderPay(ann.token, String(id)))
    expect(await codeOf(review(ann, id, good))).toBe(errors.orderNotFinished[0])
    await ship(shop, id)
    expect(await codeOf(review(ann, id, good))).toBe(errors.orderNotFinished[0])
    await dataOf(wxapi.orderDelivery(ann.token, id))
    expect(await codeOf(review(ben, id, good))).toBe(errors.orderUnknown[0])
    expect(await codeOf(review(ann, 9e9, good))).toBe(errors.orderUnknown[0])
    const mine = await received(ben, [await createGoods(shop)])
    expect(await codeOf(review(ben, mine.orderId, good)), 'a line of another order').toBe(errors.orderUnknown[0])
    expect(await codeOf(review(ann, id, good))).toBe(0)
  })

  it('writes all of a request or nothing', async () => {
    const [tea, cup] = [await createGoods(shop), await createGoods(shop)]
    const { orderId, lines } = await received(ann, [tea, cup])
    const [first = 0] = lines
    const good = { id: first, reputation: 2 as const }
    expect(await codeOf(review(ann, orderId, good, good))).toBe(errors.alreadyReviewed[0])
    expect(await codeOf(review(ann, orderId, good, { ...good, id: 9e9 }))).toBe(errors.orderUnknown[0])
    expect(await countsOf(tea)).toEqual([0, 0])
    for (const wrong of [{ reputation: 3 }, { reputationNumber: 6 }, { remark: 'x'.repeat(1001) }])
      expect(await codeOf(review(ann, orderId, { ...good, ...wrong } as Reputation))).toBe(errors.badRequest[0])
  })

  it('is complete also when two lines are reviewed at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const { orderId, lines } = await received(ann, [await createGoods(shop), await createGoods(shop)])
      await Promise.all(lines.map(id => dataOf(review(ann, orderId, { id, reputation: 2 }))))
      expect(await statusOf(shop, ann, orderId)).toBe(4)
    }
    await expectBalancedLedger(shop)
  })
})
